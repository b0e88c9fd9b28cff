import { emptyTally, type Tally } from '#domain/progress/tally.ts';
import type { Database, GoalTotal } from './database.ts';

/** The tallies of every goal of a promise, by goal. One row per goal, whatever the number of logs. */
export async function readGoalTotals(db: Database, promiseId: string): Promise<ReadonlyMap<string, Tally>> {
  const rows = await db.goalTotals.where('promiseId').equals(promiseId).toArray();
  return new Map(rows.map(({ goalId, tally }) => [goalId, tally]));
}

/** One goal's tally over its whole time; empty when nothing has been logged. */
export async function readGoalTotal(db: Database, goalId: string): Promise<Tally> {
  const row: GoalTotal | undefined = await db.goalTotals.get(goalId);
  return row?.tally ?? emptyTally;
}

/** The tallies of every goal on the device, by goal, in one read: for what is added up over all promises. */
export async function readAllGoalTotals(db: Database): Promise<ReadonlyMap<string, Tally>> {
  const rows = await db.goalTotals.toArray();
  return new Map(rows.map(({ goalId, tally }) => [goalId, tally]));
}
