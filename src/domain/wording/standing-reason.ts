import type { GoalDetail, GoalProgress } from '#domain/progress/goal-progress.ts';
import type { TargetKind } from '#domain/records/target.ts';
import { formatDay } from './days.ts';
import { describeDisposed } from './describe-disposed.ts';
import { formatValue, requiredMembers } from './describe-target.ts';
import type { Language } from './locale.ts';
import { formatShare } from './numbers.ts';
import { standingWords } from './standing-words.ts';

/**
 * What follows the status word: "10 borde vara gjorda", "2 återstår på 92 dagar", "nästa mätning väntas …".
 * In: a goal's progress. Out: a phrase without a capital, or undefined where the word says it all.
 */
export function describeStandingReason(progress: GoalProgress, language: Language): string | undefined {
  switch (progress.status) {
    case 'ahead':
    case 'on-pace':
    case 'behind':
      return describePaceReason(progress, language);
    case 'at-risk':
      return describeRisk(progress, language);
    case 'met':
      return describeMet(progress.detail, language);
    case 'not-met':
      return describeMiss(progress, language);
    case 'holding':
      return describeHolding(progress, language);
    case 'broken':
      return describeBreak(progress.detail, language);
    case 'unconfirmed':
      return describeUnreported(progress, language) ?? describeTooFew(progress, language);
    case 'awaiting':
      return describeAwaiting(progress, language);
    case 'unmeasured':
      return describeUnmeasured(progress.detail, language);
    case 'no-data':
      return describeTooFew(progress, language);
    case 'disposed':
      return progress.disposed && describeDisposed(progress.disposed, language);
    case 'not-started':
    case 'paused':
    case 'rescoped':
      return undefined;
  }
}

type Reason = (progress: GoalProgress, language: Language) => string | undefined;

function describePaceReason(progress: GoalProgress, language: Language): string | undefined {
  return paceReasons[progress.kind](progress, language);
}

const expectedSoFar: Reason = ({ pace, status, target, detail }, language) => {
  const words = standingWords[language];
  if (pace === undefined || pace.whole === 0) return undefined;
  if (status === 'ahead') return words.enough(pace.whole);
  // Early in the period a goal is on pace before anything is due: what "should be done" would contradict it.
  if (status === 'on-pace' && countDone(detail) < pace.whole) return undefined;
  if (target.kind === 'checklist') return words.shouldBeTicked(pace.whole);
  return target.kind === 'count' && target.distinctPersons
    ? words.shouldBeReached(pace.whole)
    : words.shouldBeDone(pace.whole);
};

/** Why a status of pace is what it is, per kind: pace itself, or the share that is required (model section 4). */
const paceReasons: Readonly<Record<TargetKind, Reason>> = {
  count: expectedSoFar,
  ceiling: () => undefined,
  recurrence: (progress, language) => {
    const { detail } = progress;
    if (detail.kind !== 'recurrence' || detail.reading === 'average') return expectedSoFar(progress, language);
    const missed = detail.each.due - detail.each.met;
    return missed > 0 ? standingWords[language].unitsMissed(missed, detail.each.due, detail.per) : undefined;
  },
  schedule: ({ detail, status }, language) => {
    if (detail.kind !== 'schedule' || status === 'ahead') return undefined;
    const missed = detail.due - detail.kept;
    return missed > 0 ? standingWords[language].occasionsMissed(missed) : undefined;
  },
  checklist: expectedSoFar,
  ratio: ({ detail }, language) => {
    if (detail.kind !== 'ratio') return undefined;
    return standingWords[language].shareRequired(formatShare(detail.required), detail.direction);
  },
  deadline: ({ detail }, language) => {
    if (detail.kind !== 'deadline' || detail.by !== undefined) return undefined;
    return detail.requiredShare < 1
      ? standingWords[language].shareInTime(formatShare(detail.requiredShare))
      : standingWords[language].allInTime;
  },
  'on-demand': ({ detail }, language) => {
    if (detail.kind !== 'on-demand' || detail.received <= detail.handled) return undefined;
    return standingWords[language].unhandled(detail.received - detail.handled);
  },
  milestone: ({ detail }, language) => {
    if (detail.kind !== 'milestone') return undefined;
    const late = detail.steps.filter((step) => step.state === 'late').length;
    return late > 0 ? standingWords[language].stepsLate(late) : undefined;
  },
  series: () => undefined,
  judged: () => undefined,
  ongoing: () => undefined,
};

function describeRisk({ detail, target, pace }: GoalProgress, language: Language): string | undefined {
  const words = standingWords[language];
  if (detail.kind === 'ceiling') {
    if (pace === undefined) return undefined;
    return words.limitUsedEarly(detail.used, detail.limit, pace.elapsedDays, pace.periodDays);
  }
  const left = countLeft(detail, target);
  if (left === undefined || left <= 0) return words.paceTooSlow;
  return pace === undefined ? words.left(left) : words.leftInDays(left, pace.daysLeft);
}

/** How many are done, for the kinds that are counted up. What one place has beyond its share helps no other. */
function countDone(detail: GoalDetail): number {
  if (detail.kind === 'checklist') return detail.ticked;
  if (detail.kind === 'recurrence') return detail.average.sum;
  if (detail.kind !== 'count') return 0;
  return detail.places?.reduce((sum, place) => sum + Math.min(place.sum, place.value), 0) ?? detail.sum;
}

/** How many remain to the target, for the kinds that are counted up; negative when passed. */
function countLeft(detail: GoalDetail, target: GoalProgress['target']): number | undefined {
  switch (detail.kind) {
    case 'count':
      return detail.value - countDone(detail);
    case 'checklist':
      return (target.kind === 'checklist' ? requiredMembers(target) : detail.required) - detail.ticked;
    case 'milestone':
      return detail.steps.length - detail.reached;
    case 'schedule':
      return detail.slots.filter((slot) => slot.state === 'coming' || slot.state === 'today').length;
    default:
      return undefined;
  }
}

function describeMet(detail: GoalDetail, language: Language): string | undefined {
  if (detail.kind === 'count' && detail.sum > detail.value)
    return standingWords[language].more(detail.sum - detail.value);
  if (detail.kind === 'ceiling') return standingWords[language].limitHeld;
  return undefined;
}

/** What was missing when the period ended; or, for a dropped goal and a measured one, already before. */
function describeMiss(progress: GoalProgress, language: Language): string | undefined {
  const { detail, periodOver } = progress;
  const words = standingWords[language];
  switch (detail.kind) {
    case 'count':
    case 'checklist':
      return periodOver ? describeShortfall(countLeft(detail, progress.target) ?? 0, language) : undefined;
    case 'recurrence':
      return detail.reading === 'average' && periodOver
        ? describeShortfall(detail.average.required - detail.average.sum, language)
        : describePaceReason(progress, language);
    case 'ceiling':
      return describeBreak(detail, language);
    case 'ratio':
      return words.shareRequired(formatShare(detail.required), detail.direction);
    case 'milestone':
      return words.lastStepOpen;
    case 'series':
      return describeSeriesMiss(detail, language);
    case 'judged':
      return words.levelAgreed(detail.rubric.find((level) => level.id === detail.agreedLevelId)?.name ?? '');
    default:
      return describePaceReason(progress, language);
  }
}

function describeSeriesMiss(detail: Extract<GoalDetail, { kind: 'series' }>, language: Language): string | undefined {
  const { level, baseline, indicator, direction } = detail;
  if (direction === 'hold') return undefined;
  if (level !== undefined) return standingWords[language].levelIs(formatValue(level, indicator.unit));
  return baseline === undefined ? undefined : standingWords[language].baselineIs(formatValue(baseline, indicator.unit));
}

/** A negative shortfall is an overshoot, which misses a target of exactly so many. */
function describeShortfall(short: number, language: Language): string | undefined {
  if (short === 0) return undefined;
  return short > 0 ? standingWords[language].short(short) : standingWords[language].over(-short);
}

function describeHolding(progress: GoalProgress, language: Language): string | undefined {
  const { detail } = progress;
  if (detail.kind !== 'ceiling') return undefined;
  const unreported = describeUnreported(progress, language);
  if (unreported) return unreported;
  return detail.limit === 0
    ? standingWords[language].noneReported
    : standingWords[language].leftToLimit(detail.limit - detail.used);
}

/** A ceiling is proven only by complete reporting; a silence is not a 0. */
function describeUnreported({ detail, target }: GoalProgress, language: Language): string | undefined {
  if (detail.kind !== 'ceiling' || detail.reported >= detail.due || target.kind !== 'ceiling') return undefined;
  return standingWords[language].unreported(detail.due - detail.reported, detail.due, target.reportEvery);
}

/** A share of too few is shown as it is and decides nothing. */
function describeTooFew({ detail, target }: GoalProgress, language: Language): string | undefined {
  if (detail.kind !== 'ratio' || target.kind !== 'ratio' || detail.enough || detail.whole === 0) return undefined;
  return target.minDenominator ? standingWords[language].tooFew(target.minDenominator) : undefined;
}

function describeBreak(detail: GoalDetail, language: Language): string | undefined {
  if (detail.kind === 'ceiling' && detail.used > detail.limit)
    return standingWords[language].over(detail.used - detail.limit);
  if (detail.kind === 'count' && detail.sum > detail.value)
    return standingWords[language].over(detail.sum - detail.value);
  return undefined;
}

function describeAwaiting({ detail, asOf }: GoalProgress, language: Language): string | undefined {
  if (detail.kind !== 'series' || detail.nextMeasurementOn === undefined) return undefined;
  const day = formatDay(detail.nextMeasurementOn, language, asOf);
  return detail.nextMeasurementOn < asOf
    ? standingWords[language].overdueMeasurement(day)
    : standingWords[language].nextMeasurement(day);
}

function describeUnmeasured(detail: GoalDetail, language: Language): string | undefined {
  if (detail.kind === 'judged') return standingWords[language].judgedInWords;
  return detail.kind === 'ongoing' && detail.silent ? standingWords[language].silent : undefined;
}
