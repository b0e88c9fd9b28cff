import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasBars } from '#documents/chart-table.ts';
import { cleanReport } from '#documents/clean-report.ts';
import { writePowerPointReport } from '#documents/power-point-report.ts';
import { openOfficeFile } from './open-office-file.ts';
import { findAll, textOf, type XmlNode } from './parse-xml.ts';
import { anyReport } from './report-arbitrary.ts';
import { chartsOf } from './report-contents.ts';
import { sampleReport } from './sample-report.ts';

const open = async (report = sampleReport) => openOfficeFile(await writePowerPointReport(report));

const slidesOf = ({ names, xml }: Awaited<ReturnType<typeof open>>) =>
  names
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .sort((a, b) => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b)))
    .map(xml);

/** The text of the shape that is the slide's title: what an outline and a screen reader take it from. */
const titleOf = (slide: XmlNode) =>
  findAll(slide, 'p:sp')
    .filter((shape) => findAll(shape, 'p:ph').some(({ attributes }) => attributes.type === 'title'))
    .map(textOf)
    .join('')
    .trim();

test('there is a front, and a slide for what each chapter says, its tables and its charts; appendices stay in the report', async () => {
  expect(slidesOf(await open()).map(titleOf)).toEqual([
    sampleReport.title,
    'Sammanfattning',
    'Alla mål, i den ordning löftet har dem',
    'Nattvandringarna gick över sitt mål, trafikkontrollerna inte ända fram',
  ]);
});

test('a chart is native, with the figures of the report, a sheet to edit them in, and a description', async () => {
  const file = await open();
  const [name = ''] = file.names.filter((part) => /^ppt\/charts\/chart\d+\.xml$/.test(part));
  const chart = file.xml(name);
  const [frame] = slidesOf(file)
    .flatMap((slide) => findAll(slide, 'p:graphicFrame'))
    .slice(1);
  const values = findAll(chart, 'c:val').map((series) =>
    findAll(series, 'c:pt').map((point) => [point.attributes.idx, Number(textOf(point))]),
  );

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
  expect(findAll(chart, 'c:cat').map((names) => findAll(names, 'c:v').map(textOf).join(''))[0]).toBe(
    'TrafikkontrollerNattvandringarSamtal',
  );
  expect(file.names.some((name) => /^ppt\/embeddings\/.*\.xlsx$/.test(name))).toBe(true);
  expect(frame && findAll(frame, 'p:cNvPr')[0]?.attributes.descr).toBe(chartsOf(sampleReport)[0]?.description);
});

test('the first row of a table is its head', async () => {
  const [table] = slidesOf(await open()).flatMap((slide) => findAll(slide, 'a:tbl'));

  expect(table && findAll(table, 'a:tblPr')[0]?.attributes).toMatchObject({ firstRow: '1', firstCol: '1' });
  expect(
    table &&
      findAll(table, 'a:tr').map((row) =>
        findAll(row, 'a:tc').map((cell) => findAll(cell, 'a:t').map(textOf).join('')),
      ),
  ).toEqual([
    ['Mål', 'Utfall', 'Andel', 'Senast', 'Läge'],
    ['Trafikkontroller vid skolor', '14', '1,23 per dag', '3 september', '=Ej nått'],
    ['Nattvandringar', '24 (+1)', '–', 'inget datum', 'Nått'],
    ['Lagföra minst fem', 'färre än 5', '', '', 'Ej nått'],
  ]);
});

test.each([
  ['sv', 'sv-SE'],
  ['en', 'en-SE'],
] as const)('every text of a presentation in %s says its language', async (language, tag) => {
  const file = await open({ ...sampleReport, language });
  const texts = file.names.filter((name) => /slides?\/.*\.xml$|charts\/.*\.xml$/.test(name)).map(file.xml);
  const languages = texts.flatMap((part) =>
    ['a:rPr', 'a:endParaRPr'].flatMap((name) => findAll(part, name).flatMap(({ attributes }) => attributes.lang ?? [])),
  );

  expect(new Set(languages)).toEqual(new Set([tag]));
});

test('metadata names the product, no person, no company and no time, in the sheets behind charts, too', async () => {
  const file = await open();
  const core = file.text('docProps/core.xml');

  expect(core).toContain('<dc:creator>Löfteskollen</dc:creator>');
  expect(core).toContain('<cp:lastModifiedBy>Löfteskollen<');
  expect(core).not.toContain('dcterms:created');
  expect(file.text('docProps/app.xml')).toMatch(/<Company><\/Company>|<Company\/>/);
});

test('any report becomes slides that are well formed, with every chart that has a bar', async () => {
  await fc.assert(
    fc.asyncProperty(anyReport, async (report) => {
      const file = await open(report);
      for (const name of file.names) if (/\.(xml|rels)$/.test(name)) file.xml(name);
      const shown = cleanReport(report).chapters.filter(({ key }) => key !== 'logs' && key !== 'method');
      const charts = chartsOf({ ...report, chapters: shown }).filter(hasBars);

      expect(file.names.filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(charts.length);
    }),
    { numRuns: 40 },
  );
});
