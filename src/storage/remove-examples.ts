/** Example data is nobody's work: it goes without a trace, and what people have stored stays as it is, byte for byte. */
import { tableNames } from '#domain/records/tables.ts';
import type { Database } from './database.ts';
import { findDraftsAbout, forgetInSettings } from './forget-mentions.ts';
import { deleteGoalDays } from './goal-days.ts';
import type { HistoryRow } from './history-row.ts';
import { dropStates } from './promise-state.ts';
import { runTransaction } from './run-transaction.ts';
import { runAction } from './running-actions.ts';

export interface RemovedExamples {
  readonly promises: number;
  readonly logs: number;
}

/** Removes every example promise with all that belongs to it, from the rows to the drafts, in one transaction. */
export const removeExamples = (db: Database): Promise<RemovedExamples> =>
  runAction(db, () =>
    runTransaction(
      db,
      'rw',
      db.tables.map(({ name }) => name),
      () => removeAll(db),
    ),
  );

async function removeAll(db: Database): Promise<RemovedExamples> {
  const promiseIds = await db.promises.filter((promise) => promise.example !== undefined).primaryKeys();
  if (promiseIds.length === 0) return { promises: 0, logs: 0 };
  const goalIds = await db.goals.where('promiseId').anyOf(promiseIds).primaryKeys();
  const removedIds = new Set<string>(promiseIds);
  for (const table of tableNames) {
    if (table === 'promises' || table === 'progressLogs') continue;
    const ids = await db.table<unknown, string>(table).where('promiseId').anyOf(promiseIds).primaryKeys();
    for (const id of ids) removedIds.add(id);
    await db.table(table).bulkDelete(ids);
  }
  const logs = await db.progressLogs.where('[promiseId+date]').inAnyRange(toRanges(promiseIds)).delete();
  await db.promises.bulkDelete(promiseIds);
  await db.goalTotals.where('promiseId').anyOf(promiseIds).delete();
  await deleteGoalDays(db, goalIds);
  await dropStates(db, promiseIds);
  await removeHistory(db, promiseIds);
  await db.drafts.bulkDelete([...(await findDraftsAbout(db, removedIds))]);
  await forgetInSettings(db, removedIds);
  return { promises: promiseIds.length, logs };
}

/** Every key of a compound index that begins with one of the ids. */
const toRanges = (ids: readonly string[]) =>
  ids.map(
    (id) =>
      [
        [id, ''],
        [id, '\uffff'],
      ] as const,
  );

/** An action that touched both keeps what it did to the others. */
async function removeHistory(db: Database, promiseIds: readonly string[]): Promise<void> {
  const removed = new Set(promiseIds);
  const rows = await db.history.where('entities').anyOf(promiseIds).distinct().toArray();
  const left = rows.map((row): HistoryRow => {
    const changes = row.changes.filter((change) => !removed.has(change.scope));
    return { ...row, changes, entities: [...new Set(changes.flatMap(({ ent, scope }) => [ent, scope]))] };
  });
  await db.history.bulkDelete(left.filter(({ changes }) => changes.length === 0).map(({ n }) => n));
  await db.history.bulkPut(left.filter(({ changes }) => changes.length > 0));
}
