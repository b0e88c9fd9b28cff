/** The proof that history is whole: played from nothing it gives the rows as they are (sync I24). */
import { splitRowKey } from '#domain/delivery/synced-row.ts';
import type { StoredOperation } from '#domain/handover/known-operation.ts';
import { replaceLog } from '#domain/operations/apply-operation.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import { type TableName, tableNames } from '#domain/records/tables.ts';
import type { Database } from './database.ts';
import { foldRows, listChained, replaceLogs } from './fold-rows.ts';
import { groupOperations, orderStored } from './handover-history.ts';
import { type LogRow, logTables } from './log-rows.ts';
import { forEachLog } from './many-logs.ts';

/** Rows by table and id. */
export type ReplayedRows = ReadonlyMap<TableName, ReadonlyMap<string, StoredRow>>;

/**
 * Plays every operation in the one order in which they are played everywhere: on a device that was handed nothing, as
 * they were stored. Throws when one of them does not fit, which only what two devices did apart may. Reads everything.
 */
export const replayHistory = (db: Database): Promise<ReplayedRows> =>
  db.transaction('r', ['history', ...logTables], async () => {
    const logs: LogRow[] = [];
    await forEachLog(db, (log) => logs.push(log));
    const stored = groupOperations(await db.history.orderBy('n').toArray(), logs);
    const ordered = [...stored.values()].map((operations) => orderStored(operations));
    const rows = new Map(tableNames.map((table) => [table, new Map<string, StoredRow>()]));
    for (const [key, { row, steps }] of foldRows(ordered)) {
      const { table, id } = splitRowKey(key);
      const misfit = steps.find(({ kind }) => kind === 'left-out');
      if (misfit && !wasHanded(stored.get(id)))
        throw new Error(`History does not replay: ${misfit.op.kind} ${key} ${JSON.stringify(misfit.fields)}`);
      if (row) rows.get(table)?.set(id, row);
    }
    const standing = rows.get('progressLogs');
    for (const [id, by] of replaceLogs(listChained(ordered))) {
      const replaced = standing?.get(id);
      if (replaced) standing?.set(id, replaceLog(replaced, by));
    }
    return rows;
  });

const wasHanded = (stored: readonly StoredOperation[] = []) => stored.some(({ isForeign }) => isForeign);
