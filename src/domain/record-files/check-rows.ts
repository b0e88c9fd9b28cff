/** Rows from a file, checked before anything is written: each by its schema, and all of them together. */
import type { StoredRow } from '#domain/operations/operation.ts';
import { isId } from '#domain/records/fields.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import { schemaByTable, type TableName, tableNames } from '#domain/records/tables.ts';
import { isPlainJson } from './plain-json.ts';

export type RowsByTable = ReadonlyMap<TableName, readonly StoredRow[]>;

/** What stops a file: where, and which rule. `line` counts from 1 within the table. */
export interface RowFault {
  readonly table: string;
  readonly line: number;
  readonly rule: 'not-a-row' | 'schema' | 'repeated-id' | 'promise-missing' | 'reference-missing' | 'example';
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Whether one row is as its table demands, looked at alone. In: the table and what JSON gave.
 * Out: the row without what only the server that numbered it understands; or which rule it breaks.
 */
export function checkRow(table: TableName, given: unknown): StoredRow | RowFault['rule'] {
  if (!isRecord(given) || !isPlainJson(given)) return 'not-a-row';
  const { version: _version, ...row } = given;
  if (parseRecord(schemaByTable[table], row).kind === 'invalid') return 'schema';
  if (!areTags(row.tags) || !isReplacement(table, row.replacedBy)) return 'schema';
  return row as unknown as StoredRow;
}

const areTags = (tags: unknown): boolean =>
  tags === undefined ||
  (isRecord(tags) && Object.entries(tags).every(([name, id]) => name !== '' && typeof id === 'string' && isId(id)));

const isReplacement = (table: TableName, by: unknown): boolean =>
  by === undefined || (table === 'progressLogs' && typeof by === 'string' && isId(by));

export interface JudgedRows {
  readonly kept: RowsByTable;
  readonly faults: number;
  readonly first: RowFault | undefined;
}

/**
 * Whether rows belong together. In: rows that {@link checkRow} has let through, by table, in the order of the file.
 * Out: those that do; a row that names another twice, belongs to no promise of the file, or is an example, does not.
 */
export function judgeRows(rows: RowsByTable): JudgedRows {
  const promiseIds = new Set((rows.get('promises') ?? []).map(({ id }) => id));
  const activities = new Map((rows.get('activities') ?? []).map((row) => [row.id, row.promiseId]));
  const kept = new Map<TableName, readonly StoredRow[]>();
  let faults = 0;
  let first: RowFault | undefined;
  for (const table of tableNames) {
    const ids = new Set<string>();
    const own = (rows.get(table) ?? []).filter((row, index) => {
      const rule = findRule(table, row, { ids, promiseIds, activities });
      ids.add(row.id);
      if (rule === undefined) return true;
      faults += 1;
      first ??= { table, line: index + 1, rule };
      return false;
    });
    if (own.length > 0) kept.set(table, own);
  }
  return { kept, faults, first };
}

interface Known {
  readonly ids: ReadonlySet<string>;
  readonly promiseIds: ReadonlySet<string>;
  readonly activities: ReadonlyMap<string, string>;
}

function findRule(table: TableName, row: StoredRow, { ids, promiseIds, activities }: Known) {
  if (ids.has(row.id)) return 'repeated-id';
  if (!promiseIds.has(row.promiseId)) return 'promise-missing';
  if (table === 'promises' && row.id !== row.promiseId) return 'promise-missing';
  if (table === 'promises' && row.example !== undefined) return 'example';
  if (table !== 'progressLogs') return undefined;
  const names = Array.isArray(row.activityIds) ? row.activityIds : [];
  return names.every((id) => activities.get(id) === row.promiseId) ? undefined : 'reference-missing';
}
