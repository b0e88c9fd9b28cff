/** Rules that need more than the record itself: what it points at, and what day it is. Inside the transaction. */
import { toPeriod } from '#domain/calendar/period.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import type { PlannedChange } from '#domain/operations/plan-operations.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import type { TableName } from '#domain/records/tables.ts';
import { InvalidRecord } from './invalid-record.ts';
import { checkRow } from './prepare-writes.ts';
import type { Standing } from './read-standing.ts';

/** Throws `InvalidRecord` for the first row that the action may not leave as it does. */
export function checkRules(
  changes: readonly PlannedChange[],
  standing: Pick<Standing, 'findPromise' | 'countings'>,
  today: string | undefined,
): void {
  const rows = new Map(changes.map(({ op, row }) => [`${op.tbl}/${op.ent}`, { table: op.tbl, row }]));
  // A record as it came was checked before the transaction; what a change leaves of a row is checked here.
  const changed = new Set(changes.filter(({ before }) => before !== undefined).map(({ op }) => `${op.tbl}/${op.ent}`));
  for (const [place, { table, row }] of rows) {
    if (changed.has(place)) checkRow(table, row);
    if (table === 'promises') checkPromise(row);
  }
  const findWritten = (table: TableName, id: string) => rows.get(`${table}/${id}`)?.row;
  for (const change of changes) {
    if (change.before !== undefined) continue;
    checkScope(change, [standing.findPromise(change.op.scope), findWritten('promises', change.op.scope)]);
    if (change.op.tbl === 'progressLogs') checkLog(change.row as unknown as ProgressLog, standing, findWritten, today);
  }
}

function checkPromise(row: StoredRow): void {
  if (row.id !== row.promiseId) refuse('promises', row.id, 'promiseId', 'not-its-own');
  const promise = row as unknown as CitizenPromise;
  const { from, to } = toPeriod(promise.period, promise.signedOn) ?? promise.period;
  if (from && to && from > to) refuse('promises', row.id, 'period', 'period-reversed');
}

/** `versions`: the promise before and after the action. What is removed in the action may still be written in it. */
function checkScope({ op }: PlannedChange, versions: readonly (StoredRow | undefined)[]): void {
  const isOpen = versions.some((promise) => promise !== undefined && promise.deletedAt === undefined);
  // What is there already can be corrected and withdrawn in a removed promise, but nothing new is put in it.
  const isThere = versions.some((promise) => promise !== undefined);
  if (!isOpen && !(isThere && op.kind === 'correct')) refuse(op.tbl, op.ent, 'promiseId', 'promise-missing');
}

type FindWritten = (table: TableName, id: string) => StoredRow | undefined;

function checkLog(
  log: ProgressLog,
  { countings }: Pick<Standing, 'countings'>,
  findWritten: FindWritten,
  today: string | undefined,
): void {
  const stored = countings.get(log.promiseId)?.activityIds;
  const isKnown = (id: string) => stored?.has(id) || findWritten('activities', id)?.promiseId === log.promiseId;
  if (!log.activityIds.every(isKnown)) refuse('progressLogs', log.id, 'activityIds', 'activity-missing');
  if (today !== undefined && log.state === 'done' && log.date > today) {
    refuse('progressLogs', log.id, 'date', 'in-the-future');
  }
}

function refuse(table: TableName, id: string, path: string, code: string): never {
  throw new InvalidRecord(table, id, [{ path, code }]);
}
