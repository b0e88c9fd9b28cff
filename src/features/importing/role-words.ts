import type { ColumnRole } from '#domain/importing/column-roles.ts';
import type { Language } from '#domain/wording/locale.ts';
import { createVocabulary } from '#domain/wording/vocabulary.ts';

type NamedRole = Exclude<ColumnRole, `measure:${string}`>;

const roleNoun = createVocabulary<NamedRole>(
  {
    skip: 'Ta inte med',
    date: 'Datum',
    activity: 'Aktivitet',
    count: 'Antal insatser',
    party: 'Part',
    place: 'Plats',
    municipality: 'Kommun',
    state: 'Läge (genomförd, planerad, inställd)',
    note: 'Anteckning',
    extra: 'Utöver ordinarie (ja eller nej)',
    newPerson: 'Ny person under löftet (ja, nej, osäkert)',
    outcome: 'Biutfall med kolumnens namn',
    text: 'Aktivitetens text',
    shortName: 'Kort namn',
    focusArea: 'Fokusområde',
    targetGroup: 'Målgrupp',
    target: 'Målvärde',
    unit: 'Enhet för målet',
    period: 'Hur ofta målet gäller',
  },
  {
    skip: 'Leave out',
    date: 'Date',
    activity: 'Activity',
    count: 'Number of actions',
    party: 'Party',
    place: 'Place',
    municipality: 'Municipality',
    state: 'State (done, planned, cancelled)',
    note: 'Note',
    extra: 'Beyond ordinary work (yes or no)',
    newPerson: 'New person during the promise (yes, no, unsure)',
    outcome: 'By-outcome with the column’s name',
    text: 'Text of the activity',
    shortName: 'Short name',
    focusArea: 'Focus area',
    targetGroup: 'Target group',
    target: 'Target',
    unit: 'Unit of the target',
    period: 'How often the target is meant',
  },
);

/** In: a role, and the names of the activities' measures by key. Out: what it is called in a list of choices. */
export function roleWord(role: ColumnRole, measures: ReadonlyMap<string, string>, language: Language): string {
  if (!role.startsWith('measure:')) return roleNoun(role as NamedRole, language);
  return measures.get(role.slice('measure:'.length)) ?? role.slice('measure:'.length);
}
