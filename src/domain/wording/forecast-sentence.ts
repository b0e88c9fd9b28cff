import type { GoalProgress, RunningStatus } from '#domain/progress/goal-progress.ts';
import type { View } from './describe-outcome.ts';
import type { InLanguages, Language } from './locale.ts';
import { formatCount, formatNumber } from './numbers.ts';
import { joinSentences, plural } from './sentence-parts.ts';

/** Nothing is foreseen of what is decided, nor of what rests. */
const decidedStatuses: readonly RunningStatus[] = [
  'met',
  'not-met',
  'broken',
  'paused',
  'rescoped',
  'unconfirmed',
  'disposed',
];

/** Fewer logs than this is little to foresee from, and the sentence says so. */
const fewEvents = 5;

/**
 * Where the present pace leads, as a range and a chance in words (model section 4, Forecast). Never for a public page.
 * In: a goal's progress. Out: sentences, or undefined where there is no forecast, the goal is decided, or the figure is masked.
 */
export function forecastSentence(progress: GoalProgress, language: Language, view: View = 'full'): string | undefined {
  const { forecast, status, target, planned } = progress;
  if (!forecast || view === 'masked' || progress.periodOver || decidedStatuses.includes(status)) return undefined;
  const words = forecastWords[language];
  const goal = target.kind === 'count' ? formatNumber(target.value) : words.theTarget;
  return joinSentences(
    words.range(forecast.low, forecast.high, forecast.median),
    words.chance(goal, chanceInWords(forecast.chance, language)),
    planned > 0 ? words.planned(planned) : undefined,
    progress.events < fewEvents ? words.uncertain : undefined,
  );
}

/** In: a chance, 0–1. Out: a word with a plain fraction; the ends are never called certain. */
export function chanceInWords(chance: number, language: Language): string {
  const words = forecastWords[language];
  if (chance < 0.05) return words.verySmall;
  if (chance > 0.95) return words.veryGood;
  return words.about(Math.min(9, Math.max(1, Math.round(chance * 10))));
}

/**
 * What should have been reached by now: "Efter 273 av 365 dagar borde 3 vara gjorda. 92 dagar återstår."
 * In: a goal's progress. Out: sentences, or undefined where pace does not apply or the figure is masked.
 */
export function paceSentence(progress: GoalProgress, language: Language, view: View = 'full'): string | undefined {
  const { pace, periodOver, kind } = progress;
  // A ceiling has a pace too, but nothing of it "should be done".
  if (pace === undefined || view === 'masked' || kind === 'ceiling') return undefined;
  const words = forecastWords[language];
  const expected = words.expected(pace.whole, pace.elapsedDays, pace.periodDays);
  return joinSentences(expected, periodOver ? undefined : words.daysLeft(pace.daysLeft));
}

interface ForecastWords {
  readonly theTarget: string;
  readonly range: (low: number, high: number, median: number) => string;
  readonly chance: (goal: string, chance: string) => string;
  readonly planned: (count: number) => string;
  readonly uncertain: string;
  readonly verySmall: string;
  readonly veryGood: string;
  readonly about: (tenths: number) => string;
  readonly expected: (whole: number, elapsed: number, days: number) => string;
  readonly daysLeft: (days: number) => string;
}

const forecastWords: InLanguages<ForecastWords> = {
  sv: {
    theTarget: 'målet',
    range: (low, high, median) =>
      low === high
        ? `Med samma takt som hittills blir det troligen ${formatCount(low)}.`
        : `Med samma takt som hittills blir det troligen ${formatCount(low)}–${formatCount(high)}, och mest sannolikt omkring ${formatCount(median)}.`,
    chance: (goal, chance) => `Chansen att nå ${goal} är ${chance}.`,
    planned: (count) =>
      `${formatCount(count)} ${plural(count, 'planerad insats är', 'planerade insatser är')} inte med i räkningen.`,
    uncertain: 'Underlaget är litet ännu, så ta prognosen med försiktighet.',
    verySmall: 'mycket liten, mindre än 1 på 20',
    veryGood: 'mycket god, mer än 19 på 20',
    about: (tenths) => `ungefär ${tenths} på 10`,
    expected: (whole, elapsed, days) => {
      const passed = `Efter ${formatCount(elapsed)} av ${formatCount(days)} dagar`;
      if (whole === 0) return `${passed} behöver inget vara gjort ännu.`;
      return `${passed} borde ${formatCount(whole)} vara ${plural(whole, 'gjord', 'gjorda')}.`;
    },
    daysLeft: (days) => `${formatCount(days)} ${plural(days, 'dag', 'dagar')} återstår.`,
  },
  en: {
    theTarget: 'the target',
    range: (low, high, median) =>
      low === high
        ? `At the pace so far it will probably be ${formatCount(low)}.`
        : `At the pace so far it will probably be ${formatCount(low)}–${formatCount(high)}, most likely about ${formatCount(median)}.`,
    chance: (goal, chance) => `The chance of reaching ${goal} is ${chance}.`,
    planned: (count) => `${formatCount(count)} planned ${plural(count, 'action is', 'actions are')} not included.`,
    uncertain: 'There is little to go on yet, so take the forecast with care.',
    verySmall: 'very small, less than 1 in 20',
    veryGood: 'very good, more than 19 in 20',
    about: (tenths) => `about ${tenths} in 10`,
    expected: (whole, elapsed, days) => {
      const passed = `After ${formatCount(elapsed)} of ${formatCount(days)} days`;
      return whole === 0
        ? `${passed}, nothing needs to be done yet.`
        : `${passed}, ${formatCount(whole)} should be done.`;
    },
    daysLeft: (days) => `${formatCount(days)} ${plural(days, 'day', 'days')} left.`,
  },
};
