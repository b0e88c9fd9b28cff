/** Rules that need more than the record itself: what it points at, and what day it is. Inside the transaction. */
import { toPeriod } from '#domain/calendar/period.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import type { PlannedChange } from '#domain/operations/plan-operations.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import type { TableName } from '#domain/records/tables.ts';
import { readCounting } from './counting.ts';
import type { Database } from './database.ts';
import { InvalidRecord } from './invalid-record.ts';
import { checkRow } from './prepare-writes.ts';

/** Throws `InvalidRecord` for the first row that the action may not leave as it does. */
export async function checkRules(
  db: Database,
  changes: readonly PlannedChange[],
  today: string | undefined,
): Promise<void> {
  const last = new Map(changes.map(({ op, row }) => [`${op.tbl}/${op.ent}`, { table: op.tbl, row }]));
  const rows = [...last.values()];
  const created = changes.filter(({ before }) => before === undefined);
  const writesPromises = new Map(rows.filter(({ table }) => table === 'promises').map(({ row }) => [row.id, row]));

  // A record as it came was checked before the transaction; what a change leaves of a row is checked here.
  const changed = new Set(changes.filter(({ before }) => before !== undefined).map(({ op }) => `${op.tbl}/${op.ent}`));
  for (const { table, row } of rows) if (changed.has(`${table}/${row.id}`)) checkRow(table, row);
  for (const row of writesPromises.values()) checkPromise(row);
  await checkScopes(db, created, writesPromises);
  await checkLogs(db, created, rows, today);
}

function checkPromise(row: StoredRow): void {
  if (row.id !== row.promiseId) refuse('promises', row.id, 'promiseId', 'not-its-own');
  const promise = row as unknown as CitizenPromise;
  const { from, to } = toPeriod(promise.period, promise.signedOn) ?? promise.period;
  if (from && to && from > to) refuse('promises', row.id, 'period', 'period-reversed');
}

async function checkScopes(
  db: Database,
  created: readonly PlannedChange[],
  inAction: ReadonlyMap<string, StoredRow>,
): Promise<void> {
  for (const scope of new Set(created.map(({ op }) => op.scope))) {
    const versions = [await db.promises.get(scope), inAction.get(scope)].filter((promise) => promise !== undefined);
    const isOpen = versions.some((promise) => promise.deletedAt === undefined);
    // What is there already can be corrected and withdrawn in a removed promise, but nothing new is put in it.
    const refused = created.find(
      ({ op }) => op.scope === scope && !(isOpen || (op.kind === 'correct' && versions.length > 0)),
    );
    if (refused) refuse(refused.op.tbl, refused.op.ent, 'promiseId', 'promise-missing');
  }
}

type WrittenRow = { readonly table: TableName; readonly row: StoredRow };

async function checkLogs(
  db: Database,
  created: readonly PlannedChange[],
  rows: readonly WrittenRow[],
  today: string | undefined,
): Promise<void> {
  const inAction = new Map(
    rows.filter(({ table }) => table === 'activities').map(({ row }) => [row.id, row.promiseId]),
  );
  for (const { op, row } of created) {
    if (op.tbl !== 'progressLogs') continue;
    const log = row as unknown as ProgressLog;
    const others = log.activityIds.filter((id) => inAction.get(id) !== log.promiseId);
    const known = others.length > 0 ? (await readCounting(db, log.promiseId))?.activityIds : undefined;
    if (!others.every((id) => known?.has(id))) refuse('progressLogs', log.id, 'activityIds', 'activity-missing');
    if (today !== undefined && log.state === 'done' && log.date > today) {
      refuse('progressLogs', log.id, 'date', 'in-the-future');
    }
  }
}

function refuse(table: TableName, id: string, path: string, code: string): never {
  throw new InvalidRecord(table, id, [{ path, code }]);
}
