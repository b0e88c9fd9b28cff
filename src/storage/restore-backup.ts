/** Puts a checked backup on the device: all of it or nothing, and so that it can be taken back. */
import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import type { RowsByTable } from '#domain/record-files/check-rows.ts';
import { compareRows } from '#domain/record-files/compare-rows.ts';
import { type TableName, tableNames } from '#domain/records/tables.ts';
import { auditPromise } from './audit-tallies.ts';
import type { BackupContents } from './backup-contents.ts';
import { type CommitTools, commitAction } from './commit-action.ts';
import type { Database } from './database.ts';
import type { HistoryRow } from './history-row.ts';
import { readJoinedServer } from './joined-server.ts';
import { prepareWrites } from './prepare-writes.ts';
import { addToRegisters } from './registers.ts';
import { planRestore, type RestorePlan, readHere } from './restore-plan.ts';
import { clearRestored, dropShelf, fillShelf, readMark } from './restore-shelf.ts';
import { runTransaction } from './run-transaction.ts';
import { runAction } from './running-actions.ts';
import { storeWrites } from './store-writes.ts';
import { writeDeviceChanges } from './write-device-changes.ts';

/**
 * `add`: what is missing here, and what is newer in the file; with `takeOlder` also what is newer here. `replace`: what
 * is here goes, examples and drafts too. Where a server was joined, only `add`.
 */
export type RestoreWay = { readonly kind: 'add'; readonly takeOlder: boolean } | { readonly kind: 'replace' };

export interface Restored {
  /** Rows that came, and rows that were changed. */
  readonly added: number;
  readonly logs: number;
  readonly changed: number;
  readonly skipped: number;
  /** How to take it back: an ordinary undo where it was sent, otherwise from what was laid aside. */
  readonly batch: string | undefined;
}

/** What was saved while the copy was made would be lost: it is made again. */
class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
}

/** The figures that were stored are not what the rows give: nothing is kept of the restore. */
export class RestoreMismatch extends Error {
  override readonly name = 'RestoreMismatch';
}

const mostTries = 3;

/**
 * In: rows that have been checked, and the way that a person chose. Out: what was done. Throws `StorageFailure`,
 * `InvalidRecord` or `ConflictingChange`; then nothing has changed.
 */
export async function restoreBackup(
  db: Database,
  contents: BackupContents,
  way: RestoreWay,
  tools: CommitTools,
): Promise<Restored> {
  if ((await readJoinedServer(db)) !== undefined) return restoreAsChanges(db, contents, way, tools);
  for (let left = mostTries; ; left -= 1) {
    const mark = await fillShelf(db, tools.now());
    try {
      return await restoreWhole(db, contents, way, { ...tools, mark });
    } catch (error) {
      await dropShelf(db);
      if (!(error instanceof ChangedMeanwhile) || left === 1) throw error;
    }
  }
}

/** With a server every row becomes an ordinary change, held together by a batch: it is sent, and can be undone. */
async function restoreAsChanges(
  db: Database,
  contents: BackupContents,
  way: RestoreWay,
  tools: CommitTools,
): Promise<Restored> {
  if (way.kind === 'replace') throw new Error('What others share is not replaced from a file');
  const here = await readHere(db);
  const differences = compareRows(here, contents.rows, Date.parse);
  const plan = planRestore(differences, here, { takeOlder: way.takeOlder, onlyWrites: true });
  const batch = tools.newId();
  const { writes } = plan;
  const beside = { tables: ['meta'], store: () => addToRegisters(db, contents.registers) };
  if (writes.length > 0) await commitAction(db, { label: 'backup-restored', writes, batch, beside }, tools);
  else await runTransaction(db, 'rw', beside.tables, beside.store);
  return { ...countPlan(plan), batch };
}

type MarkedTools = CommitTools & { readonly mark: string };

function restoreWhole(db: Database, contents: BackupContents, way: RestoreWay, tools: MarkedTools): Promise<Restored> {
  const done = tools.newId();
  const names = db.tables.map(({ name }) => name);
  return runAction(db, (attempt) =>
    runTransaction(db, 'rw', names, async () => {
      const stored = await db.meta.get(doneKey);
      const last = stored?.value as { readonly id: string; readonly restored: Restored } | undefined;
      // The connection was lost while it answered: it may have been stored all the same.
      if (attempt === 2 && last?.id === done) return last.restored;
      if ((await readMark(db)) !== tools.mark) throw new ChangedMeanwhile();
      const restored = await writeContents(db, contents, way, tools);
      await db.meta.put({ key: doneKey, value: { id: done, restored } });
      return restored;
    }),
  );
}

const doneKey = 'backup/restored';

/** Inside the running transaction. */
export async function writeContents(
  db: Database,
  contents: BackupContents,
  way: RestoreWay,
  tools: CommitTools,
): Promise<Restored> {
  if (way.kind === 'replace') await clearRestored(db);
  const here = await readHere(db);
  const takeOlder = way.kind === 'add' && way.takeOlder;
  const plan = planRestore(compareRows(here, contents.rows, Date.parse), here, { takeOlder, onlyWrites: false });
  await putWhole(db, plan.whole, contents.history, tools.newId());
  const batch = tools.newId();
  if (plan.writes.length > 0) {
    const head = { label: 'backup-restored', batch } as const;
    await storeWrites(db, head, prepareWrites(plan.writes), { ...tools, tx: tools.newId() });
  }
  await putBeside(db, contents, way);
  await checkRestored(db, plan.whole, listScopes(plan));
  return { ...countPlan(plan), batch: undefined };
}

/** Promises to which something was added one by one. */
const listScopes = ({ writes }: RestorePlan): ReadonlySet<string> =>
  new Set(writes.flatMap((write) => (write.kind === 'create' ? [write.record.promiseId] : [])));

/** Of a promise that arrives, so many logs and more are packed. */
const fewestPacked = 200;

async function putWhole(db: Database, whole: RowsByTable, history: readonly HistoryRow[], revision: string) {
  if (whole.size === 0) return;
  const rows = new Map<RowKey, StoredRow>();
  for (const [table, own] of whole) for (const row of own) rows.set(toRowKey(table, row.id), row);
  await writeDeviceChanges(db, { rows: new Map(), bases: new Map() }, { rows }, { revision, fewestPacked });
  const promiseIds = new Set((whole.get('promises') ?? []).map(({ id }) => id));
  await putHistory(db, history, promiseIds);
}

/** What was done to the promises that come, in its order, after what was done here. */
async function putHistory(db: Database, history: readonly HistoryRow[], promiseIds: ReadonlySet<string>) {
  const known = new Set(
    (
      await db.history
        .where('tx')
        .anyOf(history.map(({ tx }) => tx))
        .toArray()
    ).map(({ tx }) => tx),
  );
  const added = history.flatMap(({ n: _n, ...row }) => {
    const changes = row.changes.filter(({ scope }) => promiseIds.has(scope));
    if (changes.length === 0 || known.has(row.tx)) return [];
    return [{ ...row, changes, entities: [...new Set(changes.flatMap(({ ent, scope }) => [ent, scope]))] }];
  });
  await db.history.bulkAdd(added);
}

/** Drafts and settings: of what is here already, only what is replaced as a whole goes. */
async function putBeside(
  db: Database,
  { drafts, settings, registers }: BackupContents,
  way: RestoreWay,
): Promise<void> {
  await addToRegisters(db, registers);
  const known = new Set(await db.drafts.toCollection().primaryKeys());
  await db.drafts.bulkPut(drafts.filter(({ key }) => !known.has(key)));
  if (settings === undefined) return;
  const own = way.kind === 'replace' ? undefined : await db.settings.get(settings.key);
  await db.settings.put({ key: settings.key, value: { ...settings.value, ...own?.value } });
}

/** Counts what has come anew from the stored rows. Throws where a row is missing or a stored figure is not what its logs give. */
async function checkRestored(db: Database, whole: RowsByTable, changed: ReadonlySet<string>): Promise<void> {
  for (const [table, rows] of whole) if (table !== 'progressLogs') await checkStored(db, table, rows);
  const promiseIds = (whole.get('promises') ?? []).map(({ id }) => id);
  let logs = 0;
  for (const id of promiseIds) logs += await checkFigures(db, id);
  for (const id of changed) await checkFigures(db, id);
  if (logs !== (whole.get('progressLogs') ?? []).length) throw new RestoreMismatch('progressLogs');
}

async function checkStored(db: Database, table: TableName, rows: readonly StoredRow[]): Promise<void> {
  const stored = await db.table(table).bulkGet(rows.map(({ id }) => id));
  if (stored.includes(undefined)) throw new RestoreMismatch(table);
}

/** Out: how many logs the promise has. */
async function checkFigures(db: Database, promiseId: string): Promise<number> {
  const { logs, mismatches, isCountRight } = await auditPromise(db, promiseId);
  if (mismatches.length > 0 || !isCountRight) throw new RestoreMismatch('figures');
  return logs;
}

function countPlan({ whole, writes, skipped }: RestorePlan): Omit<Restored, 'batch'> {
  const creations = writes.filter(({ kind }) => kind === 'create');
  const created = tableNames.reduce((sum, table: TableName) => sum + (whole.get(table) ?? []).length, 0);
  const logs = creations.filter(({ table }) => table === 'progressLogs').length;
  return {
    added: created + creations.length,
    logs: (whole.get('progressLogs') ?? []).length + logs,
    changed: writes.length - creations.length,
    skipped,
  };
}
