import type { Day } from '#domain/calendar/day.ts';
import type { RunningStatus, SeriesPoint } from '#domain/progress/goal-progress.ts';
import { readAmount } from '#domain/progress/read-amounts.ts';
import type { Measurement } from '#domain/records/measurement.ts';
import type { TargetOf } from '#domain/records/target.ts';
import { type FigureInput, type KindRules, readReported } from './kind-rules.ts';

/**
 * Utveckling: decided by measurements, never by how much was done. (C − B) ÷ (T − B) may be below 0 and above 1.
 * Logs are counted as activity beside it and enter no figure of it.
 */
export const seriesRules: KindRules<'series'> = {
  count: (_target, { log, feeds }) => readReported(readAmount(feeds, log)),

  measure(input) {
    const { target, asOf } = input;
    const points = listPoints(input);
    const latest = points.findLast((point) => isValid(point, input));
    const status = judgeLatest(target, latest);
    const next = target.nextMeasurementOn;
    return {
      detail: {
        kind: 'series',
        direction: target.direction,
        indicator: target.indicator,
        points,
        baseline: target.baseline?.value,
        level: target.level,
        band: target.band,
        latest,
        nextMeasurementOn: next,
      },
      attainment: attain(
        target,
        points.filter((point) => isValid(point, input)),
        latest,
      ),
      standing: { settled: status, running: status, ended: status },
      needsTalk: next !== undefined && next < asOf && (latest === undefined || latest.date < next),
    };
  },
};

/** Measurements of this goal, or of its indicator from its source where they name no goal. A period is dated by its last day. */
function listPoints({ goal, target, measurements, asOf }: FigureInput<'series'>): readonly SeriesPoint[] {
  return measurements
    .filter((measurement) => measurement.deletedAt === undefined && isOfGoal(measurement, goal.id, target))
    .map(toPoint)
    .filter((point) => point.date !== '' && point.date <= asOf)
    .toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}

const keyOf = (point: SeriesPoint): string => `${point.date} ${point.measurementId}`;

function isOfGoal(measurement: Measurement, goalId: string, target: TargetOf<'series'>): boolean {
  if (measurement.goalId !== undefined) return measurement.goalId === goalId;
  return (
    measurement.indicator.name === target.indicator.name && measurement.indicator.source === target.indicator.source
  );
}

const toPoint = (measurement: Measurement): SeriesPoint => ({
  measurementId: measurement.id,
  date: measurement.date ?? measurement.period?.to ?? '',
  value: measurement.value,
  n: measurement.n,
  preliminary: measurement.preliminary ?? false,
});

/** A preliminary value decides nothing, and one from before the period says where it began. */
function isValid(
  point: SeriesPoint,
  { period, target }: { readonly period: { readonly from: Day } | undefined; readonly target: TargetOf<'series'> },
): boolean {
  if (point.preliminary || (period && point.date < period.from)) return false;
  const baselineDate = target.baseline?.date;
  return baselineDate === undefined || point.date > baselineDate;
}

function judgeLatest(target: TargetOf<'series'>, latest: SeriesPoint | undefined): RunningStatus {
  const reached = latest && isReached(target, latest.value);
  if (reached === undefined) return 'awaiting';
  return reached ? 'met' : 'not-met';
}

/** Undefined where the target says too little to decide: a direction without anything to compare with. */
function isReached({ direction, level, baseline, band }: TargetOf<'series'>, value: number): boolean | undefined {
  if (direction === 'hold') return band && band.low <= value && value <= band.high;
  if (level !== undefined) return direction === 'up' ? value >= level : value <= level;
  if (baseline === undefined) return undefined;
  return direction === 'up' ? value > baseline.value : value < baseline.value;
}

function attain(
  target: TargetOf<'series'>,
  points: readonly SeriesPoint[],
  latest: SeriesPoint | undefined,
): number | undefined {
  if (!latest) return undefined;
  const { direction, band, baseline, level } = target;
  if (direction === 'hold')
    return band && points.filter((point) => isReached(target, point.value)).length / points.length;
  if (baseline === undefined || level === undefined || baseline.value === level) return undefined;
  // Adding 0 makes −0 (standing still on the way down) a plain 0.
  return (latest.value - baseline.value) / (level - baseline.value) + 0;
}
