import type { Database } from '#storage/database.ts';
import { deviceKeys, readDeviceMeta } from '#storage/device-meta.ts';
import { watchTables } from '#storage/watch-tables.ts';

const [, issuedKey] = deviceKeys;

/**
 * Calls back when something that is to be sent was saved, in this tab or another: the numbers given to operations have
 * grown. What the exchange itself stores does not count. Out: how to stop.
 */
export function watchSaves(db: Database, onSave: () => void): () => void {
  let known: number | undefined;
  const look = async () => {
    const meta = await readDeviceMeta(db);
    const before = known;
    known = meta?.issued;
    if (before !== undefined && known !== undefined && known > before) onSave();
  };
  const stop = watchTables(db, ({ tables, keysOf }) => {
    if (!tables.has('meta')) return;
    const isTouched = keysOf('meta')?.some(([from, to]) => from <= issuedKey && issuedKey <= to) ?? true;
    if (isTouched) void look();
  });
  void look();
  return stop;
}
