import type { GoalDetail, GoalProgress } from '#domain/progress/goal-progress.ts';
import type { Target } from '#domain/records/target.ts';
import { formatValue, levelName } from './describe-target.ts';
import type { InLanguages, Language } from './locale.ts';
import { formatCount, formatNumber, formatOutOf } from './numbers.ts';
import { formatAmount } from './sentence-parts.ts';
import { unitNoun } from './unit-words.ts';

/**
 * Whose eyes. `masked` is what everyone but the owner gets for a person-related goal: reached or not yet reached,
 * never the figure (model section 4, Small numbers; section 5).
 */
export type View = 'full' | 'masked';

/**
 * The outcome as a figure only, for rows that show the status beside it: "2 av 12", "7 av 5", "3–4 av 5".
 * In: a goal's progress. Out: a phrase without a capital. A missing value is said in words and is never 0.
 */
export function describeFigure(progress: GoalProgress, language: Language, view: View = 'full'): string {
  const words = figureWords[language];
  if (progress.disposed) return words.disposed;
  if (view === 'masked') return describeMasked(progress, language);
  const { detail, target } = progress;
  switch (detail.kind) {
    case 'count':
      return describeCount(detail, language);
    case 'ceiling':
      return words.ofLimit(formatCount(detail.used), formatCount(detail.limit));
    case 'recurrence':
      return describeRecurrence(detail, language);
    case 'schedule':
      return detail.due === 0
        ? words.noneDueYet
        : words.occasions(formatOutOf(detail.kept, detail.due, language), detail.due);
    case 'checklist':
      return formatOutOf(detail.ticked, detail.members.length, language);
    case 'ratio':
      return detail.whole === 0 ? words.nothingReported : formatOutOf(detail.part, detail.whole, language);
    case 'deadline':
      return describeDeadline(detail, language);
    case 'on-demand':
      return detail.received === 0
        ? words.noNeed
        : words.handled(formatOutOf(detail.handled, detail.received, language));
    case 'milestone':
      return words.steps(formatOutOf(detail.reached, detail.steps.length, language));
    case 'series':
      return describeSeries(detail, language);
    case 'judged':
      return describeJudged(detail, target, language);
    case 'ongoing':
      return formatAmount(detail.count, target.kind === 'ongoing' ? target.unit : words.times);
  }
}

/**
 * The outcome as it stands alone on a card: the figure, and "· nått" where the figure does not show it by itself
 * ("3 av 5 · nått" when three are enough; "7 av 5" needs no more).
 */
export function describeOutcome(progress: GoalProgress, language: Language, view: View = 'full'): string {
  const figure = describeFigure(progress, language, view);
  if (view === 'masked' || progress.status !== 'met' || overshoots(progress.detail)) return figure;
  return `${figure} · ${figureWords[language].met}`;
}

/** In: a person-related goal's progress. Out: reached or not, without the number. */
export function describeMasked(progress: GoalProgress, language: Language): string {
  const words = figureWords[language];
  if (progress.disposed) return words.disposed;
  if (progress.status === 'met') return words.met;
  if (progress.status === 'no-data' || progress.status === 'awaiting') return words.nothingReported;
  if (progress.status === 'unconfirmed') return words.unconfirmed;
  return progress.periodOver ? words.notMet : words.notYetMet;
}

/** Whether a count has passed its target, so that the figure itself says that it is met. */
const overshoots = (detail: GoalDetail): boolean => detail.kind === 'count' && detail.sum > detail.value;

function describeCount(detail: Extract<GoalDetail, { kind: 'count' }>, language: Language): string {
  const { places, unsure = 0, sum, value } = detail;
  if (places !== undefined && places.length > 0) {
    const reached = places.filter((place) => place.sum >= place.value).length;
    return figureWords[language].places(formatOutOf(reached, places.length, language), places.length);
  }
  if (unsure === 0) return formatOutOf(sum, value, language);
  return `${formatNumber(sum)}–${formatOutOf(sum + unsure, value, language)}`;
}

function describeRecurrence(detail: Extract<GoalDetail, { kind: 'recurrence' }>, language: Language): string {
  const { each, average, reading, per, sum } = detail;
  if (reading === 'each' && each.due > 0) {
    return `${formatOutOf(each.met, each.due, language)} ${unitNoun(each.due, per, language)}`;
  }
  if (reading === 'average' && average.required > 0) return formatOutOf(average.sum, average.required, language);
  return figureWords[language].soFar(formatCount(sum));
}

function describeDeadline(detail: Extract<GoalDetail, { kind: 'deadline' }>, language: Language): string {
  const words = figureWords[language];
  if (detail.by === undefined) {
    return detail.handled === 0
      ? words.nothingReported
      : words.inTime(formatOutOf(detail.inTime, detail.handled, language));
  }
  if (detail.inTime > 0) return words.doneInTime;
  if (detail.handled > 0) return words.doneLate;
  return detail.late ? words.notDoneInTime : words.notDoneYet;
}

function describeSeries(detail: Extract<GoalDetail, { kind: 'series' }>, language: Language): string {
  const { latest, level, band, indicator } = detail;
  const words = figureWords[language];
  if (latest === undefined) return words.noMeasurement;
  const now = formatValue(latest.value, indicator.unit);
  if (level !== undefined && detail.direction !== 'hold') return words.towards(now, formatValue(level, indicator.unit));
  if (band !== undefined) return words.within(now, formatNumber(band.low), formatNumber(band.high));
  return now;
}

function describeJudged(detail: Extract<GoalDetail, { kind: 'judged' }>, target: Target, language: Language): string {
  const words = figureWords[language];
  if (detail.latest === undefined) return words.notJudged;
  const { levelId } = detail.latest;
  const fromTarget = target.kind === 'judged' ? levelName(target, levelId) : '';
  const name = fromTarget || detail.rubric.find((level) => level.id === levelId)?.name;
  return name ? words.judged(name) : words.notJudged;
}

interface FigureWords {
  readonly met: string;
  readonly notYetMet: string;
  readonly notMet: string;
  readonly unconfirmed: string;
  readonly nothingReported: string;
  readonly disposed: string;
  readonly noneDueYet: string;
  readonly noNeed: string;
  readonly noMeasurement: string;
  readonly notJudged: string;
  readonly notDoneYet: string;
  readonly notDoneInTime: string;
  readonly doneInTime: string;
  readonly doneLate: string;
  readonly times: string;
  readonly ofLimit: (used: string, limit: string) => string;
  readonly places: (outOf: string, count: number) => string;
  readonly occasions: (outOf: string, count: number) => string;
  readonly soFar: (count: string) => string;
  readonly handled: (outOf: string) => string;
  readonly inTime: (outOf: string) => string;
  readonly steps: (outOf: string) => string;
  readonly towards: (now: string, level: string) => string;
  readonly within: (now: string, low: string, high: string) => string;
  readonly judged: (level: string) => string;
}

const figureWords: InLanguages<FigureWords> = {
  sv: {
    met: 'nått',
    notYetMet: 'ännu inte nått',
    notMet: 'inte nått',
    unconfirmed: 'inte bekräftat',
    nothingReported: 'inget rapporterat ännu',
    disposed: 'uppgifterna är gallrade',
    noneDueYet: 'inget tillfälle har varit ännu',
    noNeed: 'inget behov hittills',
    noMeasurement: 'ingen mätning ännu',
    notJudged: 'inte bedömt ännu',
    notDoneYet: 'inte gjort ännu',
    notDoneInTime: 'inte gjort, och datumet har passerat',
    doneInTime: 'gjort i tid',
    doneLate: 'gjort, men efter datumet',
    times: 'gånger',
    ofLimit: (used, limit) => `${used} av högst ${limit}`,
    places: (outOf, count) => `${outOf} ${count === 1 ? 'plats' : 'platser'}`,
    occasions: (outOf, count) => `${outOf} ${count === 1 ? 'tillfälle' : 'tillfällen'}`,
    soFar: (count) => `${count} hittills`,
    handled: (outOf) => `${outOf} hanterade`,
    inTime: (outOf) => `${outOf} i tid`,
    steps: (outOf) => `${outOf} steg`,
    towards: (now, level) => `${now}, målet är ${level}`,
    within: (now, low, high) => `${now}, ska vara mellan ${low} och ${high}`,
    judged: (level) => `bedömt som ”${level}”`,
  },
  en: {
    met: 'met',
    notYetMet: 'not yet met',
    notMet: 'not met',
    unconfirmed: 'not confirmed',
    nothingReported: 'nothing reported yet',
    disposed: 'the records were disposed of',
    noneDueYet: 'no occasion has come yet',
    noNeed: 'no need so far',
    noMeasurement: 'no measurement yet',
    notJudged: 'not judged yet',
    notDoneYet: 'not done yet',
    notDoneInTime: 'not done, and the date has passed',
    doneInTime: 'done in time',
    doneLate: 'done, but after the date',
    times: 'times',
    ofLimit: (used, limit) => `${used} of at most ${limit}`,
    places: (outOf, count) => `${outOf} ${count === 1 ? 'place' : 'places'}`,
    occasions: (outOf, count) => `${outOf} ${count === 1 ? 'occasion' : 'occasions'}`,
    soFar: (count) => `${count} so far`,
    handled: (outOf) => `${outOf} handled`,
    inTime: (outOf) => `${outOf} in time`,
    steps: (outOf) => `${outOf} steps`,
    towards: (now, level) => `${now}, the goal is ${level}`,
    within: (now, low, high) => `${now}, shall be between ${low} and ${high}`,
    judged: (level) => `judged “${level}”`,
  },
};
