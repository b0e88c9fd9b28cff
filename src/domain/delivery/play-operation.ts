import { applyOperation, type Outcome, replaceLog, type StandingField } from '#domain/operations/apply-operation.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import { type RowKey, toRowKey } from './synced-row.ts';

/** How rows are found. A log must come with every log that has replaced it since. */
export type FindRow = (key: RowKey) => StoredRow | undefined;

export type Played =
  | {
      readonly kind: 'applied' | 'concurrent';
      /** Every row that changes, also the log that a correction replaces. */
      readonly rows: ReadonlyMap<RowKey, StoredRow>;
      readonly fields: readonly StandingField[];
    }
  | Extract<Outcome, { kind: 'conflict' | 'refused' }>;

/**
 * The log that a correction takes the place of, as its author saw it. In: a `correct` operation, checked or not. Out: a
 * log's id, or a text that is no log's where it names none.
 */
export function findCorrected({ base, f }: Operation): string {
  const named = base?.corrects ?? f?.corrects;
  return typeof named === 'string' ? named : '';
}

/**
 * What an operation does to all rows it touches: {@link applyOperation}, and for a correction the log that stood.
 * Corrections of one log form one chain in the order in which they came: a correction goes to its end, whichever link
 * its author had seen (sync 2.6). In: the operation and the rows. Out: the rows after it, or why nothing was done.
 */
export function playOperation(op: Operation, findRow: FindRow): Played {
  const key = toRowKey(op.tbl, op.ent);
  const row = findRow(key);
  const outcome = applyOperation(row, op);
  if (outcome.kind === 'conflict' || outcome.kind === 'refused') return outcome;
  const rows = new Map<RowKey, StoredRow>([[key, outcome.row]]);
  const fields = outcome.kind === 'concurrent' ? outcome.fields : [];
  // A correction that is there already has taken its place before.
  if (op.kind !== 'correct' || row !== undefined) return { kind: outcome.kind, rows, fields };
  const standing = findEnd(findCorrected(op), findRow);
  if (standing === undefined) return { kind: 'refused', code: 'row-missing' };
  if (standing.promiseId !== op.scope) return { kind: 'refused', code: 'other-scope' };
  rows.set(toRowKey('progressLogs', standing.id), replaceLog(standing, op.ent));
  return { kind: outcome.kind, rows, fields };
}

/** The last log of a chain that is known. In: the id of a link. Out: undefined when the link itself is unknown. */
function findEnd(id: string, findRow: FindRow): StoredRow | undefined {
  let standing = findRow(toRowKey('progressLogs', id));
  for (let next = standing; next !== undefined; ) {
    standing = next;
    next = typeof next.replacedBy === 'string' ? findRow(toRowKey('progressLogs', next.replacedBy)) : undefined;
  }
  return standing;
}
