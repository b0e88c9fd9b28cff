/** Looks at every row of the device, once a day: what no schema reads must not be in a figure without a word. */
import { parseRecord } from '#domain/records/parse-record.ts';
import { schemaByTable, type TableName, tableNames } from '#domain/records/tables.ts';
import type { Database } from './database.ts';
import { type BrokenRow, putBrokenLook, readBrokenLook } from './set-aside-rows.ts';

/** Milliseconds. */
const daily = 86_400_000;
/** Rows between two moments at which the page may go on with something else. */
const chunk = 500;
/** Packs hold some dozens of logs each. */
const packChunk = 20;

/** In: the database, and milliseconds of the device's clock. Out: what was found; undefined when it is not due. */
export async function lookForBrokenRows(db: Database, now: number): Promise<readonly BrokenRow[] | undefined> {
  const last = await readBrokenLook(db);
  // A clock that was set back must not put the next look off for years.
  if (last !== undefined && Math.abs(now - last.at) < daily) return undefined;
  const rows = await findBrokenRows(db);
  await putBrokenLook(db, { at: now, rows });
  return rows;
}

/** Every row that its schema does not read, in no order. Reads everything. */
export async function findBrokenRows(db: Database): Promise<readonly BrokenRow[]> {
  const broken: BrokenRow[] = [];
  for (const table of tableNames) {
    await forEachChunk(db, table, (rows) => broken.push(...rows.flatMap((row) => judgeRow(table, row) ?? [])));
  }
  for (let offset = 0, isMore = true; isMore; offset += packChunk) {
    const packs = await db.logPacks.offset(offset).limit(packChunk).toArray();
    broken.push(...packs.flatMap(({ logs }) => logs.flatMap((log) => judgeRow('progressLogs', log) ?? [])));
    isMore = packs.length === packChunk;
  }
  return broken;
}

async function forEachChunk(db: Database, table: TableName, use: (rows: readonly unknown[]) => void): Promise<void> {
  for (let after = '', isMore = true; isMore; ) {
    const rows = await db.table<{ id: string }, string>(table).where('id').above(after).limit(chunk).toArray();
    use(rows);
    isMore = rows.length === chunk;
    after = rows.at(-1)?.id ?? after;
  }
}

/** Undefined for a row as it should be. */
export function judgeRow(table: TableName, row: unknown): BrokenRow | undefined {
  const parsed = parseRecord(schemaByTable[table], row);
  if (parsed.kind === 'valid') return undefined;
  const fields = (typeof row === 'object' && row !== null ? row : {}) as Readonly<Record<string, unknown>>;
  return {
    table,
    id: toText(fields.id),
    promiseId: toText(fields.promiseId),
    name: nameOf(fields),
    fields: [...new Set(parsed.issues.map(({ path }) => path.split('.')[0] ?? ''))].filter(Boolean),
  };
}

const toText = (value: unknown): string => (typeof value === 'string' ? value : '');

const nameOf = ({ title, shortName, name, text, date }: Readonly<Record<string, unknown>>): string =>
  [title, shortName, name, text, date].map(toText).find(Boolean)?.slice(0, 80) ?? '';
