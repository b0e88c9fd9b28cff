/** Rows by their keys: where they lie side by side they are one request, for a request costs more than a row. */
import type { Database } from './database.ts';

/** So few are asked for one by one. */
const few = 100;
/** Among those that are wanted there may lie as many that are not. */
const mostPerWanted = 2;

/** In: the name of a table, and keys of it. Out: its rows in the order asked for, undefined where there is none. */
export async function getByKeys<Row extends object>(
  db: Database,
  tableName: string,
  keys: readonly string[],
): Promise<readonly (Row | undefined)[]> {
  const table = db.table<Row, string>(tableName);
  if (keys.length <= few) return table.bulkGet([...keys]);
  const [first = '', last = ''] = findBounds(keys);
  const between = () => table.where(':id').between(first, last, true, true);
  const most = keys.length * mostPerWanted;
  const found = await between()
    .limit(most + 1)
    .primaryKeys();
  if (found.length > most) return table.bulkGet([...keys]);
  if (found.length === 0) return keys.map(() => undefined);
  const name = table.schema.primKey.keyPath as keyof Row;
  const rowByKey = new Map((await between().toArray()).map((row) => [row[name] as unknown, row]));
  return keys.map((key) => rowByKey.get(key));
}

function findBounds(keys: readonly string[]): readonly string[] {
  const [first, ...others] = keys;
  let [least, most] = [first, first];
  for (const key of others) {
    if (least === undefined || key < least) least = key;
    if (most === undefined || key > most) most = key;
  }
  return least === undefined || most === undefined ? [] : [least, most];
}
