import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '#documents/clean-report.ts';
import { writeWordReport } from '#documents/word-report.ts';
import { openOfficeFile } from './open-office-file.ts';
import { findAll, textOf, type XmlNode } from './parse-xml.ts';
import { anyReport } from './report-arbitrary.ts';
import { cellTextsOf, chartsOf, tablesOf } from './report-contents.ts';
import { sampleReport } from './sample-report.ts';

const open = async (report = sampleReport) => openOfficeFile(await writeWordReport(report));

const read = async (report = sampleReport) => (await open(report)).xml('word/document.xml');

const styleOf = (paragraph: XmlNode) => findAll(paragraph, 'w:pStyle')[0]?.attributes['w:val'];

const textsWithStyle = (document: XmlNode, style: string) =>
  findAll(document, 'w:p')
    .filter((paragraph) => styleOf(paragraph) === style)
    .map(textOf);

/** A table as the texts of its cells; lines of a cell are paragraphs. */
const toTexts = (table: XmlNode) =>
  findAll(table, 'w:tr').map((row) =>
    findAll(row, 'w:tc').map((cell) =>
      findAll(cell, 'w:p')
        .map((paragraph) => findAll(paragraph, 'w:t').map(textOf).join(''))
        .join('\n'),
    ),
  );

test('chapters and their parts are real headings', async () => {
  const document = await read();

  expect(textsWithStyle(document, 'Title')).toEqual([sampleReport.title]);
  expect(textsWithStyle(document, 'Heading1')).toEqual(['Sammanfattning', 'Måluppfyllelse', 'Bilaga: insatser']);
  expect(textsWithStyle(document, 'Heading2')).toEqual(['Mål för mål']);
});

test('the list of contents is a field, filled in with links to the headings and a field for each page', async () => {
  const document = await read();
  const headings = ['Sammanfattning', 'Måluppfyllelse', 'Mål för mål', 'Bilaga: insatser'];

  expect(findAll(document, 'w:hyperlink').map((link) => findAll(link, 'w:t').map(textOf).join(''))).toEqual(headings);
  expect(findAll(document, 'w:instrText').map(textOf)).toEqual([
    'TOC \\h \\o "1-2"',
    ...headings.map(() => expect.stringMatching(/^PAGEREF _Toc\d+ \\h$/)),
  ]);
});

test('every page repeats the head of its table, and no row is cut in two', async () => {
  const tables = findAll(await read(), 'w:tbl');

  for (const table of tables) {
    const [head, ...rows] = findAll(table, 'w:tr');
    expect(findAll(head as XmlNode, 'w:tblHeader')).toHaveLength(1);
    expect(rows.flatMap((row) => findAll(row, 'w:tblHeader'))).toEqual([]);
    expect(findAll(table, 'w:cantSplit')).toHaveLength(rows.length + 1);
  }
  expect(tables).toHaveLength(3);
});

test('numbers stand to the right', async () => {
  const [table] = findAll(await read(), 'w:tbl');
  const [, row] = findAll(table as XmlNode, 'w:tr');

  expect(findAll(row as XmlNode, 'w:jc').map(({ attributes }) => attributes['w:val'])).toEqual([
    'left',
    'right',
    'right',
    'left',
    'left',
  ]);
});

test('a chart is native, told in words to who cannot see it, and its figures stand below as a table', async () => {
  const file = await open();
  const [drawing] = findAll(file.xml('word/document.xml'), 'wp:docPr');
  const [chart] = chartsOf(sampleReport);
  const values = findAll(file.xml('word/charts/chart1.xml'), 'c:val').map((series) =>
    findAll(series, 'c:pt').map((point) => [point.attributes.idx, Number(textOf(point))]),
  );

  expect(drawing?.attributes).toMatchObject({ title: chart?.title, descr: chart?.description });
  expect(values).toEqual([
    [
      ['0', 14],
      ['1', 24],
    ],
    [
      ['0', 15],
      ['1', 20],
      ['2', 8],
    ],
  ]);
  expect(toTexts(findAll(file.xml('word/document.xml'), 'w:tbl')[1] as XmlNode)).toEqual([
    ['Vad', 'Utfall (tillfällen)', 'Mål (tillfällen)'],
    ['Trafikkontroller', '14', '15'],
    ['Nattvandringar', '24', '20'],
    ['Samtal', '–', '8'],
  ]);
});

test.each([
  ['sv', 'sv-SE', 'Sida '],
  ['en', 'en-SE', 'Page '],
] as const)('a file in %s says so, and numbers its pages', async (language, tag, page) => {
  const file = await open({ ...sampleReport, language });
  const footer = file.xml('word/footer1.xml');

  expect(findAll(file.xml('word/styles.xml'), 'w:lang')[0]?.attributes['w:val']).toBe(tag);
  expect(findAll(footer, 'w:instrText').map(textOf)).toEqual(['PAGE', 'NUMPAGES']);
  expect(textOf(footer)).toContain(page);
  expect(textOf(footer)).toContain(sampleReport.footer);
});

test('metadata names the product and no person', async () => {
  const core = (await open()).xml('docProps/core.xml');

  expect(findAll(core, 'dc:creator').map(textOf)).toEqual(['Löfteskollen']);
  expect(findAll(core, 'cp:lastModifiedBy').map(textOf)).toEqual(['Löfteskollen']);
  expect(findAll(core, 'dc:title').map(textOf)).toEqual([sampleReport.title]);
});

test('every table of any report is in the file, cell by cell, and every part of it is well formed', async () => {
  await fc.assert(
    fc.asyncProperty(anyReport, async (report) => {
      const file = await open(report);
      const parts = file.names.filter((name) => /\.(xml|rels)$/.test(name));
      const document = parts
        .map((name) => [name, file.xml(name)] as const)
        .find(([name]) => name === 'word/document.xml');
      const found = findAll(document?.[1] as XmlNode, 'w:tbl').map((table) => JSON.stringify(toTexts(table)));

      for (const table of tablesOf(report)) expect(found).toContain(JSON.stringify(cellTextsOf(table)));
      for (const { description, series } of chartsOf(report)) {
        const drawn = series.some(({ values }) => values.some((value) => value !== null));
        if (drawn && cleanText(description))
          expect(textsOfAlternatives(document?.[1] as XmlNode)).toContain(cleanText(description));
      }
    }),
    { numRuns: 40 },
  );
});

const textsOfAlternatives = (document: XmlNode) =>
  findAll(document, 'wp:docPr').map(({ attributes }) => attributes.descr ?? '');
