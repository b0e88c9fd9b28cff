import { createTableBudget, finishSheet } from './finish-sheet.ts';
import { openZip } from './open-zip.ts';
import { readCsvRows } from './read-csv-rows.ts';
import { isWorkbook, readWorkbook } from './read-workbook.ts';
import { recogniseFile } from './recognise-file.ts';
import { Refusal, toRefused } from './refusal.ts';
import type { TableReading, TableSheet } from './table-reading.ts';

/** What the worker does for `readTable`. In: a file's bytes and name. Out: its sheets or why not. Never throws. */
export function readTableBytes(bytes: Uint8Array, name: string): TableReading {
  try {
    const sheets = readSheets(bytes, name);
    if (sheets.every(({ rows }) => rows.length === 0)) throw new Refusal('empty');
    return { kind: 'table', sheets };
  } catch (problem) {
    return toRefused(problem);
  }
}

function readSheets(bytes: Uint8Array, name: string): readonly TableSheet[] {
  const file = recogniseFile(bytes);
  if (file?.kind === 'text')
    return [{ name: name.replace(/\.\w{1,4}$/, ''), rows: finishSheet(readCsvRows(file.source), createTableBudget()) }];
  if (file?.kind !== 'zip') throw new Refusal('not-a-table');
  const zip = openZip(bytes);
  if (!isWorkbook(zip)) throw new Refusal('not-a-table');
  return readWorkbook(zip);
}
