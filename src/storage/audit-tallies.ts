/** Recompute and compare: the stored tallies are a cache, and this proves that they say what the logs say. */

import { isSameJson } from '#domain/operations/to-json.ts';
import type { GoalTallies } from '#domain/progress/contribution.ts';
import { tallyGoals } from '#domain/progress/contribution.ts';
import { emptyTally, type Tally } from '#domain/progress/tally.ts';
import { type Counting, countingTables, readCounting } from './counting.ts';
import type { Database } from './database.ts';
import { runAction } from './running-actions.ts';
import { replaceTallies } from './update-tallies.ts';

/** A goal whose stored tallies were not what its logs give. */
export interface TallyMismatch {
  readonly promiseId: string;
  readonly goalId: string;
  readonly stored: GoalTallies;
  readonly counted: GoalTallies;
}
export interface TallyAudit {
  readonly goals: number;
  /** Healed when this is returned. */
  readonly mismatches: readonly TallyMismatch[];
}

const tables = [...countingTables, 'progressLogs', 'goalTotals', 'goalDays'];

/** Counts every goal of the device from its logs, puts right what differs and tells. Reads every log: for quiet moments. */
export async function auditTallies(db: Database): Promise<TallyAudit> {
  const promiseIds = await db.promises.toCollection().primaryKeys();
  let goals = 0;
  const mismatches: TallyMismatch[] = [];
  for (const promiseId of promiseIds) {
    const audit = await db.transaction('r', tables, () => auditPromise(db, promiseId));
    goals += audit.goals;
    if (audit.mismatches.length === 0) continue;
    // Saving went on between the two: only what still differs under the lock is put right.
    mismatches.push(...(await runAction(db, () => db.transaction('rw', tables, () => healPromise(db, promiseId)))));
  }
  await removeOrphans(db);
  return { goals, mismatches };
}

async function auditPromise(db: Database, promiseId: string): Promise<TallyAudit> {
  const counting = await readCounting(db, promiseId);
  if (!counting) return { goals: 0, mismatches: [] };
  const counted = await countPromise(db, counting);
  const stored = await readTallies(db, [...counted.keys()]);
  const mismatches = [...counted].flatMap(([goalId, tallies]): readonly TallyMismatch[] => {
    const kept = stored.get(goalId) ?? { total: emptyTally, byDay: new Map<string, Tally>() };
    return isSameTallies(kept, tallies) ? [] : [{ promiseId, goalId, stored: kept, counted: tallies }];
  });
  return { goals: counted.size, mismatches };
}

async function healPromise(db: Database, promiseId: string): Promise<readonly TallyMismatch[]> {
  const { mismatches } = await auditPromise(db, promiseId);
  await replaceTallies(db, promiseId, new Map(mismatches.map(({ goalId, counted }) => [goalId, counted])));
  return mismatches;
}

/** All goals of a promise in one pass over its logs. */
async function countPromise(db: Database, { promise, contexts }: Counting): Promise<ReadonlyMap<string, GoalTallies>> {
  const logs = await db.progressLogs
    .where('[promiseId+date]')
    .between([promise.id, ''], [promise.id, '\uffff'])
    .toArray();
  return tallyGoals(contexts, logs);
}

async function readTallies(db: Database, goalIds: readonly string[]): Promise<ReadonlyMap<string, GoalTallies>> {
  const [totals, days] = await Promise.all([
    db.goalTotals.bulkGet([...goalIds]),
    db.goalDays
      .where('[goalId+date]')
      .inAnyRange(
        goalIds.map((goalId) => [
          [goalId, ''],
          [goalId, '\uffff'],
        ]),
      )
      .toArray(),
  ]);
  const byGoal = new Map(goalIds.map((goalId) => [goalId, new Map<string, Tally>()]));
  for (const { goalId, date, tally } of days) byGoal.get(goalId)?.set(date, tally);
  return new Map(
    goalIds.map((goalId, index) => [
      goalId,
      { total: totals[index]?.tally ?? emptyTally, byDay: byGoal.get(goalId) ?? new Map<string, Tally>() },
    ]),
  );
}

const isSameTallies = (left: GoalTallies, right: GoalTallies) =>
  isSameJson(left.total, right.total) && isSameJson(Object.fromEntries(left.byDay), Object.fromEntries(right.byDay));

/** Tallies of goals that are not there any more. */
async function removeOrphans(db: Database): Promise<void> {
  await db.transaction('rw', db.goals, db.goalTotals, db.goalDays, async () => {
    const goalIds = new Set(await db.goals.toCollection().primaryKeys());
    const totals = await db.goalTotals.toCollection().primaryKeys();
    const orphans = totals.filter((goalId) => !goalIds.has(goalId));
    await db.goalTotals.bulkDelete(orphans);
    await db.goalDays
      .where('[goalId+date]')
      .inAnyRange(
        orphans.map((goalId) => [
          [goalId, ''],
          [goalId, '\uffff'],
        ]),
      )
      .delete();
  });
}
