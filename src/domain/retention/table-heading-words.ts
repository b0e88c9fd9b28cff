/** Words for the tables of an archive package, and for what each kind of target means. */
import type { TableName } from '#domain/records/tables.ts';
import type { TargetKind } from '#domain/records/target.ts';

export const tableHeadingWords: { readonly [T in TableName]: readonly [name: string, meaning: string] } = {
  promises: ['Medborgarlöfte', 'Löftet självt: parter, period, text och planer.'],
  focusAreas: ['Fokusområden', 'Vad löftet prioriterar.'],
  activities: ['Aktiviteter', 'Vad som lovades att göras, och vad som räknas.'],
  goals: ['Mål', 'Vad som skulle nås, med räkneregel och tidigare versioner.'],
  progressLogs: ['Insatser', 'Det arbete som loggats. En rad ändras aldrig: rättelser är nya rader.'],
  measurements: ['Mätvärden', 'Värden av indikatorer vid ett datum eller under en period.'],
  deviations: ['Avvikelser', 'Vad som gick annorlunda, varför och hur länge.'],
  assessments: ['Bedömningar', 'Människors bedömningar av genomförande och måluppfyllelse.'],
  comments: ['Kommentarer', 'Vad människor har skrivit om raderna.'],
  feedback: ['Återkoppling', 'När invånare, medarbetare och samverkansparter fick veta hur det går.'],
  meetings: ['Möten', 'Möten och deras beslut. Funktioner, aldrig personer.'],
  followUps: ['Uppföljningar', 'Uppföljningar av en period, med underskrifter.'],
  reportParts: [
    'Frysta rapporter, sidor',
    'De frysta rapporterna så som de lagras. Rapport-filerna säger samma sak för läsare.',
  ],
  publications: ['Offentliga sidor', 'Versioner av det som invånarna läser.'],
};

export const targetKindWords: { readonly [K in TargetKind]: readonly [name: string, meaning: string] } = {
  count: ['Antal, minst', 'Summan av det som räknas ska bli minst målvärdet.'],
  ceiling: ['Antal, högst', 'Summan får inte bli större än målvärdet.'],
  recurrence: ['Återkommande', 'Så många gånger per tidsenhet, varje enhet för sig eller i genomsnitt.'],
  schedule: ['Fasta tillfällen', 'Varje tillfälle som inte är undantaget ska hållas.'],
  checklist: ['Alla av', 'Namngivna delar ska bockas av, alla eller en andel.'],
  ratio: ['Andel', 'Delen genom helheten, summerade var för sig.'],
  deadline: ['Inom viss tid', 'Till en dag, eller inom så många dagar från varje händelse.'],
  'on-demand': ['Vid behov', 'Hanterade av inkomna.'],
  milestone: ['Leverans, steg', 'Steg i ordning, det sista är leveransen.'],
  series: ['Utveckling', 'En indikator ska gå från utgångsläget till målnivån, eller hålla sig inom ett spann.'],
  judged: ['Bedöms i ord', 'En bedömd nivå på en skala som bestämts i förväg.'],
  ongoing: ['Löpande', 'Något ska hända varje tertial. Räknas, men aldrig i procent.'],
};
