/** Goals and their outcomes, in words that say no more than the figures bear. */
import type { RecurrenceUnit } from '#domain/records/target.ts';
import type { InLanguages, Language } from './locale.ts';
import { formatCount, formatNumber } from './numbers.ts';
import { plural } from './sentence-parts.ts';
import { formatUnits, unitPhrases } from './unit-words.ts';

interface AttainmentWords {
  readonly noGoals: string;
  readonly twoQuestions: string;
  readonly effectsElsewhere: (count: number) => string;
  readonly changedTarget: (inForce: string, signed: string) => string;
  readonly judgedFrom: (word: string, day: string) => string;
  readonly earlier: (verdict: string) => string;
  readonly comparable: string;
  readonly seriesBroken: string;
  readonly readWithCare: string;
  readonly missed: (reason: string) => string;
  readonly because: (reason: string) => string;
  readonly unconfirmed: string;
  readonly unsure: (count: number) => string;
  readonly rhythm: (sum: number, units: number, perUnit: number, unit: RecurrenceUnit) => string;
  readonly unitsMet: (met: number, due: number, times: number, unit: RecurrenceUnit) => string;
  readonly averageProvesNothing: (unit: RecurrenceUnit) => string;
  readonly silentUnits: (count: number, unit: RecurrenceUnit) => string;
  readonly notYetReached: string;
  readonly chartTitle: (met: number, all: number, over: boolean) => string;
  readonly chartDescription: (counts: readonly { readonly word: string; readonly count: number }[]) => string;
  readonly chartUnit: string;
}

const tell = (counts: readonly { readonly word: string; readonly count: number }[]): string =>
  counts.map(({ word, count }) => `${word} ${formatCount(count)}`).join(', ');

const words: InLanguages<AttainmentWords> = {
  sv: {
    noGoals: 'Löftet har inga mål på det vi gör eller det vi ska få till. Det som lovades är aktiviteter.',
    twoQuestions:
      'För varje mål svarar vi på två frågor, var för sig: gjorde vi det vi lovade, och nådde vi det vi ville nå?',
    effectsElsewhere: (count) =>
      `${plural(count, 'Ett mål gäller', `${formatCount(count)} mål gäller`)} en effekt hos invånarna och står under rubriken ”Gjorde det skillnad?”.`,
    changedTarget: (inForce, signed) => `${inForce}. Vid undertecknandet: ${signed}`,
    judgedFrom: (word, day) => `${word}, kan bedömas tidigast ${day}`,
    earlier: (verdict) => `Tidigare under perioden: ${verdict}`,
    comparable: 'Samma slags mål och samma räkneregel som då.',
    seriesBroken: 'Målet räknas på ett annat sätt än då. Siffrorna ska inte jämföras rakt av.',
    readWithCare: 'Så ska utfallen läsas',
    missed: (reason) => `nåddes inte, ${reason}.`,
    because: (reason) => `Det beror på att ${reason}.`,
    unconfirmed: 'går inte att bekräfta, eftersom rapporteringen inte räcker.',
    unsure: (count) =>
      `${formatCount(count)} ${plural(count, 'person kan redan vara räknad', 'personer kan redan vara räknade')}, så utfallet är ett spann.`,
    rhythm: (sum, units, perUnit, unit) =>
      `${formatCount(sum)} på ${formatUnits(units, unit, 'sv')}, i snitt ${formatNumber(perUnit)} ${unitPhrases(unit, 'sv').per}.`,
    unitsMet: (met, due, times, unit) =>
      `${formatCount(met)} av ${formatUnits(due, unit, 'sv')} har minst ${formatCount(times)}.`,
    averageProvesNothing: (unit) => `Snittet visar inte att det skedde ${unitPhrases(unit, 'sv').every}.`,
    silentUnits: (count, unit) =>
      `För ${formatUnits(count, unit, 'sv')} finns ingen uppgift. Det kan betyda att inget gjordes, eller att det inte loggades för sig.`,
    notYetReached: 'Ännu inte nått',
    chartTitle: (met, all, over) =>
      over
        ? `${formatCount(met)} av ${formatCount(all)} mål nåddes`
        : `${formatCount(met)} av ${formatCount(all)} mål är nådda hittills`,
    chartDescription: (counts) => `Antal mål efter läge: ${tell(counts)}.`,
    chartUnit: 'mål',
  },
  en: {
    noGoals: 'The promise has no goals for what we do or bring about. What was promised are activities.',
    twoQuestions:
      'For each goal we answer two questions apart: did we do what we promised, and did we reach what we wanted to reach?',
    effectsElsewhere: (count) =>
      `${plural(count, 'One goal concerns', `${formatCount(count)} goals concern`)} an effect among the residents and ${plural(count, 'stands', 'stand')} under “Did it make a difference?”.`,
    changedTarget: (inForce, signed) => `${inForce}. At the signing: ${signed}`,
    judgedFrom: (word, day) => `${word}, can be judged ${day} at the earliest`,
    earlier: (verdict) => `Earlier in the period: ${verdict}`,
    comparable: 'The same kind of goal and the same counting rule as then.',
    seriesBroken: 'The goal is counted differently from then. The numbers should not be compared directly.',
    readWithCare: 'How to read the outcomes',
    missed: (reason) => `was not met, ${reason}.`,
    because: (reason) => `The reason is: ${reason}.`,
    unconfirmed: 'cannot be confirmed, since the reporting is not enough.',
    unsure: (count) =>
      `${formatCount(count)} ${plural(count, 'person', 'persons')} may already have been counted, so the outcome is a range.`,
    rhythm: (sum, units, perUnit, unit) =>
      `${formatCount(sum)} in ${formatUnits(units, unit, 'en')}, on average ${formatNumber(perUnit)} ${unitPhrases(unit, 'en').per}.`,
    unitsMet: (met, due, times, unit) =>
      `${formatCount(met)} of ${formatUnits(due, unit, 'en')} ${plural(met, 'has', 'have')} at least ${formatCount(times)}.`,
    averageProvesNothing: (unit) => `The average does not show that it happened ${unitPhrases(unit, 'en').every}.`,
    silentUnits: (count, unit) =>
      `For ${formatUnits(count, unit, 'en')} there is no data. Nothing may have been done, or it was not logged on its own.`,
    notYetReached: 'Not yet reached',
    chartTitle: (met, all, over) =>
      over
        ? `${formatCount(met)} of ${formatCount(all)} goals were met`
        : `${formatCount(met)} of ${formatCount(all)} goals are met so far`,
    chartDescription: (counts) => `Number of goals by standing: ${tell(counts)}.`,
    chartUnit: 'goals',
  },
};

/** In: the language. Out: the words of the chapter on goals. */
export const attainmentWords = (language: Language): AttainmentWords => words[language];
