import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { countMissing, readArchive, writeArchive } from '#documents/archive-file.ts';
import { checkParts, readRecordFile } from '#documents/read-record-file.ts';
import { cutReport } from '#domain/follow-up/frozen-report.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import { type TableName, tableNames } from '#domain/records/tables.ts';
import { writeReport } from '#domain/report/write-report.ts';
import { createSampleInput } from '#tests/domain/report/sample-report.ts';
import { listRecords, logs, promise } from '#tests/support/sample-overview.ts';

const report = writeReport(createSampleInput());
const stamp = { promiseId: promise.id, createdAt: '2026-11-21T09:00:00+01:00', updatedAt: '2026-11-21T09:00:00+01:00' };
const pages = cutReport(report).map((text, order) => ({
  ...{ id: `019a0000-0000-7000-8000-0000000009${10 + order}`, ...stamp, followUpId: stamp.promiseId },
  ...{ snapshotId: stamp.promiseId, order, text },
}));
const rows: ReadonlyMap<TableName, readonly StoredRow[]> = new Map(
  tableNames.map((table): [TableName, readonly StoredRow[]] => {
    if (table === 'progressLogs') return [table, logs as readonly unknown[] as readonly StoredRow[]];
    if (table === 'reportParts') return [table, pages];
    return [table, listRecords(table) as readonly unknown[] as readonly StoredRow[]];
  }),
);
const write = (given = rows) =>
  writeArchive({
    ...{ promiseId: promise.id, title: promise.title, savedAt: '2026-11-22T10:00:00+01:00' },
    ...{ decisions: ['KS 2026/123'], rows: given },
  });
const open = async (given = rows) => unzipSync(await write(given));
const readCsv = (bytes: Uint8Array | undefined) =>
  Papa.parse<readonly string[]>(strFromU8(bytes ?? new Uint8Array()), { delimiter: ';', skipEmptyLines: true }).data;

describe('an archive package', () => {
  it('gives back every record as it was, without what the exchange keeps beside it', async () => {
    const tagged = new Map(rows).set(
      'goals',
      (rows.get('goals') ?? []).map((row) => ({ ...row, tags: { text: 'x' } })),
    );
    const read = await readArchive(await write(tagged));
    if (read.kind !== 'read') throw new Error(read.kind);
    expect(read.promiseId).toBe(promise.id);
    for (const table of tableNames) expect(read.rows.get(table) ?? []).toEqual(rows.get(table));
    expect(countMissing(read.rows, tagged)).toBe(0);
  });

  it('is no whole copy when a row is missing or was changed since', async () => {
    const read = await readArchive(await write());
    if (read.kind !== 'read') throw new Error(read.kind);
    const [first, ...others] = rows.get('goals') ?? [];
    if (!first) throw new Error('no goal');
    const changed = new Map(rows).set('goals', [{ ...first, text: 'Annat' }, ...others]);
    expect(countMissing(read.rows, changed)).toBe(1);
    expect(countMissing(read.rows, new Map(rows).set('comments', [{ ...first }]))).toBe(1);
  });

  it('has every table as CSV with Swedish headings, and as many rows', async () => {
    const parts = await open();
    for (const [table, own] of rows) {
      const files = Object.keys(parts).filter((name) => name.startsWith(`${table}-`) && name.endsWith('.csv'));
      const read = files.map((name) => readCsv(parts[name]));
      expect(read.reduce((sum, lines) => sum + lines.length - 1, 0)).toBe(own.length);
    }
    const [header = [], line = []] = readCsv(parts['promises-0001.csv']);
    expect(header.map((text) => text.replace('\ufeff', '')).slice(0, 6)).toEqual([
      ...['Id', 'Löfte (id)', 'Skapad', 'Ändrad', 'Borttagen', 'Namn'],
    ]);
    expect(line[header.indexOf('Löftets period: Från')]).toBe('2026-01-01');
    const logHeader = readCsv(parts['progressLogs-0001.csv'])[0] ?? [];
    expect(logHeader).toContain('Anteckning');
    expect(logHeader.at(-1)).toBe('Ersatt av (id)');
  });

  it('explains itself: a text, the code books, and each frozen report as text and tables', async () => {
    const parts = await open();
    const readMe = strFromU8(parts['README.txt'] ?? new Uint8Array());
    expect(readMe).toContain(promise.title);
    expect(readMe).toContain('KS 2026/123');
    expect(readMe).toContain(`Insatser, ${logs.length} rader.`);
    const units = readCsv(parts['kodbokEnheter.csv']);
    expect(units.length - 1).toBe(listRecords('activities').flatMap(({ measures }) => measures).length);
    expect(readCsv(parts['kodbokMal.csv']).length - 1).toBe(listRecords('goals').length);
    expect(readCsv(parts['kodbokSlag.csv'])).toHaveLength(13);
    const text = strFromU8(parts['rapport-0001.txt'] ?? new Uint8Array());
    for (const chapter of report.chapters) expect(text).toContain(chapter.title.toUpperCase());
    const tables = report.chapters.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'));
    expect(Object.keys(parts).filter((name) => name.startsWith('rapporttabell-'))).toHaveLength(tables.length);
  });

  it('runs no formula in a spreadsheet', async () => {
    const [first] = listRecords('comments');
    const comment = { ...stamp, id: promise.id, ref: {}, text: '=HYPERLINK("https://exempel.se")', date: '2026-01-02' };
    const parts = await open(new Map(rows).set('comments', [{ ...first, ...comment }]));
    const [header = [], line = []] = readCsv(parts['comments-0001.csv']);
    expect(line[header.indexOf('Text')]).toBe('\'=HYPERLINK("https://exempel.se")');
  });

  it('names the SHA-256 of each part, and shows what was changed', async () => {
    const bytes = await write();
    const file = await readRecordFile(bytes, 'archive');
    if (file.kind !== 'read') throw new Error(file.kind);
    expect(await checkParts(file)).toBe('whole');
    expect(file.manifest.parts.every(({ sha256 }) => sha256.length === 64)).toBe(true);
    const flipped = bytes.slice();
    flipped[1000] = (flipped[1000] ?? 0) ^ 1;
    expect(await readArchive(flipped)).toEqual({ kind: 'damaged' });
    expect(await readArchive(new Uint8Array([1, 2, 3]))).toEqual({ kind: 'not-ours' });
  });

  it('keeps the pages of a frozen report that nobody can read', async () => {
    const broken = new Map(rows).set(
      'reportParts',
      pages.slice(0, 1).map((page) => ({ ...page, text: '{"a":' })),
    );
    const parts = await open(broken);
    expect(strFromU8(parts['rapport-0001.txt'] ?? new Uint8Array())).toContain('reportParts');
  });

  it('cuts what is long into several files', async () => {
    const [log] = logs;
    const many = Array.from({ length: 2500 }, (_, n) => ({ ...log, id: `${n}`, note: 'x'.repeat(400) }));
    const parts = await open(new Map(rows).set('progressLogs', many as readonly unknown[] as readonly StoredRow[]));
    const files = Object.keys(parts).filter((name) => /^progressLogs-\d+\.csv$/.test(name));
    expect(files.length).toBeGreaterThan(1);
    expect(files.reduce((sum, name) => sum + readCsv(parts[name]).length - 1, 0)).toBe(2500);
  });
});
