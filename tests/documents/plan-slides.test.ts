import { expect, test } from 'vitest';
import { fitLines, planSlides } from '#documents/plan-slides.ts';
import type { ReportBlock } from '#domain/report/report.ts';
import { sampleReport } from './sample-report.ts';

const withBlocks = (...blocks: ReportBlock[]) =>
  planSlides({ ...sampleReport, chapters: [{ key: 'summary', title: 'Läget', written: false, blocks }] }).slice(1);

const tableOf = (rows: number): ReportBlock => ({
  kind: 'table',
  table: {
    key: 'long',
    caption: 'Alla mål',
    columns: [{ key: 'a', title: 'Mål', kind: 'text' }],
    rows: Array.from({ length: rows }, (_, index) => [{ text: `Mål ${index + 1}` }]),
  },
});

test('no slide has more than six lines, and what is left out is said', () => {
  const lines = fitLines(
    Array.from({ length: 9 }, (_, index) => `Rad ${index + 1}`),
    'sv',
  );

  expect(lines).toEqual(['Rad 1', 'Rad 2', 'Rad 3', 'Rad 4', 'Rad 5', 'Mer finns i rapporten.']);
});

test('a text that is too long is cut after a whole sentence', () => {
  const sentence = 'Kontrollerna gjordes vid skolorna på morgnarna, när trafiken var som tätast. ';
  const [text, more] = fitLines([sentence.repeat(8)], 'sv');

  expect(text).toMatch(/tätast\. …$/);
  expect(more).toBe('Mer finns i rapporten.');
});

test('a table goes on where the last slide ended', () => {
  expect(
    withBlocks(tableOf(8)).map((slide) => [slide.title, slide.kind === 'table' && slide.table.rows.length]),
  ).toEqual([
    ['Alla mål (1/2)', 6],
    ['Alla mål (2/2)', 2],
  ]);
});

test('a table for reading is named, not shown', () => {
  expect(withBlocks(tableOf(40))).toEqual([
    { kind: 'lines', title: 'Läget', lines: ['Alla mål: 40 rader finns i rapporten.'] },
  ]);
});

test('a chapter with nothing to show has no slide', () => {
  expect(withBlocks({ kind: 'heading', text: 'Tomt' })).toEqual([]);
});
