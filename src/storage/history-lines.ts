/** History as a person tells it: an import is one thing, however many actions it took. */
import type { Database } from './database.ts';
import {
  type HistoryCursor,
  type HistoryEntry,
  type HistoryPage,
  type HistoryRange,
  readHistoryPage,
} from './history.ts';

/** More logs of one action than anybody is told one by one. */
const mostLogs = 20;

/**
 * A page of history, newest first, that ends where no batch goes on.
 * In: as `readHistoryPage`. Out: one entry for each action or batch; that of a batch has the changes of all its actions.
 */
export async function readHistoryLines(db: Database, range: HistoryRange = {}): Promise<HistoryPage> {
  const page = await readHistoryPage(db, { ...range, mostLogs });
  const entries = joinBatches(page.entries);
  const last = entries.at(-1);
  if (page.next === undefined || last?.batch === undefined) return { entries, next: page.next };
  const whole = await readRest(db, last, last.batch, page.next);
  const after = await readHistoryPage(db, { ...range, size: 1, after: whole.next });
  return { entries: [...entries.slice(0, -1), whole.entry], next: after.entries.length > 0 ? whole.next : undefined };
}

/** The rest of a batch that a page cuts: its actions were stored one after the other. */
async function readRest(db: Database, entry: HistoryEntry, batch: string, { n, logId }: HistoryCursor) {
  const rows = (await db.history.where('batch').equals(batch).reverse().sortBy('n')).filter((row) => row.n < n);
  const changes = [...entry.changes, ...rows.flatMap((row) => row.changes)];
  return { entry: { ...entry, changes }, next: { n: rows.at(-1)?.n ?? n, logId } };
}

function joinBatches(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const lines: { readonly first: HistoryEntry; readonly all: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const line = lines.at(-1);
    if (entry.batch !== undefined && line?.first.batch === entry.batch) line.all.push(entry);
    else lines.push({ first: entry, all: [entry] });
  }
  return lines.map(({ first, all }) =>
    all.length === 1 ? first : { ...first, changes: all.flatMap(({ changes }) => changes) },
  );
}
