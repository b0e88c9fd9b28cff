/**
 * Disposes of records on a device that shares with nobody (guard P7): rows, what history and undo knew of their content, and
 * drafts. Figures are counted anew from what is left; frozen reports that stay keep theirs, since they are texts. Where a
 * server was joined, whoever runs it carries the order out, and the exchange wipes the devices.
 */
import { type RowKey, splitRowKey } from '#domain/delivery/synced-row.ts';
import { type TableName, tableNames } from '#domain/records/tables.ts';
import { readCounting } from './counting.ts';
import type { Database, Row } from './database.ts';
import { type Disposal, putDisposal } from './disposals.ts';
import { findDraftsAbout, forgetInSettings } from './forget-mentions.ts';
import { deleteGoalDays } from './goal-days.ts';
import type { HistoryChange, HistoryRow } from './history-row.ts';
import { joinedKey } from './joined-server.ts';
import { moveLogCounts } from './log-counts.ts';
import { layOut } from './log-packs.ts';
import { dropStates, renewRevisions } from './promise-state.ts';
import { dropShelf } from './restore-shelf.ts';
import { runTransaction } from './run-transaction.ts';
import { runAction } from './running-actions.ts';
import { recountGoals } from './update-tallies.ts';
import { forgetSnapshot } from './upgrade-snapshot.ts';

export interface Erasing {
  readonly promiseId: string;
  readonly keys: readonly RowKey[];
  /** Of drafts that are disposed of by a rule of their own. Those about erased records go in any case. */
  readonly draftKeys: readonly string[];
  readonly disposal: Disposal;
  /** A text that was never used before. */
  readonly revision: string;
}

export type Erased =
  | { readonly kind: 'erased'; readonly rows: number; readonly drafts: number }
  /** Others have these records too. Nothing was erased. */
  | { readonly kind: 'shared' };

/** Erases, all or nothing, and writes it into the log of disposals in the same transaction. Throws as `commitAction` does. */
export async function eraseRecords(db: Database, erasing: Erasing): Promise<Erased> {
  const names = db.tables.map(({ name }) => name);
  const erased = await runAction(db, () => runTransaction(db, 'rw', names, () => eraseAll(db, erasing)));
  if (erased.kind === 'erased') {
    // What was laid aside before a restore or an upgrade holds the same records.
    await dropShelf(db);
    await forgetSnapshot(indexedDB, db.name);
  }
  return erased;
}

async function eraseAll(db: Database, erasing: Erasing): Promise<Erased> {
  if ((await db.meta.get(joinedKey)) !== undefined) return { kind: 'shared' };
  const { promiseId, disposal, revision } = erasing;
  const idsByTable = groupByTable(erasing.keys);
  const goneIds = new Set([...idsByTable.values()].flat());
  const isWhole = goneIds.has(promiseId);
  const logs = await takeLogs(db, idsByTable.get('progressLogs') ?? []);
  let rows = logs.length;
  for (const [table, ids] of idsByTable) {
    if (table === 'progressLogs') continue;
    rows += (await db.table<unknown, string>(table).bulkGet([...ids])).filter(Boolean).length;
    await db.table(table).bulkDelete([...ids]);
  }
  await redactHistory(db, goneIds);
  const drafts = new Set([...erasing.draftKeys, ...(await findDraftsAbout(db, goneIds))]);
  await db.drafts.bulkDelete([...drafts]);
  await forgetInSettings(db, goneIds);
  const goals = idsByTable.get('goals') ?? [];
  await db.goalTotals.bulkDelete([...goals]);
  await deleteGoalDays(db, goals);
  if (isWhole) await dropStates(db, [promiseId]);
  else await countAnew(db, promiseId, logs, revision);
  await putDisposal(db, disposal);
  return { kind: 'erased', rows, drafts: drafts.size };
}

function groupByTable(keys: readonly RowKey[]): ReadonlyMap<TableName, readonly string[]> {
  const groups = new Map<TableName, string[]>(tableNames.map((table) => [table, []]));
  for (const key of keys) {
    const { table, id } = splitRowKey(key);
    groups.get(table)?.push(id);
  }
  return groups;
}

/** Packs that hold any of them are laid out first: a pack is never changed. Out: the logs as they were. */
async function takeLogs(db: Database, ids: readonly string[]): Promise<readonly Row<'progressLogs'>[]> {
  await layOut(db, ids);
  const logs = (await db.progressLogs.bulkGet([...ids])).filter((log) => log !== undefined);
  await db.progressLogs.bulkDelete([...ids]);
  return logs;
}

/**
 * That something was done stays, what was written goes. A log that was saved alone has no row of history: the log of
 * disposals counts it.
 */
async function redactHistory(db: Database, goneIds: ReadonlySet<string>): Promise<void> {
  const redact = ({ f: _f, base: _base, before: _before, ...change }: HistoryChange): HistoryChange => change;
  const rows = await db.history.filter(({ changes }) => changes.some(({ ent }) => goneIds.has(ent))).toArray();
  await db.history.bulkPut(
    rows.map(
      (row): HistoryRow => ({
        ...row,
        changes: row.changes.map((change) => (goneIds.has(change.ent) ? redact(change) : change)),
      }),
    ),
  );
}

/** What is left is what the goals are counted from. */
async function countAnew(
  db: Database,
  promiseId: string,
  logs: readonly Row<'progressLogs'>[],
  revision: string,
): Promise<void> {
  await moveLogCounts(
    db,
    logs.map((before) => ({ before })),
  );
  await renewRevisions(db, [promiseId], revision);
  const counting = await readCounting(db, promiseId);
  const goalIds = new Set(counting?.contexts.map(({ goal }) => goal.id));
  await recountGoals(db, promiseId, goalIds);
}
