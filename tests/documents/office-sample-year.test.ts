import readSheets from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { writeExcelReport } from '#documents/excel-report.ts';
import { writePowerPointReport } from '#documents/power-point-report.ts';
import { writeWordReport } from '#documents/word-report.ts';
import { writeReport } from '#domain/report/write-report.ts';
import { createSampleInput } from '../domain/report/sample-report.ts';
import { openOfficeFile } from './open-office-file.ts';
import { findAll, textOf } from './parse-xml.ts';
import { tablesOf } from './report-contents.ts';

const report = writeReport(createSampleInput());
const chapters = report.chapters.map(({ title }) => title);

test('the sample year is a Word file with every chapter and every cell of its report', async () => {
  const document = openOfficeFile(await writeWordReport(report)).xml('word/document.xml');
  const headings = findAll(document, 'w:p').filter((paragraph) =>
    findAll(paragraph, 'w:pStyle').some(({ attributes }) => attributes['w:val'] === 'Heading1'),
  );
  const cells = new Set(findAll(document, 'w:tc').map((cell) => findAll(cell, 'w:t').map(textOf).join('')));

  expect(headings.map(textOf)).toEqual(chapters);
  for (const { rows } of tablesOf(report))
    for (const { text } of rows.flat()) expect(cells).toContain(text.replaceAll('\n', ''));
});

test('every number of the sample year is a number in Excel, and every day a day', async () => {
  const sheets = await readSheets(Buffer.from(await writeExcelReport(report)));
  const values = sheets.flatMap(({ data }) => data.flat());
  const numbers = new Set(values.filter((value) => typeof value === 'number'));
  const days = new Set(values.flatMap((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : [])));

  const cells = tablesOf(report).flatMap(({ columns, rows }) =>
    rows.flatMap((row) => row.map(({ value }, index) => ({ value, kind: columns[index]?.kind }))),
  );
  for (const { value, kind } of cells) {
    if (kind === 'number' && typeof value === 'number') expect(numbers).toContain(value);
    if (kind === 'day' && typeof value === 'string') expect(days).toContain(value);
  }
  expect(numbers.size).toBeGreaterThan(5);
  expect(days.size).toBeGreaterThan(5);
});

test('the sample year is slides of at most six lines, with native charts', async () => {
  const file = openOfficeFile(await writePowerPointReport(report));
  const slides = file.names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).map(file.xml);
  const bulletsOf = (slide: (typeof slides)[number]) => findAll(slide, 'a:buSzPct').length;

  expect(slides.length).toBeGreaterThan(8);
  for (const slide of slides) expect(bulletsOf(slide)).toBeLessThanOrEqual(6);
  expect(file.names.some((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))).toBe(true);
});
