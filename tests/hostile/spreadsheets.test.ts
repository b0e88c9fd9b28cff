import { readdirSync, readFileSync } from 'node:fs';
import { strFromU8 } from 'fflate';
import Papa from 'papaparse';
import readSheets from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { writeExcelReport } from '#documents/excel-report.ts';
import { defuseFormula } from '#domain/report/defuse-formula.ts';
import { findAll, parseXml } from '#tests/documents/parse-xml.ts';
import { sampleReport } from '#tests/documents/sample-report.ts';
import { createRandom } from '#tests/simulation/random.ts';
import { formulaSigns, makeFormulaText } from './formula-texts.ts';
import { makeHostileTexts } from './hostile-texts.ts';
import { openWorkbooks, spreadsheetWriters } from './spreadsheet-writers.ts';

/** What any program might skip in front of a formula, and then run. */
const runs = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠﹢﹣﹦﹫]/u;

function makeCells(count: number): readonly string[] {
  const random = createRandom(11);
  const plain = formulaSigns.flatMap((sign) => ['', '\t', '\r', '\n', ' '].map((front) => `${front}${sign}1+1`));
  const made = Array.from({ length: count - plain.length }, () => makeFormulaText(random));
  return [...plain, ...made];
}
const cells = makeCells(5000);

/** What the reader of a CSV file makes of a cell: all but numbers, days and nothing is text. */
const isNumber = (text: string) => /^-?\d+(,\d+)?$/.test(text);

/** The first sign of every field, or the one behind its quote. */
function listFirstSigns(text: string): readonly string[] {
  const signs: string[] = [];
  let isQuoted = false;
  let isFirst = true;
  for (const sign of text.replace(/^\ufeff/, '')) {
    if (isFirst && sign !== '"') signs.push(sign);
    if (sign === '"') isQuoted = !isQuoted;
    isFirst = isFirst && sign === '"' && isQuoted ? true : !isQuoted && /[;\n]/.test(sign);
  }
  return signs;
}

describe('what begins like a formula', () => {
  for (const { name, kind, write } of spreadsheetWriters.filter((writer) => writer.kind === 'csv')) {
    test(`is text in ${name} (${kind})`, async () => {
      const text = strFromU8(await write(cells));
      const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: ';' });
      const read = data.flat();
      expect(errors).toEqual([]);
      expect(read.length).toBeGreaterThanOrEqual(cells.length);
      expect(read.filter((cell) => runs.test(cell) && !isNumber(cell))).toEqual([]);
      expect(read.filter((cell) => /^[\t\r\n]/.test(cell))).toEqual([]);
      // By the bytes alone, without anybody's reader: no field begins with one.
      expect(listFirstSigns(text).filter((sign) => /[=+@＝＋－＠\t]/u.test(sign))).toEqual([]);
      // A row is as wide as its head: nothing has come out of its cell.
      expect([...new Set(data.filter((row) => row.join('') !== '').map((row) => row.length))]).toHaveLength(1);
    });
  }

  for (const { name, kind, write } of spreadsheetWriters.filter((writer) => writer.kind !== 'csv')) {
    test(`is text in the workbooks of ${name}`, async () => {
      // A report of thousands of rows is nothing that slides are made of.
      const workbooks = openWorkbooks(await write(kind === 'workbook' ? cells : cells.slice(0, 60)));
      expect(workbooks.length).toBeGreaterThan(0);
      for (const parts of workbooks) {
        const sheets = Object.entries(parts).filter(([part]) => part.startsWith('xl/worksheets/sheet'));
        expect(sheets.length).toBeGreaterThan(0);
        for (const [, xml] of sheets) {
          const sheet = parseXml(xml);
          expect(findAll(sheet, 'f')).toEqual([]);
          const types = new Set(findAll(sheet, 'c').map(({ attributes }) => attributes.t ?? 'n'));
          for (const type of types) expect(['n', 's', 'inlineStr']).toContain(type);
        }
        expect(Object.keys(parts).filter((part) => /externalLink|vbaProject|connections|ddeLink/i.test(part))).toEqual(
          [],
        );
      }
    });
  }

  test('is read back from a workbook as the text that it was, in cells that are text', async () => {
    const rows = cells.map((text) => [{ text }]);
    const table = { key: 'x', caption: 'x', columns: [{ key: 'a', title: 'a', kind: 'text' as const }], rows };
    const chapter = {
      key: 'summary' as const,
      title: 'x',
      written: false,
      blocks: [{ kind: 'table' as const, table }],
    };
    const bytes = await writeExcelReport({ ...sampleReport, chapters: [chapter] });
    const [, sheet] = await readSheets(Buffer.from(bytes), { trim: false });
    const read = sheet?.data.slice(1).map(([cell]) => cell) ?? [];
    expect(read).toHaveLength(cells.length);
    expect(read.filter((cell) => typeof cell !== 'string')).toEqual([]);
    const [parts = {}] = openWorkbooks(bytes);
    const body = findAll(parseXml(parts['xl/worksheets/sheet2.xml'] ?? ''), 'c').slice(1);
    // Style 1 has the format of text, so that a cell stays text when somebody edits it.
    expect(new Set(body.map(({ attributes }) => `${attributes.t} ${attributes.s}`))).toEqual(new Set(['inlineStr 1']));
    expect(findAll(parseXml(parts['xl/styles.xml'] ?? ''), 'cellXfs')[0]?.children[1]).toMatchObject({
      attributes: { numFmtId: '49' },
    });
  });

  test('is left alone where it does not stand first, and so is every other text', () => {
    for (const text of ['a=1', 'nästan -3', '', '12', 'År 2026', '(+46)', '−3', '– okänt'])
      expect(defuseFormula(text)).toBe(text);
    for (const text of makeHostileTexts(5, 2000)) {
      const defused = defuseFormula(text);
      expect(defused === text || defused === `'${text}`).toBe(true);
      expect(runs.test(defused)).toBe(false);
    }
  });
});

test('every place that puts cells together is among the writers', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file));
  /** Signs of somebody writing a table themselves: a delimiter between cells, a cell of a sheet, a chart with its workbook. */
  const signs =
    /\bunparse\(|join\(['"`](?:;|,|\\t)['"`]\)[^;]*(?:\\n|\\r)|\\ufeff\$?\{|t="inlineStr"|<sheetData|addChart\(|byteOrderMark \+/i;
  const found = files.filter((file) => signs.test(readFileSync(file, 'utf8')));
  const known = new Set(spreadsheetWriters.map(({ file }) => file));
  expect(found.length).toBeGreaterThan(2);
  expect(found.filter((file) => !known.has(file))).toEqual([]);
});
