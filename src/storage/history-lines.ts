/** History as a person tells it: an import is one thing, however many actions it took. */
import type { Database } from './database.ts';
import { type HistoryEntry, type HistoryPage, type HistoryRange, readHistoryPage } from './history.ts';

const further = 50;

/**
 * A page of history, newest first, that ends where no batch goes on.
 * In: as `readHistoryPage`. Out: one entry for each action or batch; a batch has the changes and logs of all its actions.
 */
export async function readHistoryLines(db: Database, range: HistoryRange = {}): Promise<HistoryPage> {
  let page = await readHistoryPage(db, range);
  const entries = [...page.entries];
  while (page.next && entries.at(-1)?.batch !== undefined) {
    page = await readHistoryPage(db, { ...range, size: further, after: page.next });
    entries.push(...page.entries);
  }
  return { entries: joinBatches(entries), next: page.next };
}

function joinBatches(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const lines: { readonly first: HistoryEntry; readonly all: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const line = lines.at(-1);
    if (entry.batch !== undefined && line?.first.batch === entry.batch) line.all.push(entry);
    else lines.push({ first: entry, all: [entry] });
  }
  return lines.map(({ first, all }) =>
    all.length === 1
      ? first
      : { ...first, changes: all.flatMap(({ changes }) => changes), logs: all.flatMap(({ logs }) => logs) },
  );
}
