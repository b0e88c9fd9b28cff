import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import type { Database } from './database.ts';
import type { HistoryPage, HistoryRange } from './history.ts';
import { readHistoryLines } from './history-lines.ts';
import { readKnownRows } from './known-rows.ts';

/** Of what changed more at once, people are told the number. */
export const mostNamed = 3;

export interface NamedHistoryPage extends HistoryPage {
  /** By which people know what was changed, as they stand. */
  readonly rows: ReadonlyMap<RowKey, StoredRow>;
}

/** As `readHistoryLines`, with the rows that name what each line is about. */
export async function readNamedHistory(db: Database, range: HistoryRange): Promise<NamedHistoryPage> {
  const page = await readHistoryLines(db, range);
  const named = page.entries.filter(({ changes }) => changes.length <= mostNamed);
  // What a log says is in its row and not in its history; it comes with its entry, from wherever it lies.
  const logs = named.flatMap((entry) => entry.logs);
  const rows = await readKnownRows(db, [
    ...named.flatMap(({ changes }) => changes),
    ...logs.map(({ id, promiseId, activityIds }) => toChange(id, promiseId, activityIds)),
  ]);
  return {
    ...page,
    rows: new Map([...rows, ...logs.map((log) => [toRowKey('progressLogs', log.id), { ...log }] as const)]),
  };
}

const toChange = (ent: string, scope: string, activityIds: readonly string[]) => ({
  tbl: 'progressLogs' as const,
  ent,
  scope,
  f: { activityIds },
});
