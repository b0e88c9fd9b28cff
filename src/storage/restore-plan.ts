/** What a restore would do to what is here. */

import { listFields } from '#domain/operations/merge-class.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import type { RowsByTable } from '#domain/record-files/check-rows.ts';
import {
  compareRows,
  type DifferentRow,
  isUnchangeable,
  listChangedFields,
  type TableDifference,
} from '#domain/record-files/compare-rows.ts';
import { type TableName, tableNames } from '#domain/records/tables.ts';
import type { BackupContents } from './backup-contents.ts';
import type { Write } from './commit-action.ts';
import type { Database } from './database.ts';
import { readJoinedServer } from './joined-server.ts';
import { listPromiseLogs } from './many-logs.ts';

export interface RestorePreview {
  readonly differences: readonly TableDifference[];
  /** Whether anybody's work is here: without it there is nothing to choose. */
  readonly isEmpty: boolean;
  /** With a server everything becomes ordinary changes, which are sent; nothing is replaced as a whole. */
  readonly isJoined: boolean;
}

/** Compares a file with what is here. Reads every row of the promises that both have. */
export async function previewRestore(db: Database, contents: BackupContents): Promise<RestorePreview> {
  const [here, joined] = await Promise.all([readHere(db), readJoinedServer(db)]);
  return {
    differences: compareRows(here, contents.rows, Date.parse),
    isEmpty: (here.get('promises') ?? []).length === 0,
    isJoined: joined !== undefined,
  };
}

/** Every row of the promises that are nobody's example, by table. Inside a transaction, or by itself. */
export async function readHere(db: Database): Promise<RowsByTable> {
  const all: readonly StoredRow[] = await db.table<StoredRow>('promises').toArray();
  const promises = all.filter(({ example }) => example === undefined);
  const rows = new Map<TableName, readonly StoredRow[]>([['promises', promises]]);
  const ids = promises.map(({ id }) => id);
  for (const table of tableNames) {
    if (table === 'promises') continue;
    if (table !== 'progressLogs') {
      rows.set(table, await db.table<StoredRow>(table).where('promiseId').anyOf(ids).toArray());
      continue;
    }
    const logs: StoredRow[] = [];
    for (const id of ids) logs.push(...((await listPromiseLogs(db, id)) as unknown as readonly StoredRow[]));
    rows.set(table, logs);
  }
  return rows;
}

/** Rows that come whole, of promises that are not here, and ordinary changes to those that are. */
export interface RestorePlan {
  readonly whole: RowsByTable;
  readonly writes: readonly Write[];
  /** Rows of the file that stay out: they say something else under the same name, or belong to a promise that was removed here. */
  readonly skipped: number;
}

/**
 * In: what differs, whether rows that are newer here are taken from the file too, and whether everything is to be an
 * ordinary change. Out: see {@link RestorePlan}.
 */
export function planRestore(
  differences: readonly TableDifference[],
  here: RowsByTable,
  { takeOlder, onlyWrites }: { readonly takeOlder: boolean; readonly onlyWrites: boolean },
): RestorePlan {
  const isTaken = (row: DifferentRow) => (takeOlder || row.newer === 'in-file') && !isUnchangeable(row);
  const changed = differences.flatMap(({ different }) => different).filter(isTaken);
  const promises = [
    ...(here.get('promises') ?? []),
    ...changed.filter(({ table }) => table === 'promises').map(({ inFile }) => inFile),
    ...(onlyWrites ? differences.flatMap(({ table, added }) => (table === 'promises' ? added : [])) : []),
  ];
  const isOpen = new Map(promises.map((row) => [row.id, row.deletedAt === undefined]));
  const opened = changed.filter(({ table }) => table === 'promises').flatMap(toChanges);
  const others = changed.filter(({ table, here: row }) => table !== 'promises' && isOpen.get(row.promiseId) === true);
  const added = differences.flatMap(({ table, added: rows }) =>
    sortByName(table, rows).map((row) => ({ table, row, isOpen: isOpen.get(row.promiseId) })),
  );
  const creations = added.filter((one) => one.isOpen === true).map(({ table, row }) => toCreation(table, row));
  const shut = added.filter((one) => one.isOpen === false).length;
  return {
    whole: groupByTable(added.filter((one) => one.isOpen === undefined)),
    writes: [...opened, ...creations, ...others.flatMap(toChanges)],
    skipped: shut + differences.flatMap(({ different }) => different).filter(isUnchangeable).length,
  };
}

function groupByTable(added: readonly { readonly table: TableName; readonly row: StoredRow }[]): RowsByTable {
  const byTable = new Map<TableName, StoredRow[]>();
  for (const { table, row } of added) {
    const rows = byTable.get(table);
    if (rows) rows.push(row);
    else byTable.set(table, [row]);
  }
  return byTable;
}

/** A log that corrects another comes after it: their names begin with the time they were made. */
const sortByName = (table: TableName, rows: readonly StoredRow[]): readonly StoredRow[] =>
  table === 'progressLogs' ? rows.toSorted((left, right) => (left.id < right.id ? -1 : 1)) : rows;

function toCreation(table: TableName, row: StoredRow): Write {
  const fields = ['id', 'promiseId', ...listFields(table)].filter((field) => row[field] !== undefined);
  return { kind: 'create', table, record: Object.fromEntries(fields.map((field) => [field, row[field]])) } as Write;
}

function toChanges(different: DifferentRow): readonly Write[] {
  const { table, here, inFile } = different;
  const { id } = here;
  const isRemoved = inFile.deletedAt !== undefined;
  if (here.deletedAt !== undefined && isRemoved) return [];
  if (isRemoved) return [{ kind: 'delete', table, id } as Write];
  const { deletedAt: _deletedAt, ...fields } = listChangedFields(different);
  const back = here.deletedAt === undefined ? [] : [{ kind: 'restore', table, id } as Write];
  return Object.keys(fields).length === 0 ? back : [...back, { kind: 'set', table, id, fields } as Write];
}
