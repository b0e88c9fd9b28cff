import type { DisclosedField, DisclosedTable } from '#domain/disclosure/disclosure-item.ts';

/** Words of what is handed out. It is read in Swedish, whatever language the app is shown in. */
export const disclosureTableWords: Readonly<Record<DisclosedTable, string>> = {
  progressLogs: 'Insats',
  comments: 'Kommentar',
  meetings: 'Möte',
};

export const disclosureFieldWords: Readonly<Record<DisclosedField, string>> = {
  activity: 'Aktivitet',
  parties: 'Parter',
  place: 'Plats',
  quantities: 'Antal',
  byOutcomes: 'Biutfall',
  text: 'Text',
  note: 'Anteckning',
  evidence: 'Underlag',
  decisions: 'Beslut',
  reason: 'Skäl till rättelse',
};

export const disclosureWords = {
  title: 'Utlämnade uppgifter',
  reference: 'Ärende',
  day: 'Utlämnat',
  masked: 'Uppgifter som har tagits bort är märkta █████.',
  number: 'Nr',
  kind: 'Slag',
  date: 'Dag',
  promise: 'Löfte',
} as const;
