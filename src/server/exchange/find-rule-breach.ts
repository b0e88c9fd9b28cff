/** Rules that need more than the operation: what its row looks like afterwards, and what it points at (sync 2.6). */
import { toPeriod } from '#domain/calendar/period.ts';
import { type RowKey, splitRowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import { isCreation } from '#domain/operations/check-operation.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { isTidied } from '#domain/records/is-tidied.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import { schemaByTable, type TableName } from '#domain/records/tables.ts';
import type { Attempt } from './draft.ts';
import { type FollowUpBreach, findFollowUpBreach, findPartBreach } from './find-follow-up-breach.ts';
import { findClassificationBreach, findPublicationBreach, type PublicationBreach } from './find-publication-breach.ts';

export type RuleBreach =
  | 'not-its-own'
  | 'period-reversed'
  | 'promise-missing'
  | 'activity-missing'
  | 'schema'
  | PublicationBreach
  | FollowUpBreach;

/**
 * The first rule that an action would break.
 * In: its operations, the rows it would leave, the rows before it, and whose action it is. Out: a code, or undefined when all hold.
 */
export function findRuleBreach(
  operations: readonly Operation[],
  attempt: Attempt,
  findBefore: (key: RowKey) => StoredRow | undefined,
  userId: string,
): RuleBreach | undefined {
  for (const [key, row] of attempt.rows) {
    const breach = findRowBreach(key, row, attempt, findBefore(key), userId);
    if (breach !== undefined) return breach;
  }
  for (const op of operations) {
    const breach = isCreation(op.kind) ? findCreationBreach(op, attempt, findBefore) : undefined;
    if (breach !== undefined) return breach;
  }
  return undefined;
}

function findRowBreach(
  key: RowKey,
  row: StoredRow,
  { rows, findRow }: Attempt,
  before: StoredRow | undefined,
  userId: string,
): RuleBreach | undefined {
  const { table } = splitRowKey(key);
  const parsed = parseRecord(schemaByTable[table], row);
  if (parsed.kind === 'invalid') return 'schema';
  // What was stored before texts were tidied can still be changed in its other fields.
  if (!isTidied(row, parsed.value) && !wasUntidy(table, before)) return 'schema';
  if (table === 'promises' && isReversed(row)) return 'period-reversed';
  if (table === 'followUps') return findFollowUpBreach(before, row, userId);
  if (table === 'reportParts') return findPartBreach(row, rows.get(toRowKey('followUps', String(row.followUpId))));
  if (table !== 'publications') return undefined;
  const promise = findRow(toRowKey('promises', String(row.promiseId)));
  return findClassificationBreach(before, row, promise) ?? findPublicationBreach(before, row, userId);
}

function wasUntidy(table: TableName, before: StoredRow | undefined): boolean {
  const parsed = before && parseRecord(schemaByTable[table], before);
  return parsed?.kind === 'valid' && !isTidied(before, parsed.value);
}

function findCreationBreach(
  op: Operation,
  { findRow }: Attempt,
  findBefore: (key: RowKey) => StoredRow | undefined,
): RuleBreach | undefined {
  if (op.tbl === 'promises') return op.ent === op.scope ? undefined : 'not-its-own';
  const key = toRowKey('promises', op.scope);
  const versions = [findBefore(key), findRow(key)].filter((promise) => promise !== undefined);
  const isOpen = versions.some((promise) => promise.deletedAt === undefined);
  // What is there already can be corrected and withdrawn in a removed promise, but nothing new is put in it.
  if (!isOpen && !(versions.length > 0 && op.kind === 'correct')) return 'promise-missing';
  if (op.tbl !== 'progressLogs') return undefined;
  if (op.id !== op.ent) return 'not-its-own';
  return listActivities(op).every((id) => findRow(toRowKey('activities', id))?.promiseId === op.scope)
    ? undefined
    : 'activity-missing';
}

/** The activities that a log names. In: an operation that creates a log; anything else names none. */
export function listActivities(op: Pick<Operation, 'tbl' | 'f'>): readonly string[] {
  const ids = op.tbl === 'progressLogs' ? op.f?.activityIds : undefined;
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
}

function isReversed(row: StoredRow): boolean {
  const { period: stated, signedOn } = row as unknown as CitizenPromise;
  const { from, to } = toPeriod(stated, signedOn) ?? stated;
  return Boolean(from && to && from > to);
}
