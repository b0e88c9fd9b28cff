/** Logs of imports have rows in history that tell of them: who looks for logs that are their own history passes them over. */
import type { Database } from './database.ts';
import type { HistoryRow } from './history-row.ts';

const keysRead = 2000;

/** Ids of the logs that an action created. */
export const listCreatedLogs = (row: Pick<HistoryRow, 'changes'>): readonly string[] =>
  row.changes
    .filter(({ tbl, kind }) => tbl === 'progressLogs' && (kind === 'append' || kind === 'correct'))
    .map((change) => change.ent);

/** The logs of every batch on the device: of imports, of what was taken back of them, and of examples. */
export async function readBatchLogs(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db.history.where('batch').above('').toArray();
  return new Set(rows.flatMap(listCreatedLogs));
}

/**
 * Where to go on reading below a log. In: the id, and the logs of batches. Out: the id itself, or a lower one with
 * nothing but such logs between. Reads keys, no log: an import is thousands of them in a row.
 */
export async function passOver(db: Database, below: string, created: ReadonlySet<string>): Promise<string> {
  // What lies in packs has no keys here, and must not be passed over with the rest.
  if (created.size === 0 || (await db.logPacks.count()) > 0) return below;
  for (let cursor = below; ; ) {
    const keys: readonly string[] = await db.progressLogs
      .where('id')
      .below(cursor)
      .reverse()
      .limit(keysRead)
      .primaryKeys();
    const own = keys.findIndex((id) => !created.has(id));
    if (own >= 0) return keys[own - 1] ?? cursor;
    cursor = keys.at(-1) ?? cursor;
    if (keys.length < keysRead) return cursor;
  }
}
