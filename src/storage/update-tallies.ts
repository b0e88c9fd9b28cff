/** Tallies are a cache of what the logs say, moved or counted anew in the transaction that changes what they rest on. */
import {
  type CountingContext,
  contribute,
  type GoalTallies,
  type StandingLog,
  tallyGoals,
} from '#domain/progress/contribution.ts';
import { addTally, emptyTally, isEmptyTally, subtractTally, type Tally } from '#domain/progress/tally.ts';
import { type Counting, readCounting } from './counting.ts';
import type { Database, GoalStretch, GoalTotal } from './database.ts';
import { addStretches, deleteGoalDays, toStretches } from './goal-days.ts';
import { listActivityLogs } from './many-logs.ts';

/** One log before and after a change: a new one has no before. */
export interface LogMove {
  readonly before?: StandingLog | undefined;
  readonly after?: StandingLog | undefined;
}

/** What changes do to one goal, in whole and by day. */
export interface TallyChange {
  readonly promiseId: string;
  total: Tally;
  readonly byDay: Map<string, Tally>;
}

/**
 * Moves what logs contribute, inside the transaction that stores them: cost follows what changed.
 * `except`: goals that the same action counts anew, which see the logs there.
 */
export async function moveContributions(
  db: Database,
  countings: ReadonlyMap<string, Counting | undefined>,
  moves: readonly LogMove[],
  except: ReadonlySet<string> = new Set(),
): Promise<void> {
  const changes = new Map<string, TallyChange>();
  for (const counting of countings.values()) if (counting) collectChanges(counting, moves, changes);
  for (const goalId of except) changes.delete(goalId);
  await addChanges(db, changes);
}

/** Adds to `changes` what the moves do to the goals of one promise. */
export function collectChanges(counting: Counting, moves: Iterable<LogMove>, changes: Map<string, TallyChange>): void {
  for (const { before, after } of moves) {
    if (before) collectLog(counting, before, subtractTally, changes);
    if (after) collectLog(counting, after, addTally, changes);
  }
}

type Combine = (left: Tally, right: Tally) => Tally;

function collectLog(counting: Counting, log: StandingLog, combine: Combine, changes: Map<string, TallyChange>): void {
  for (const context of listFed(counting, log.activityIds)) {
    const { tally } = contribute(context, log);
    if (isEmptyTally(tally)) continue;
    const { id: goalId, promiseId } = context.goal;
    const change = changes.get(goalId) ?? { promiseId, total: emptyTally, byDay: new Map<string, Tally>() };
    changes.set(goalId, change);
    change.total = combine(change.total, tally);
    change.byDay.set(log.date, combine(change.byDay.get(log.date) ?? emptyTally, tally));
  }
}

/** Two of a log's activities may feed one goal: for one goal a log counts once. */
function listFed({ contextsByActivity }: Counting, activityIds: readonly string[]): Iterable<CountingContext> {
  const [first = ''] = activityIds;
  if (activityIds.length === 1) return contextsByActivity.get(first) ?? [];
  return new Set(activityIds.flatMap((activityId) => contextsByActivity.get(activityId) ?? []));
}

/** Adds collected changes to the stored tallies. A goal always has its total. */
export async function addChanges(db: Database, changes: ReadonlyMap<string, TallyChange>): Promise<void> {
  await Promise.all([addTotals(db, listTotals(changes)), addStretches(db, listStretches(changes))]);
}

type GoalChange = readonly [goalId: string, change: TallyChange];

export const listTotals = (changes: ReadonlyMap<string, TallyChange>): readonly GoalChange[] =>
  [...changes].filter(([, { total }]) => !isEmptyTally(total));

export const listStretches = (changes: ReadonlyMap<string, TallyChange>): readonly GoalStretch[] =>
  [...changes].flatMap(([goalId, { byDay }]) => toStretches(goalId, byDay));

async function addTotals(db: Database, totals: readonly GoalChange[]): Promise<void> {
  if (totals.length === 0) return;
  const stored = await db.goalTotals.bulkGet(totals.map(([goalId]) => goalId));
  await db.goalTotals.bulkPut(sumTotals(totals, stored));
}

/** In: changes and the stored rows in the same order, undefined where there is none. */
export const sumTotals = (totals: readonly GoalChange[], stored: readonly (GoalTotal | undefined)[]): GoalTotal[] =>
  totals.map(([goalId, { promiseId, total }], index) => {
    return { goalId, promiseId, tally: addTally(stored[index]?.tally ?? emptyTally, total) };
  });

/** Counts goals of one promise from the logs of their activities, and from nothing else. */
export async function countGoals(
  db: Database,
  counting: Counting,
  goalIds: ReadonlySet<string>,
): Promise<ReadonlyMap<string, GoalTallies>> {
  const own = listOwn(counting, goalIds);
  const activityIds = [...new Set(own.flatMap(({ goal }) => goal.feeds.map((feed) => feed.activityId)))];
  const logs = await listActivityLogs(db, activityIds);
  return tallyGoals(own, logs);
}

/** What counts for some of a promise's goals. */
export const listOwn = ({ contexts }: Counting, goalIds: ReadonlySet<string>): readonly CountingContext[] =>
  contexts.filter(({ goal }) => goalIds.has(goal.id));

/** Counts goals anew and puts that in place of what was stored, inside the running transaction. */
export async function recountGoals(db: Database, promiseId: string, goalIds: ReadonlySet<string>): Promise<void> {
  if (goalIds.size === 0) return;
  const counting = await readCounting(db, promiseId);
  if (counting) await replaceTallies(db, promiseId, await countGoals(db, counting, goalIds));
}

/** Puts counted tallies in place of the stored ones, inside the running transaction. */
export async function replaceTallies(
  db: Database,
  promiseId: string,
  counted: ReadonlyMap<string, GoalTallies>,
): Promise<void> {
  await deleteGoalDays(db, [...counted.keys()]);
  await putTallies(db, promiseId, counted);
}

/** Stores counted tallies where no days are stored, inside the running transaction. */
export async function putTallies(
  db: Database,
  promiseId: string,
  counted: ReadonlyMap<string, GoalTallies>,
): Promise<void> {
  const stretches = [...counted].flatMap(([goalId, { byDay }]) => toStretches(goalId, byDay));
  await Promise.all([
    db.goalTotals.bulkPut(Array.from(counted, ([goalId, { total }]) => ({ goalId, promiseId, tally: total }))),
    stretches.length > 0 && db.goalDays.bulkPut(stretches),
  ]);
}
