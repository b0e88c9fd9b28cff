import { Dexie, type IndexableType, type IntervalTree, RangeSet } from 'dexie';
import type { Database } from './database.ts';
import { isRetired } from './running-actions.ts';

/** Keys of rows that changed, as pairs of inclusive bounds; undefined when the whole table may have. */
export type ChangedKeys = readonly (readonly [from: string, to: string])[] | undefined;

export interface TableChanges {
  readonly tables: ReadonlySet<string>;
  /** Primary keys that were written or removed in a table. */
  readonly keysOf: (table: string) => ChangedKeys;
}

/** Calls back after every stored change, in this tab or another. Returns how to stop. */
export function watchTables(db: Database, onChange: (changes: TableChanges) => void): () => void {
  const prefix = `idb://${db.name}/`;
  const listen = (parts: object) => {
    if (isRetired(db)) return;
    const own = Object.entries(parts).filter(([part]) => part.startsWith(prefix));
    const tables = new Set(own.flatMap(([part]) => part.slice(prefix.length).split('/', 1)));
    // To whoever reads logs it is the same where they lie.
    if (tables.has('logPacks')) tables.add('progressLogs');
    if ('all' in parts) for (const { name } of db.tables) tables.add(name);
    if (tables.size === 0) return;
    const sets = new Map(own);
    onChange({ tables, keysOf: (table) => toRanges(sets.get(`${prefix}${table}/`)) });
  };
  Dexie.on.storagemutated.subscribe(listen);
  return () => Dexie.on.storagemutated.unsubscribe(listen);
}

const isTextRange = (range: readonly [unknown, unknown]): range is readonly [string, string] =>
  range.every((key) => typeof key === 'string');

/** A set that came from another tab, or was merged with another, is a plain tree: Dexie makes a set of it again. */
function toRanges(tree: unknown): ChangedKeys {
  if (typeof tree !== 'object' || tree === null || !('d' in tree)) return undefined;
  const ranges = Array.from(RangeSet(tree as IntervalTree), ({ from, to }): readonly [unknown, unknown] => [from, to]);
  // A large write says "everything", with bounds that no key reaches.
  return ranges.every(isTextRange) ? ranges : undefined;
}

/** A row that was written or removed. */
export interface ChangedRow {
  readonly table: string;
  readonly key: IDBValidKey;
}

/** Tells {@link watchTables}, in every tab, of rows that were stored past Dexie's tables. */
export function tellChanges(db: Database, changed: readonly ChangedRow[]): void {
  const parts: Record<string, RangeSet> = {};
  for (const { table, key } of changed) {
    const part = `idb://${db.name}/${table}/`;
    parts[part] = (parts[part] ?? new RangeSet()).addKey(key as IndexableType);
  }
  Dexie.on.storagemutated.fire(parts);
}
