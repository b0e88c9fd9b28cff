/** What was rescued of a device that keeps its rows closed: opened with what opens the device (sync 2.21). */
import type { Database } from './database.ts';
import { type DeviceLock, unwrapKey } from './device-lock.ts';
import { lockKey } from './lock-flag.ts';
import { createRowCipher } from './row-cipher.ts';
import { openRow, type Places, toPlaces } from './sealed-rows.ts';

export type RescuedTables = ReadonlyMap<string, readonly unknown[]>;

export type OpenedRescue =
  | { readonly kind: 'opened'; readonly tables: RescuedTables }
  /** Its rows are closed: a passphrase is needed. */
  | { readonly kind: 'sealed' }
  | { readonly kind: 'wrong-passphrase' };

/** How bytes stand in a rescue file, which is a text. */
interface WrittenBytes {
  readonly bytes: string;
}

/** For `JSON.stringify`: bytes as base64, everything else as it is. */
export const writeBytes = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array
    ? { bytes: btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join('')) }
    : value;

/** Whether the rows among those found are closed. */
export const isClosed = (tables: RescuedTables): boolean => findLock(tables) !== undefined;

/**
 * In: the tables of a rescue file as JSON gave them, the database that says how its rows are named, and the passphrase of the
 * device once somebody has typed it. Out: the same tables with what could be opened; a row that is damaged stays closed.
 */
export async function openRescued(tables: RescuedTables, db: Database, passphrase?: string): Promise<OpenedRescue> {
  const lock = findLock(tables);
  if (lock === undefined) return { kind: 'opened', tables };
  if (passphrase === undefined) return { kind: 'sealed' };
  const key = await unwrapKey(readBytes(lock) as DeviceLock, { kind: 'passphrase', passphrase });
  if (key === undefined) return { kind: 'wrong-passphrase' };
  const { open } = createRowCipher(key);
  const openTable = (name: string, rows: readonly unknown[]) => {
    const places = listPlaces(db).get(name);
    return places ? rows.map((row) => tryToOpen(places, row, open)) : rows;
  };
  return { kind: 'opened', tables: new Map(Array.from(tables, ([name, rows]) => [name, openTable(name, rows)])) };
}

function tryToOpen(places: Places, row: unknown, open: ReturnType<typeof createRowCipher>['open']): unknown {
  try {
    return openRow(places, readBytes(row), open);
  } catch {
    return row;
  }
}

const listPlaces = (db: Database): ReadonlyMap<string, Places> =>
  new Map(
    db.tables.map(({ name, schema: { primKey, indexes } }) => [
      name,
      toPlaces({
        name,
        primaryKey: { keyPath: primKey.keyPath ?? null, autoIncrement: primKey.auto },
        indexes: indexes.map(({ keyPath }) => ({ keyPath: keyPath ?? null })),
      }),
    ]),
  );

function findLock(tables: RescuedTables): unknown {
  const row = tables.get('meta')?.find((one) => isFields(one) && one.key === lockKey);
  return isFields(row) ? row.value : undefined;
}

/** Bytes again, wherever they stand in a value. */
function readBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readBytes);
  if (!isFields(value) || value instanceof Uint8Array) return value;
  if (isWrittenBytes(value)) return Uint8Array.from(atob(value.bytes), (sign) => sign.charCodeAt(0));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, readBytes(part)]));
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isWrittenBytes = (value: object): value is WrittenBytes =>
  Object.keys(value).length === 1 && 'bytes' in value && typeof value.bytes === 'string';
