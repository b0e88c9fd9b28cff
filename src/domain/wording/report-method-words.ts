import type { Day } from '#domain/calendar/day.ts';
import { formatDayWithYear } from './days.ts';
import type { InLanguages, Language } from './locale.ts';

export interface MethodWords {
  readonly asOf: (day: Day) => string;
  readonly whatCounts: string;
  readonly percentages: string;
  readonly rhythms: string;
  readonly late: string;
  readonly people: string;
  readonly smallNumbers: string;
  readonly effects: string;
  readonly notShown: string;
  readonly measuredBy: (source: string) => string;
  readonly shareOf: (unit: string) => string;
  readonly noRule: string;
}

const words: InLanguages<MethodWords> = {
  sv: {
    asOf: (day) => `Alla uppgifter gäller ${formatDayWithYear(day, 'sv')}.`,
    whatCounts:
      'Bara genomförda insatser inom löftets period räknas. Planerade, inställda, rättade och tillbakatagna räknas inte. För ett mål räknas samma insats en gång.',
    percentages:
      'Antal står alltid före procent. Under 20 händelser skrivs ingen procent ut. Procent avrundas nedåt, så 100 procent är alltid alla.',
    rhythms:
      'Mål som gäller varje vecka, månad eller annan tid redovisas på två sätt: hur många av tiderna som fick sitt, och snittet. Ett snitt visar inte att det skedde varje gång.',
    late: 'Det som rapporteras efter att uppföljningen har fastställts ändrar inte siffrorna. Det redovisas för sig, som i ”5 (+1)”.',
    people: 'Mål som gäller ett litet antal människor visas som nådda eller inte nådda, utan siffra.',
    smallNumbers: 'Biutfall under fem skrivs som ”färre än 5”.',
    effects:
      'Effektmål räknas aldrig ihop med det vi har gjort, och ett mål som gick långt över väger inte upp ett annat.',
    notShown: 'visas inte',
    measuredBy: (source) => `Mäts: ${source}`,
    shareOf: (unit) => `andel av ${unit}`,
    noRule: 'Ingen räkneregel är nedskriven',
  },
  en: {
    asOf: (day) => `All figures are as of ${formatDayWithYear(day, 'en')}.`,
    whatCounts:
      'Only work that was done within the period of the promise counts. Planned, cancelled, corrected and withdrawn work does not. For one goal the same action counts once.',
    percentages:
      'Counts always stand before percentages. Below 20 events no percentage is printed. Percentages are rounded down, so 100 per cent always means all.',
    rhythms:
      'Goals for each week, month or other unit are told in two ways: how many of the units got their share, and the average. An average does not show that it happened every time.',
    late: 'What is reported after the follow-up was sealed does not change the figures. It is shown apart, as in “5 (+1)”.',
    people: 'Goals about a small number of people are shown as met or not met, without a number.',
    smallNumbers: 'By-outcomes below five are written “fewer than 5”.',
    effects:
      'Effect goals are never added to what we have done, and a goal that went far beyond does not make up for another.',
    notShown: 'not shown',
    measuredBy: (source) => `Measured: ${source}`,
    shareOf: (unit) => `share of ${unit}`,
    noRule: 'No counting rule has been written down',
  },
};

/** In: the language. Out: the words of the chapter on how it was counted. */
export const methodWords = (language: Language): MethodWords => words[language];
