/** A row that cannot be read is made again from what else the device knows of it. */

import { toRowKey } from '#domain/delivery/synced-row.ts';
import { applyOperation } from '#domain/operations/apply-operation.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { Database } from './database.ts';
import { toOperations } from './history-row.ts';
import { judgeRow } from './set-aside-look.ts';
import type { BrokenRow } from './set-aside-rows.ts';

export type Rebuilt =
  | { readonly kind: 'rebuilt'; readonly row: StoredRow }
  /** The server has it: it is fetched anew once it is gone from here. */
  | { readonly kind: 'on-server' }
  | { readonly kind: 'unknown' };

/**
 * In: a broken row. Out: the row as it should stand. Of what others may have changed too, only the server knows; of a log
 * that nobody was sent, the row is all there is.
 */
export const rebuildRow = (db: Database, { table, id }: BrokenRow): Promise<Rebuilt> =>
  db.transaction('r', ['history', 'outbox', 'bases', table], async (): Promise<Rebuilt> => {
    const base = await db.bases.get(toRowKey(table, id));
    const waiting = (await db.outbox.toArray()).flatMap(({ op }) => (op && isAbout(op, table, id) ? [op] : []));
    if (base !== undefined) return check(table, play(base.row as unknown as StoredRow, waiting));
    const broken = await db.table<{ readonly version?: unknown } | undefined>(table).get(id);
    if (typeof broken?.version === 'number') return { kind: 'on-server' };
    const rows = await db.history.where('entities').equals(id).sortBy('n');
    const done = rows.flatMap((row) => toOperations(row, new Map())).filter((op) => isAbout(op, table, id));
    return check(table, play(undefined, table === 'progressLogs' ? waiting : done));
  });

const isAbout = (op: Operation, table: TableName, id: string) => op.tbl === table && op.ent === id;

function play(start: StoredRow | undefined, operations: readonly Operation[]): StoredRow | undefined {
  let row = start;
  for (const op of operations) {
    const outcome = applyOperation(row, op);
    if (outcome.kind === 'applied' || outcome.kind === 'concurrent') row = outcome.row;
  }
  return row;
}

const check = (table: TableName, row: StoredRow | undefined): Rebuilt =>
  row === undefined || judgeRow(table, row) ? { kind: 'unknown' } : { kind: 'rebuilt', row };
