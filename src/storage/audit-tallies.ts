/** Recompute and compare: the stored tallies are a cache, and this proves that they say what the logs say. */

import { isSameJson } from '#domain/operations/to-json.ts';
import type { GoalTallies } from '#domain/progress/contribution.ts';
import { tallyGoals } from '#domain/progress/contribution.ts';
import { emptyTally, type Tally } from '#domain/progress/tally.ts';
import { countingTables, readCounting } from './counting.ts';
import type { Database } from './database.ts';
import { deleteGoalDays, readDaysOfGoals } from './goal-days.ts';
import { isDone } from './log-counts.ts';
import { countPackedLogs } from './log-packs.ts';
import { logTables } from './log-rows.ts';
import { listPromiseLogs } from './many-logs.ts';
import { changeState, readState } from './promise-state.ts';
import { runTransaction } from './run-transaction.ts';
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
  /** Promises whose number of done logs was wrong; healed too. */
  readonly miscounted: readonly string[];
}

const tables = [...new Set([...countingTables, ...logTables, 'goalTotals', 'goalDays'])];

/** Counts every goal of the device from its logs, puts right what differs and tells. Reads every log: for quiet moments. */
export async function auditTallies(db: Database): Promise<TallyAudit> {
  let goals = 0;
  const mismatches: TallyMismatch[] = [];
  const miscounted: string[] = [];
  for (const promiseId of await db.promises.toCollection().primaryKeys()) {
    const audit = await runTransaction(db, 'r', tables, () => auditPromise(db, promiseId));
    goals += audit.goals;
    if (audit.mismatches.length === 0 && audit.isCountRight) continue;
    // Saving went on between the two: only what still differs under the lock is put right.
    const healed = await runAction(db, () => runTransaction(db, 'rw', tables, () => healPromise(db, promiseId)));
    mismatches.push(...healed.mismatches);
    if (!healed.isCountRight) miscounted.push(promiseId);
  }
  await removeOrphans(db);
  return { goals, mismatches, miscounted };
}

export interface PromiseAudit {
  readonly goals: number;
  readonly logs: number;
  readonly mismatches: readonly TallyMismatch[];
  readonly otherLogs: number;
  readonly packedLogs: number;
  readonly isCountRight: boolean;
}

/** The same for one promise, inside the running transaction, healing nothing. */
export async function auditPromise(db: Database, promiseId: string): Promise<PromiseAudit> {
  const counting = await readCounting(db, promiseId);
  const logs = await listPromiseLogs(db, promiseId);
  const counted = tallyGoals(counting?.contexts ?? [], logs);
  const stored = await readTallies(db, [...counted.keys()]);
  const mismatches = [...counted].flatMap(([goalId, tallies]): readonly TallyMismatch[] => {
    const kept = stored.get(goalId) ?? { total: emptyTally, byDay: new Map<string, Tally>() };
    return isSameTallies(kept, tallies) ? [] : [{ promiseId, goalId, stored: kept, counted: tallies }];
  });
  const otherLogs = logs.filter((log) => !isDone(log)).length;
  const packedLogs = await countPackedLogs(db, promiseId);
  const state = await readState(db, promiseId);
  const isCountRight = otherLogs === state.otherLogs && packedLogs === state.packedLogs;
  return { goals: counted.size, logs: logs.length, mismatches, otherLogs, packedLogs, isCountRight };
}

async function healPromise(db: Database, promiseId: string): Promise<PromiseAudit> {
  const audit = await auditPromise(db, promiseId);
  await replaceTallies(db, promiseId, new Map(audit.mismatches.map(({ goalId, counted }) => [goalId, counted])));
  await changeState(db, promiseId, { otherLogs: audit.otherLogs, packedLogs: audit.packedLogs });
  return audit;
}

async function readTallies(db: Database, goalIds: readonly string[]): Promise<ReadonlyMap<string, GoalTallies>> {
  const [totals, byGoal] = await Promise.all([db.goalTotals.bulkGet([...goalIds]), readDaysOfGoals(db, goalIds)]);
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
    await deleteGoalDays(db, orphans);
  });
}
