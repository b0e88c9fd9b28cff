import type * as z from 'zod/mini';
import { findMergeClass } from '#domain/operations/merge-class.ts';
import type { Json, StoredRow } from '#domain/operations/operation.ts';
import type { PlannedWrite } from '#domain/operations/plan-operations.ts';
import { toJson, toJsonFields } from '#domain/operations/to-json.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import { schemaByTable, type TableName } from '#domain/records/tables.ts';
import type { Write } from './commit-action.ts';
import { InvalidRecord } from './invalid-record.ts';

/** What storage itself writes on a row: never taken from outside, not even when a record is copied from one. */
const ownFields: ReadonlySet<string> = new Set(['tags', 'replacedBy', 'version']);

/**
 * Checks every write strictly, before anything is opened, and gives fresh JSON in its place.
 * Throws `InvalidRecord` for a record that breaks its schema and for a field that no schema names.
 */
export const prepareWrites = (writes: readonly Write[]): readonly PlannedWrite[] => writes.map(prepareWrite);

function prepareWrite(write: Write): PlannedWrite {
  if (write.kind === 'create') {
    return { kind: 'create', table: write.table, record: prepareRecord(write.table, write.record) };
  }
  if (write.kind !== 'set') return { kind: write.kind, table: write.table, id: write.id };
  return { kind: 'set', table: write.table, id: write.id, fields: prepareFields(write), seen: write.seen };
}

function prepareRecord(table: TableName, record: object): StoredRow {
  const own = Object.fromEntries(Object.entries(record).filter(([field]) => !ownFields.has(field)));
  const { id = '', promiseId: _promiseId, ...rest } = own;
  refuseUnknown(table, String(id), Object.keys(rest));
  const parsed = parseRecord(schemaByTable[table], own);
  if (parsed.kind === 'invalid') throw new InvalidRecord(table, String(id), parsed.issues);
  return toJsonFields(parsed.value as object) as unknown as StoredRow;
}

type SetWrite = Extract<Write, { kind: 'set' }>;

function prepareFields({ table, id, fields }: SetWrite): Readonly<Record<string, Json>> {
  refuseUnknown(table, id, Object.keys(fields));
  const shape = schemaByTable[table].shape as unknown as Readonly<Record<string, z.ZodMiniType>>;
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      const schema = shape[field];
      if (schema === undefined || value === undefined) return [field, null];
      const parsed = parseRecord(schema, value);
      if (parsed.kind === 'valid') return [field, toJson(parsed.value)];
      const issues = parsed.issues.map((issue) => ({ ...issue, path: [field, issue.path].filter(Boolean).join('.') }));
      throw new InvalidRecord(table, id, issues);
    }),
  );
}

function refuseUnknown(table: TableName, id: string, fields: readonly string[]): void {
  const unknown = fields.filter((field) => findMergeClass(table, field) === undefined);
  if (unknown.length === 0) return;
  throw new InvalidRecord(
    table,
    id,
    unknown.map((path) => ({ path, code: 'unknown-field' })),
  );
}

/** Checks a row as a change leaves it. Throws `InvalidRecord`. */
export function checkRow(table: TableName, row: StoredRow): void {
  const parsed = parseRecord(schemaByTable[table], row);
  if (parsed.kind === 'invalid') throw new InvalidRecord(table, row.id, parsed.issues);
}
