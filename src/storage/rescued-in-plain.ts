/** What may leave a broken database as a plain text: a protected promise leaves in closed files only (guard P12). */
import { type Classified, mayBeIn } from '#domain/disclosure/protection.ts';
import { mentions } from './forget-mentions.ts';
import { listPackedLogs } from './packed-logs.ts';
import { isClosed, type RescuedTables } from './rescued-rows.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * In: the tables as they were found. Out: the same without protected promises and all that names them or theirs, and how
 * many those are. A promise that could not be read may have been protected, and counts as such. Rows that the device
 * keeps closed stay: only its passphrase reads them.
 */
export function leaveOutProtected(tables: RescuedTables): { readonly tables: RescuedTables; readonly leftOut: number } {
  const kept = isClosed(tables) ? new Set<unknown>() : listKept(tables);
  if (kept.size === 0) return { tables, leftOut: 0 };
  const ids = new Set<string>();
  for (const row of listRows(tables)) {
    if (!kept.has(row.promiseId) && !kept.has(row.id)) continue;
    for (const { id, promiseId } of [row, ...listPackedLogs(row).filter(isFields)])
      for (const name of [id, promiseId]) if (typeof name === 'string') ids.add(name);
  }
  const isOpen = (row: unknown) => !mentions(JSON.stringify(row), ids);
  return { tables: new Map(Array.from(tables, ([name, rows]) => [name, rows.filter(isOpen)])), leftOut: kept.size };
}

function listKept(tables: RescuedTables): Set<unknown> {
  const promises = (tables.get('promises') ?? []).filter(isFields);
  const named = new Set([...listRows(tables)].map(({ promiseId }) => promiseId).concat(promises.map(({ id }) => id)));
  named.delete(undefined);
  for (const { id, example, visibility } of promises)
    if (example !== undefined || mayBeIn({ visibility } as Classified, 'backup')) named.delete(id);
  return named;
}

const listRows = (tables: RescuedTables): readonly Fields[] => [...tables.values()].flat().filter(isFields);

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
