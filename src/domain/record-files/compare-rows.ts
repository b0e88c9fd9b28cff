/** What a file has that is not here, and the other way about. Nothing is decided here: a person does, who sees it. */

import { toMembers } from '#domain/operations/members.ts';
import { findMergeClass, listFields } from '#domain/operations/merge-class.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import { isSameJson } from '#domain/operations/to-json.ts';
import { type TableName, tableNames } from '#domain/records/tables.ts';
import type { RowsByTable } from './check-rows.ts';

/** One row as it is here and as the file has it, and the fields in which they differ. */
export interface DifferentRow {
  readonly table: TableName;
  readonly here: StoredRow;
  readonly inFile: StoredRow;
  readonly fields: readonly string[];
  /** By the clocks of those who wrote them: for people to judge by. */
  readonly newer: 'here' | 'in-file';
}

export interface TableDifference {
  readonly table: TableName;
  /** Only in the file. */
  readonly added: readonly StoredRow[];
  readonly same: number;
  readonly different: readonly DifferentRow[];
  /** Only here. */
  readonly onlyHere: number;
}

/** Not compared: what the device writes for itself, and stamps that follow from the other fields. */
const ownFields: ReadonlySet<string> = new Set(['createdAt', 'updatedAt']);

/** Milliseconds of an instant; NaN for what is none. */
export type TimeOf = (instant: string) => number;

/**
 * In: the rows that are here, those of a file, and how instants are read. Out: one entry for each table, in the order of
 * the tables.
 */
export const compareRows = (here: RowsByTable, inFile: RowsByTable, timeOf: TimeOf): readonly TableDifference[] =>
  tableNames.map((table) => compareTable(table, here.get(table) ?? [], inFile.get(table) ?? [], timeOf));

function compareTable(
  table: TableName,
  here: readonly StoredRow[],
  inFile: readonly StoredRow[],
  timeOf: TimeOf,
): TableDifference {
  const byId = new Map(here.map((row) => [row.id, row]));
  const added: StoredRow[] = [];
  const different: DifferentRow[] = [];
  let same = 0;
  for (const row of inFile) {
    const own = byId.get(row.id);
    if (own === undefined) {
      added.push(row);
      continue;
    }
    const fields = listDifferent(table, own, row);
    if (fields.length === 0) same += 1;
    else
      different.push({ table, here: own, inFile: row, fields, newer: isLater(row, own, timeOf) ? 'in-file' : 'here' });
  }
  return { table, added, same, different, onlyHere: here.length - same - different.length };
}

const listDifferent = (table: TableName, here: StoredRow, inFile: StoredRow): readonly string[] =>
  listFields(table).filter((field) => {
    if (ownFields.has(field)) return false;
    // When it was removed is told by whether it is.
    if (field === 'deletedAt') return (here.deletedAt === undefined) !== (inFile.deletedAt === undefined);
    return !isSameField(table, field, here[field], inFile[field]);
  });

/** Whoever has confirmed a log is only ever added. */
const isAddedOnly = (table: TableName, field: string): boolean =>
  table === 'progressLogs' && findMergeClass(table, field) === 'members';

function isSameField(table: TableName, field: string, here: unknown, inFile: unknown): boolean {
  if (!isAddedOnly(table, field)) return isSameJson(here, inFile);
  const known = new Set(toMembers(here));
  return toMembers(inFile).every((member) => known.has(member));
}

const isLater = (row: StoredRow, than: StoredRow, timeOf: TimeOf): boolean =>
  (timeOf(String(row.updatedAt)) || 0) > (timeOf(String(than.updatedAt)) || 0);

/** A row of the file as one that is here becomes it. `undefined` removes a field. Fields that are fixed stay as they are. */
export function listChangedFields({ table, here, inFile, fields }: DifferentRow): Readonly<Record<string, unknown>> {
  const changed = fields.filter((field) => findMergeClass(table, field) !== 'fixed');
  return Object.fromEntries(
    changed.map((field) => [
      field,
      isAddedOnly(table, field)
        ? [...new Set([...toMembers(here[field]), ...toMembers(inFile[field])])]
        : inFile[field],
    ]),
  );
}

/** Whether two rows differ in nothing that can be changed: two logs of one name that say different things. */
export const isUnchangeable = (row: DifferentRow): boolean =>
  Object.keys(listChangedFields(row)).length === 0 && !row.fields.includes('deletedAt');
