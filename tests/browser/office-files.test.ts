import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import readSheets from 'read-excel-file/node';
import { expect } from 'vitest';
import { openOfficeFile } from '#tests/documents/open-office-file.ts';
import { findAll, textOf, type XmlNode } from '#tests/documents/parse-xml.ts';
import { test } from '#tests/support/sample-test.ts';
import { visit } from '#tests/support/walk-app.ts';

/** The page has the policy of the served app, and a device fails its test on anything the policy stops. */
async function exportAs(page: Page, name: string): Promise<Buffer> {
  await page.getByRole('button', { name: 'Exportera' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('menuitem', { name, exact: true })
      .or(page.getByRole('button', { name, exact: true }))
      .click(),
  ]);
  const bytes = readFileSync(await download.path());
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  return bytes;
}

const cellsOf = (table: XmlNode, row: string, cell: string, text: string) =>
  findAll(table, row).map((line) => findAll(line, cell).map((one) => findAll(one, text).map(textOf).join('')));

test('Word, Excel and PowerPoint of the year are made under the policy, and say what the report on screen says', {
  timeout: 180_000,
}, async ({ openSample }) => {
  const { page } = await openSample();
  await visit(page, '/uppfoljning?del=rapport');
  const first = page.getByRole('table').first();
  await first.waitFor();
  const heads = await first.getByRole('row').first().getByRole('columnheader').allInnerTexts();

  const word = openOfficeFile(await exportAs(page, 'Word'));
  const tables = findAll(word.xml('word/document.xml'), 'w:tbl').map((table) => cellsOf(table, 'w:tr', 'w:tc', 'w:t'));
  expect(tables.map(([head]) => head)).toContainEqual(heads);

  // The sheet about the report comes first; then a sheet for each table, as the Word file has them.
  const sheets = await readSheets(await exportAs(page, 'Excel'));
  expect(sheets.slice(1).map(({ data }) => [data.length, data[0]?.[0]])).toEqual(
    tables.map((rows) => [rows.length, rows[0]?.[0]]),
  );

  const slides = openOfficeFile(await exportAs(page, 'PowerPoint'));
  const shown = slides.names
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .flatMap((name) => findAll(slides.xml(name), 'a:tbl').map((table) => cellsOf(table, 'a:tr', 'a:tc', 'a:t')));
  expect(shown.length).toBeGreaterThan(0);
  for (const [head] of shown) expect(tables.map(([own]) => own)).toContainEqual(head);
  expect(slides.names.some((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))).toBe(true);
});
