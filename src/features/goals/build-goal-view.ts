import { type Day, isDay } from '#domain/calendar/day.ts';
import { type BurnUp, plotBurnUp } from '#domain/progress/chart-points.ts';
import { computeProgress } from '#domain/progress/compute-progress.ts';
import type { GoalTallies } from '#domain/progress/contribution.ts';
import { findBounds } from '#domain/progress/counting-plan.ts';
import type { GoalProgress } from '#domain/progress/goal-progress.ts';
import { emptyTally, subtractTally, type Tally, tallyAsOf } from '#domain/progress/tally.ts';
import type { Deviation } from '#domain/records/deviation.ts';
import type { TargetKind } from '#domain/records/target.ts';
import type { GoalRecords } from './queries.ts';

/** What the goal's page shows for one day; every figure is the engine's. */
export interface GoalView {
  readonly records: GoalRecords;
  readonly asOf: Day;
  readonly tally: Tally;
  readonly progress: GoalProgress;
  /** For kinds that grow towards a number. */
  readonly burnUp: BurnUp | undefined;
  /** The same without what waits to be shared; undefined where nothing does. */
  readonly official: { readonly progress: GoalProgress; readonly burnUp: BurnUp | undefined } | undefined;
}

const growingKinds: ReadonlySet<TargetKind> = new Set(['count', 'ceiling']);

/** In: the goal's records, the day, and what waits to be shared of its tallies. Out: its figures on that day. */
export function buildGoalView(records: GoalRecords, asOf: Day, waiting?: GoalTallies): GoalView {
  const { byDay } = records;
  const official = waiting && computeFigures(records, asOf, subtractDays(byDay, waiting.byDay));
  return { records, asOf, ...computeFigures(records, asOf, byDay), official };
}

type Days = GoalRecords['byDay'];

/** Days of which nothing but what waits is told stay as days without anything. */
function subtractDays(byDay: Days, waiting: GoalTallies['byDay']): Days {
  const days = new Map(byDay);
  for (const [day, tally] of waiting) days.set(day, subtractTally(days.get(day) ?? emptyTally, tally));
  return [...days];
}

function computeFigures({ goal, overview }: GoalRecords, asOf: Day, byDay: Days) {
  const { promise, measurements, assessments, deviations } = overview;
  const input = { goal, promise, measurements, assessments, deviations, asOf };
  const tally = tallyAsOf(byDay, asOf);
  const progress = computeProgress({ ...input, tally });
  const burnUp = growingKinds.has(progress.kind) ? plotBurnUp({ ...input, byDay }) : undefined;
  return { tally, progress, burnUp: burnUp && burnUp.points.length > 0 ? burnUp : undefined };
}

/**
 * The day that the address asks for (`?per=`).
 * In: the text, the promise, today. Out: that day when it has been and lies in the promise's time; else today.
 */
export function readAsOf(text: string | null, { overview: { promise } }: GoalRecords, today: Day): Day {
  if (text === null || !isDay(text) || text > today) return today;
  const { from } = findBounds(promise);
  return from !== undefined && text < from ? today : text;
}

/** Deviations of the goal, of the work that feeds it, or of the whole promise. */
export function listDeviations({ goal, overview }: GoalRecords): readonly Deviation[] {
  const ids = new Set([goal.id, goal.promiseId, ...goal.feeds.map(({ activityId }) => activityId)]);
  return overview.deviations.filter(({ refs }) => refs.some(({ id }) => ids.has(id)));
}
