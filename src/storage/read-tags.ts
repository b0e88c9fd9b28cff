import { findTag } from '#domain/operations/apply-operation.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import { listTagNames } from '#domain/operations/plan-operations.ts';
import type { Database } from './database.ts';
import type { HistoryChange, HistoryRow } from './history-row.ts';

export interface TagReader {
  /** Whether a field or member stands as an operation wrote it. */
  readonly isAsWrittenBy: (row: StoredRow, name: string, operationId: string) => Promise<boolean>;
  /** Whether it came along from the log that this one follows, and nobody but an undo has written it since. */
  readonly isCarried: (row: StoredRow, name: string) => Promise<boolean>;
}

/**
 * A field that was changed and changed back by an undo is as the operation before them left it, although the undo wrote
 * it last. One row's history is read when a tag has to be followed, and not before.
 */
export function createTagReader(db: Database, id: string): TagReader {
  let rows: readonly HistoryRow[] | undefined;
  const readRows = async () => {
    rows ??= await db.history.where('entities').equals(id).toArray();
    return rows;
  };
  return {
    isAsWrittenBy: async (row, name, operationId) => {
      const tag = findTag(row, name);
      if (tag === operationId) return true;
      const known = await readRows();
      return followUndone(known, tag, id, name) === followUndone(known, operationId, id, name);
    },
    isCarried: async (row, name) => {
      const tag = findTag(row, name);
      if (tag === row.id) return true;
      const known = await readRows();
      const writer = followUndone(known, tag, id, name);
      return writer === row.id || findUndoing(known, writer) !== undefined;
    },
  };
}

function followUndone(rows: readonly HistoryRow[], tag: string, id: string, name: string): string {
  const undoing = findUndoing(rows, tag);
  const undone = rows.find((row) => row.tx === undoing?.undoes);
  const before = undone?.changes.find((change) => change.ent === id && listNames(change).includes(name))?.base?.[name];
  return before ? followUndone(rows, before, id, name) : tag;
}

const findUndoing = (rows: readonly HistoryRow[], tag: string) =>
  rows.find((row) => row.undoes !== undefined && row.changes.some((change) => change.id === tag));

const listNames = (change: HistoryChange): readonly string[] =>
  change.f ? listTagNames(change.kind, change.f) : ['deletedAt'];
