/** How many rows a table has and what they say, as one number: equal before and after an upgrade that leaves them alone. */
import { askStore } from './upgrade-requests.ts';

export interface CountedTable {
  readonly count: number;
  readonly sum: string;
}
export type CountedTables = Readonly<Record<string, CountedTable>>;

/** Hands over a table's rows in the order of their keys, some at a time, and tells how many they were and their sum. */
export async function readTable(
  db: IDBDatabase,
  table: string,
  size: number,
  use: (rows: readonly unknown[]) => Promise<void>,
): Promise<CountedTable> {
  let count = 0;
  let sum: Sum = start;
  let range: IDBKeyRange | undefined;
  for (let isMore = true; isMore; ) {
    const from = range;
    const rows: readonly unknown[] = await askStore(db, table, (store) => store.getAll(from, size));
    const keys = await askStore(db, table, (store) => store.getAllKeys(from, size));
    if (rows.length > 0) await use(rows);
    for (const row of rows) sum = addText(sum, JSON.stringify(row));
    count += rows.length;
    const last = keys.at(-1);
    isMore = rows.length === size && last !== undefined;
    if (last !== undefined) range = IDBKeyRange.lowerBound(last, true);
  }
  return { count, sum: sum.map((part) => part.toString(16).padStart(8, '0')).join('') };
}

/** Tables that the database does not have are left out. */
export async function countTables(db: IDBDatabase, names: readonly string[]): Promise<CountedTables> {
  const counted: Record<string, CountedTable> = {};
  for (const name of names.filter((one) => db.objectStoreNames.contains(one))) {
    counted[name] = await readTable(db, name, 1000, async () => undefined);
  }
  return counted;
}

type Sum = readonly [number, number];
const start: Sum = [0x811c9dc5, 0x1000193];

/** Two runs of FNV-1a with different steps: it shall notice a slip of ours, nobody forges it. */
function addText([first, second]: Sum, text: string): Sum {
  let [left, right] = [first, second];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    left = Math.imul(left ^ code, 0x01000193) >>> 0;
    right = Math.imul(right ^ (code + at), 0x85ebca6b) >>> 0;
  }
  return [left, right];
}
