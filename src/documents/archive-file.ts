/** The archive package that is saved before anything is disposed of (guard P8): one file in open formats that says what it is. */
import { type StoredRow, schemaVersion } from '#domain/operations/operation.ts';
import { isSameJson } from '#domain/operations/to-json.ts';
import { carriesRows, type Manifest, toPartTable } from '#domain/record-files/manifest.ts';
import { type TableName, tableNames } from '#domain/records/tables.ts';
import { tableHeadingWords } from '#domain/retention/table-heading-words.ts';
import { writeCodeBooks } from './archive-code-book.ts';
import { writeArchivedReports } from './archive-report.ts';
import { writeArchiveTables } from './archive-tables.ts';
import { writeReadMe } from './archive-words.ts';
import { toSha256 } from './checksum.ts';
import { readRecordFile } from './read-record-file.ts';
import { Refusal } from './refusal.ts';
import { type CarriedRows, type CarriedText, writeRecordFile } from './write-record-file.ts';

export type ArchiveRows = ReadonlyMap<TableName, readonly StoredRow[]>;

export interface ArchiveInput {
  readonly promiseId: string;
  readonly title: string;
  readonly savedAt: string;
  readonly decisions: readonly string[];
  readonly rows: ArchiveRows;
}

/** In: the rows of a promise. Out: the bytes of the package: rows, tables, reports, code books and a text that explains it. */
export function writeArchive(input: ArchiveInput): Promise<Uint8Array<ArrayBuffer>> {
  const { promiseId, title, savedAt, decisions, rows } = input;
  const tables = tableNames.map((table) => ({ table, rows: (rows.get(table) ?? []).map(toArchived) }));
  const reports = writeArchivedReports(rows.get('reportParts') ?? []);
  const readMe: CarriedText = {
    name: 'README.txt',
    text: writeReadMe({
      ...{ title, savedAt, schema: schemaVersion, decisions, reports: reports.contents },
      tables: tables
        .filter((one) => one.rows.length > 0)
        .map(({ table, rows: own }) => {
          const [name, meaning] = tableHeadingWords[table];
          return { file: table, name, meaning, count: own.length };
        }),
    }),
  };
  const about: Manifest['about'] = { promiseId, title, decisions: [...decisions] };
  const carried: readonly (CarriedRows | CarriedText)[] = [
    readMe,
    ...writeCodeBooks(rows.get('activities') ?? [], rows.get('goals') ?? []),
    ...reports.texts,
    ...tables.flatMap(({ table, rows: own }) => [{ table, rows: own }, ...writeArchiveTables(table, own)]),
  ];
  return writeRecordFile({ kind: 'archive', savedAt, about }, carried);
}

/** Of what the exchange keeps beside a record nothing is part of it. */
function toArchived({ tags: _tags, version: _version, ...row }: StoredRow): StoredRow {
  return row as StoredRow;
}

export type ArchiveReading =
  | { readonly kind: 'read'; readonly promiseId: unknown; readonly rows: ArchiveRows; readonly sha256: string }
  | { readonly kind: 'damaged' | 'not-ours' };

/** In: the bytes of a file that somebody chose. Out: the rows of the package with its own checksum, or why it is none. */
export async function readArchive(bytes: Uint8Array): Promise<ArchiveReading> {
  const file = await readRecordFile(bytes, 'archive');
  if (file.kind === 'damaged') return { kind: 'damaged' };
  if (file.kind !== 'read') return { kind: 'not-ours' };
  const rows = new Map<TableName, StoredRow[]>();
  try {
    for (const part of file.manifest.parts) {
      const table = tableNames.find((name) => name === toPartTable(part.name));
      if (!carriesRows(part)) await file.readText(part);
      else if (table) rows.set(table, [...(rows.get(table) ?? []), ...((await file.readPart(part)) as StoredRow[])]);
    }
  } catch (problem) {
    if (problem instanceof Refusal) return { kind: 'damaged' };
    throw problem;
  }
  return { kind: 'read', promiseId: file.manifest.about.promiseId, rows, sha256: await toSha256(bytes) };
}

/**
 * Whether a package holds these rows, each as it stands. In: its rows, and those of the device.
 * Out: the number of rows that it lacks or has otherwise; 0 when it is a whole copy.
 */
export function countMissing(archived: ArchiveRows, rows: ArchiveRows): number {
  let missing = 0;
  for (const [table, own] of rows) {
    const known = new Map((archived.get(table) ?? []).map((row) => [row.id, row]));
    for (const row of own) if (!isSameJson(known.get(row.id), toArchived(row))) missing += 1;
  }
  return missing;
}
