/** Below every table of a device that keeps its rows closed: they are closed on their way in, and opened on their way out. */
import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie';
import { lockKey } from './lock-flag.ts';
import { getRowSeal, type RowSeal } from './row-seal.ts';

type Fields = Readonly<Record<string, unknown>>;
/** The one field of a closed row beside those that its keys and indexes need. */
const sealedField = 'sealed';

/** Rows of `meta` that must be read before anybody has unlocked the device, or that no text can say. */
const readableKeys: ReadonlySet<unknown> = new Set([lockKey, 'canary']);

/**
 * In the clear stay ids, days and what else an index is made of, since the browser must find rows by them. Rows that
 * were stored before the device was closed are read as they are.
 */
export const sealedRows: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'sealed-rows',
  // Next to the browser: everything above, caches and watchers too, sees rows as they are meant.
  level: -2,
  create: (core) => ({ ...core, table: (name) => toSealedTable(core.table(name)) }),
};

function toSealedTable(table: DBCoreTable): DBCoreTable {
  const places = toPlaces(table.schema);
  const open = (row: unknown) => openRow(places, row, (place, sealed) => getRowSeal().open(place, sealed));
  return {
    ...table,
    mutate: (request) =>
      request.type === 'add' || request.type === 'put'
        ? table.mutate({ ...request, values: request.values.map((row: Fields) => closeRow(places, row)) })
        : table.mutate(request),
    get: (request) => table.get(request).then(open),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(open)),
    query: (request) =>
      table.query(request).then((answer) => (request.values ? { ...answer, result: answer.result.map(open) } : answer)),
    openCursor: (request) =>
      table.openCursor(request).then((cursor) => (cursor && request.values ? toOpenedCursor(cursor, open) : cursor)),
  };
}

type KeyPath = null | string | readonly string[] | undefined;

/** The keys of a table, as far as they say how its rows are closed. */
interface TableKeys {
  readonly name: string;
  readonly primaryKey: { readonly keyPath: KeyPath; readonly autoIncrement?: boolean | undefined };
  readonly indexes: readonly { readonly keyPath: KeyPath }[];
}

/** What a table leaves in the clear, and how it says where a row lies. */
export interface Places {
  readonly table: string;
  readonly clear: ReadonlySet<string>;
  readonly toPlace: (row: Fields) => string;
}

export function toPlaces({ name, primaryKey, indexes }: TableKeys): Places {
  const keys = listNames(primaryKey.keyPath);
  const clear = new Set([...keys, ...indexes.flatMap(({ keyPath }) => listNames(keyPath))]);
  // A number that the browser gives is not known yet when the row is closed.
  const named = primaryKey.autoIncrement ? [] : keys;
  return { table: name, clear, toPlace: (row) => JSON.stringify([name, ...named.map((key) => row[key])]) };
}

const listNames = (keyPath: KeyPath): readonly string[] => (typeof keyPath === 'string' ? [keyPath] : (keyPath ?? []));

function closeRow(places: Places, row: Fields): Fields {
  if (isReadable(places, row)) return row;
  const { close } = getRowSeal();
  if (close === undefined) return row;
  const entries = Object.entries(row);
  const inClear = entries.filter(([field]) => places.clear.has(field));
  const fields = Object.fromEntries(entries.filter(([field]) => !places.clear.has(field)));
  return { ...Object.fromEntries(inClear), [sealedField]: close(places.toPlace(row), fields) };
}

/** In: where rows of the table lie, and anything that it holds. Out: the row, opened if it was closed. */
export function openRow(places: Places, row: unknown, open: RowSeal['open']): unknown {
  if (!isSealed(row)) return row;
  const { [sealedField]: sealed, ...inClear } = row;
  return { ...inClear, ...open(places.toPlace(inClear), sealed) };
}

/** Whether a row is closed. In: anything that a table holds. */
export const isSealed = (row: unknown): row is Fields & { readonly [sealedField]: Uint8Array } =>
  typeof row === 'object' && row !== null && sealedField in row && row[sealedField] instanceof Uint8Array;

/** A file that the browser remembers for us is no text; it names a place on the disk, and no record. */
function isReadable({ table }: Places, row: Fields): boolean {
  if (table !== 'meta') return false;
  const { key, value } = row;
  return readableKeys.has(key) || (typeof value === 'object' && value !== null && !isPlain(value));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

/** The browser's own cursor answers only for itself, so what is read of it is asked of it. */
function toOpenedCursor(cursor: DBCoreCursor, open: (row: unknown) => unknown): DBCoreCursor {
  let closed: unknown;
  let opened: unknown;
  return Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: {
      get: () => {
        if (cursor.value !== closed) {
          closed = cursor.value;
          opened = open(closed);
        }
        return opened;
      },
    },
  });
}
