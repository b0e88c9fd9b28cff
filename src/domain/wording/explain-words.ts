import type { RecurrenceUnit } from '#domain/records/target.ts';
import type { InLanguages } from './locale.ts';
import { formatCount } from './numbers.ts';
import { plural } from './sentence-parts.ts';
import { formatUnits } from './unit-words.ts';

export type ExplanationPart = 'result' | 'formula' | 'target' | 'counting-rule' | 'period' | 'logs' | 'missing';

interface ExplainWords {
  readonly headings: Readonly<Record<ExplanationPart, string>>;
  readonly masked: string;
  readonly signedTarget: (target: string) => string;
  readonly changed: (day: string) => string;
  readonly reason: (reason: string) => string;
  readonly decidedBy: (who: string) => string;
  readonly countsAsOne: (rule: string) => string;
  readonly doesNotCount: (rule: string) => string;
  readonly ruleDecidedBy: (who: string) => string;
  readonly datedBy: (rule: string) => string;
  readonly additionalOnly: string;
  readonly distinctPersons: string;
  readonly period: (period: string) => string;
  readonly noPeriod: string;
  readonly periodOver: string;
  readonly elapsed: (elapsed: number, days: number, left: number) => string;
  readonly asOf: (day: string) => string;
  readonly noLogs: string;
  readonly logsCount: (count: number) => string;
  readonly logsExcluded: (count: number, reasons: string) => string;
  readonly missing: {
    readonly period: string;
    readonly countingRule: string;
    readonly feeds: string;
    readonly owner: string;
    readonly nothingReported: string;
    readonly measurement: string;
    readonly assessment: string;
    readonly lateMeasurement: (day: string) => string;
    readonly reports: (count: number) => string;
    readonly silentUnits: (count: number, unit: RecurrenceUnit) => string;
    readonly unsure: (count: number) => string;
  };
}

export const explainWords: InLanguages<ExplainWords> = {
  sv: {
    headings: {
      result: 'Så går det',
      formula: 'Så räknar vi',
      target: 'Det här gäller',
      'counting-rule': 'Det här räknas',
      period: 'Period och datum',
      logs: 'Insatserna bakom',
      missing: 'Det här saknas',
    },
    masked: 'Målet handlar om ett litet antal människor. Därför visar vi om det är nått, men inte siffran.',
    signedTarget: (target) => `Vid undertecknandet gällde: ${target}.`,
    changed: (day) => `Ändrat från och med ${day}.`,
    reason: (reason) => `Skäl: ${reason}`,
    decidedBy: (who) => `Beslutat av: ${who}`,
    countsAsOne: (rule) => `Räknas som ett: ${rule}`,
    doesNotCount: (rule) => `Räknas inte: ${rule}`,
    ruleDecidedBy: (who) => `Vid tvekan avgör: ${who}`,
    datedBy: (rule) => `Datumet är: ${rule}`,
    additionalOnly: 'Bara det som görs utöver det ordinarie arbetet räknas.',
    distinctPersons: 'Varje person räknas en gång under löftet. Ingen person registreras, bara om den är ny.',
    period: (period) => `Perioden är ${period}.`,
    noPeriod: 'Löftets period är inte bestämd.',
    periodOver: 'Perioden är slut.',
    elapsed: (elapsed, days, left) =>
      `${formatCount(elapsed)} av ${formatCount(days)} dagar har gått, ${formatCount(left)} återstår.`,
    asOf: (day) => `Räknat för ${day}.`,
    noLogs: 'Ingen insats är loggad för målet ännu.',
    logsCount: (count) =>
      count === 0 ? 'Ingen insats räknas.' : `${formatCount(count)} ${plural(count, 'insats', 'insatser')} räknas.`,
    logsExcluded: (count, reasons) => `${formatCount(count)} räknas inte: ${reasons}.`,
    missing: {
      period: 'Löftets start- och slutdatum.',
      countingRule: 'En räkneregel: vad som räknas som ett, och vad som inte räknas.',
      feeds: 'En aktivitet som målet räknar från.',
      owner: 'En part som ansvarar för målet.',
      nothingReported: 'Något rapporterat att räkna andelen på.',
      measurement: 'En mätning under perioden.',
      assessment: 'En bedömning, signerad av parterna.',
      lateMeasurement: (day) => `Mätningen som väntades ${day}.`,
      reports: (count) =>
        `${formatCount(count)} ${plural(count, 'rapport', 'rapporter')}. Tystnad räknas inte som noll.`,
      silentUnits: (count, unit) =>
        `Uppgift om ${formatUnits(count, unit, 'sv')}. Tystnad kan betyda att inget gjordes eller att inget loggades.`,
      unsure: (count) =>
        `Besked om ${formatCount(count)} ${plural(count, 'person som kan vara ny', 'personer som kan vara nya')}.`,
    },
  },
  en: {
    headings: {
      result: 'How it goes',
      formula: 'How we count',
      target: 'What applies',
      'counting-rule': 'What counts',
      period: 'Period and date',
      logs: 'The actions behind it',
      missing: 'What is missing',
    },
    masked: 'The goal is about a small number of people. We therefore show whether it is met, but not the number.',
    signedTarget: (target) => `At the signing: ${target}.`,
    changed: (day) => `Changed as of ${day}.`,
    reason: (reason) => `Reason: ${reason}`,
    decidedBy: (who) => `Decided by: ${who}`,
    countsAsOne: (rule) => `Counts as one: ${rule}`,
    doesNotCount: (rule) => `Does not count: ${rule}`,
    ruleDecidedBy: (who) => `In doubt decides: ${who}`,
    datedBy: (rule) => `The date is: ${rule}`,
    additionalOnly: 'Only what is done beyond the ordinary work counts.',
    distinctPersons: 'Each person counts once during the promise. No person is registered, only whether they are new.',
    period: (period) => `The period is ${period}.`,
    noPeriod: 'The promise’s period is not settled.',
    periodOver: 'The period is over.',
    elapsed: (elapsed, days, left) =>
      `${formatCount(elapsed)} of ${formatCount(days)} days have passed, ${formatCount(left)} left.`,
    asOf: (day) => `Counted for ${day}.`,
    noLogs: 'No action has been logged for the goal yet.',
    logsCount: (count) =>
      count === 0 ? 'No action counts.' : `${formatCount(count)} ${plural(count, 'action counts', 'actions count')}.`,
    logsExcluded: (count, reasons) => `${formatCount(count)} ${plural(count, 'does', 'do')} not count: ${reasons}.`,
    missing: {
      period: 'The promise’s first and last day.',
      countingRule: 'A counting rule: what counts as one, and what does not count.',
      feeds: 'An activity that the goal counts from.',
      owner: 'A party responsible for the goal.',
      nothingReported: 'Something reported to count the share on.',
      measurement: 'A measurement during the period.',
      assessment: 'An assessment signed by the parties.',
      lateMeasurement: (day) => `The measurement expected ${day}.`,
      reports: (count) =>
        `${formatCount(count)} ${plural(count, 'report', 'reports')}. Silence does not count as zero.`,
      silentUnits: (count, unit) =>
        `Data for ${formatUnits(count, unit, 'en')}. Silence may mean that nothing was done or that nothing was logged.`,
      unsure: (count) => `Certainty about ${formatCount(count)} ${plural(count, 'person', 'persons')} who may be new.`,
    },
  },
};
