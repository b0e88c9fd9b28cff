import type { RecurrenceUnit } from '#domain/records/target.ts';
import type { InLanguages } from './locale.ts';
import { formatCount, formatNumber } from './numbers.ts';
import { plural } from './sentence-parts.ts';
import { formatUnits } from './unit-words.ts';

interface StandingWords {
  readonly now: string;
  readonly undated: string;
  readonly shouldBeDone: (count: number) => string;
  readonly shouldBeReached: (count: number) => string;
  readonly shouldBeTicked: (count: number) => string;
  readonly stepsLate: (count: number) => string;
  readonly enough: (count: number) => string;
  readonly unitsMissed: (missed: number, due: number, unit: RecurrenceUnit) => string;
  readonly occasionsMissed: (count: number) => string;
  readonly shareRequired: (share: string, direction: 'at-least' | 'at-most') => string;
  readonly shareInTime: (share: string) => string;
  readonly allInTime: string;
  readonly unhandled: (count: number) => string;
  readonly limitUsedEarly: (used: number, limit: number, elapsed: number, days: number) => string;
  readonly paceTooSlow: string;
  readonly left: (count: number) => string;
  readonly leftInDays: (count: number, days: number) => string;
  readonly more: (count: number) => string;
  readonly over: (count: number) => string;
  readonly short: (count: number) => string;
  readonly limitHeld: string;
  readonly lastStepOpen: string;
  readonly levelIs: (level: string) => string;
  readonly baselineIs: (baseline: string) => string;
  readonly levelAgreed: (level: string) => string;
  readonly tooFew: (least: number) => string;
  readonly leftToLimit: (count: number) => string;
  readonly noneReported: string;
  readonly unreported: (missing: number, due: number, unit: RecurrenceUnit) => string;
  readonly nextMeasurement: (day: string) => string;
  readonly overdueMeasurement: (day: string) => string;
  readonly judgedInWords: string;
  readonly silent: string;
}

export const standingWords: InLanguages<StandingWords> = {
  sv: {
    now: 'nu',
    undated: 'Löftets period är inte bestämd, så takten går inte att räkna.',
    shouldBeDone: (count) => `${formatCount(count)} borde vara ${plural(count, 'gjord', 'gjorda')}`,
    shouldBeReached: (count) => `${formatCount(count)} borde vara ${plural(count, 'nådd', 'nådda')}`,
    shouldBeTicked: (count) => `${formatCount(count)} borde vara ${plural(count, 'avbockad', 'avbockade')}`,
    stepsLate: (count) => `${formatCount(count)} steg är ${plural(count, 'försenat', 'försenade')}`,
    enough: (count) => `${formatCount(count)} hade räckt hittills`,
    unitsMissed: (missed, due, unit) => `${formatCount(missed)} av ${formatUnits(due, unit, 'sv')} nådde inte upp`,
    occasionsMissed: (count) => `${formatCount(count)} ${plural(count, 'tillfälle', 'tillfällen')} blev inte av`,
    shareRequired: (share, direction) => `${direction === 'at-least' ? 'minst' : 'högst'} ${share} är lovat`,
    shareInTime: (share) => `minst ${share} ska ske i tid`,
    allInTime: 'allt ska ske i tid',
    unhandled: (count) => `${formatCount(count)} är inte ${plural(count, 'hanterat', 'hanterade')}`,
    limitUsedEarly: (used, limit, elapsed, days) =>
      `${formatCount(used)} av högst ${formatCount(limit)} efter ${formatCount(elapsed)} av ${formatCount(days)} dagar`,
    paceTooSlow: 'takten hittills räcker inte',
    left: (count) => `${formatNumber(count)} återstår`,
    leftInDays: (count, days) =>
      `${formatNumber(count)} återstår på ${formatCount(days)} ${plural(days, 'dag', 'dagar')}`,
    more: (count) => `${formatNumber(count)} mer än lovat`,
    over: (count) => `${formatNumber(count)} mer än löftet tillåter`,
    short: (count) => `${formatNumber(count)} fattades`,
    limitHeld: 'taket höll hela perioden',
    lastStepOpen: 'sista steget är inte klart',
    levelIs: (level) => `målet är ${level}`,
    baselineIs: (baseline) => `utgångsläget var ${baseline}`,
    levelAgreed: (level) => `nivån ”${level}” är lovad`,
    tooFew: (least) => `minst ${formatCount(least)} behövs för att avgöra`,
    leftToLimit: (count) =>
      count <= 0 ? 'taket är nått, inget utrymme kvar' : `${formatCount(count)} kvar till taket`,
    noneReported: 'inget har inträffat',
    unreported: (missing, due, unit) => `rapport saknas för ${formatCount(missing)} av ${formatUnits(due, unit, 'sv')}`,
    nextMeasurement: (day) => `nästa väntas ${day}`,
    overdueMeasurement: (day) => `den skulle ha kommit ${day}`,
    judgedInWords: 'bedöms i ord',
    silent: 'inget är loggat det här tertialet',
  },
  en: {
    now: 'now',
    undated: 'The promise’s period is not settled, so pace cannot be counted.',
    shouldBeDone: (count) => `${formatCount(count)} should be done by now`,
    shouldBeReached: (count) => `${formatCount(count)} should be reached by now`,
    shouldBeTicked: (count) => `${formatCount(count)} should be ticked off by now`,
    stepsLate: (count) => `${formatCount(count)} ${plural(count, 'step is', 'steps are')} late`,
    enough: (count) => `${formatCount(count)} would have been enough so far`,
    unitsMissed: (missed, due, unit) => `${formatCount(missed)} of ${formatUnits(due, unit, 'en')} fell short`,
    occasionsMissed: (count) => `${formatCount(count)} ${plural(count, 'occasion was', 'occasions were')} not held`,
    shareRequired: (share, direction) => `${direction === 'at-least' ? 'at least' : 'at most'} ${share} is promised`,
    shareInTime: (share) => `at least ${share} shall be in time`,
    allInTime: 'everything shall be in time',
    unhandled: (count) => `${formatCount(count)} ${plural(count, 'is', 'are')} not handled`,
    limitUsedEarly: (used, limit, elapsed, days) =>
      `${formatCount(used)} of at most ${formatCount(limit)} after ${formatCount(elapsed)} of ${formatCount(days)} days`,
    paceTooSlow: 'the pace so far is not enough',
    left: (count) => `${formatNumber(count)} ${plural(count, 'remains', 'remain')}`,
    leftInDays: (count, days) =>
      `${formatNumber(count)} ${plural(count, 'remains', 'remain')} in ${formatCount(days)} ${plural(days, 'day', 'days')}`,
    more: (count) => `${formatNumber(count)} more than promised`,
    over: (count) => `${formatNumber(count)} more than the promise allows`,
    short: (count) => `${formatNumber(count)} short`,
    limitHeld: 'the limit held for the whole period',
    lastStepOpen: 'the last step is not done',
    levelIs: (level) => `the goal is ${level}`,
    baselineIs: (baseline) => `the baseline was ${baseline}`,
    levelAgreed: (level) => `the level “${level}” is promised`,
    tooFew: (least) => `at least ${formatCount(least)} are needed to decide`,
    leftToLimit: (count) =>
      count <= 0 ? 'the limit is reached, no room left' : `${formatCount(count)} left to the limit`,
    noneReported: 'nothing has happened',
    unreported: (missing, due, unit) =>
      `reports are missing for ${formatCount(missing)} of ${formatUnits(due, unit, 'en')}`,
    nextMeasurement: (day) => `the next is expected ${day}`,
    overdueMeasurement: (day) => `it was expected ${day}`,
    judgedInWords: 'judged in words',
    silent: 'nothing has been logged this tertial',
  },
};
