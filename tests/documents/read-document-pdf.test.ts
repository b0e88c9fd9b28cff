import { describe, expect, test } from 'vitest';
import { readDocumentBytes } from '#documents/read-document-bytes.ts';
import { encodePdf, makePdf, type Placed, placeLines, toOutcome, writeObjects } from './made-files.ts';

const read = async (bytes: Uint8Array) => toOutcome(await readDocumentBytes(bytes));
const readPages = (...pages: readonly (readonly Placed[])[]) => read(makePdf(pages));

const prose = [
  'Polisen och kommunen vill att fler ska våga gå ut på kvällen, och därför är',
  'vuxna ute på torget varje helg. Fältgruppen och föreningarna turas om, och den',
  'som vill vara med får en kort utbildning.',
];
const joined = prose.join(' ');

describe('a PDF', () => {
  test('becomes paragraphs: lines are joined where the next word had no room', async () => {
    const page = [...placeLines(prose, 72, 700), ...placeLines(['För kommunen', 'Anna Ek', 'ordförande'], 72, 640)];

    expect(await readPages(page)).toBe(`${joined}\nFör kommunen\nAnna Ek\nordförande`);
  });

  test('has its headings on lines of their own, by size or by font', async () => {
    const page: Placed[] = [
      { text: 'Löfte 2026', x: 72, y: 780, size: 20 },
      ...placeLines(prose, 72, 700),
      { text: 'Trafik', x: 72, y: 640, font: 'F2' },
      ...placeLines(prose, 72, 626),
    ];

    expect(await readPages(page)).toBe(`Löfte 2026\n${joined}\n\nTrafik\n${joined}`);
  });

  test('has its lists with labels, set in by how they lie, with the lines of an item joined', async () => {
    const page: Placed[] = [
      ...placeLines(prose, 72, 780),
      { text: '\x95', x: 72, y: 700 },
      { text: 'Tolv kontroller vid skolor på morgonen när barnen kommer med cykel eller', x: 90, y: 700 },
      { text: 'buss', x: 90, y: 686 },
      { text: 'o', x: 108, y: 672 },
      { text: 'Tre i Norrby', x: 126, y: 672 },
      { text: '- Dialog', x: 72, y: 658 },
      { text: '1.', x: 72, y: 620 },
      { text: 'Först', x: 90, y: 620 },
    ];

    expect(await readPages(page)).toBe(
      `${joined}\n• Tolv kontroller vid skolor på morgonen när barnen kommer med cykel eller buss\n  • Tre i Norrby\n• Dialog\n1. Först`,
    );
  });

  test('has words put together again that were parted at the end of a line', async () => {
    const lines = [
      'Vi följer upp löftet varje tertial och ordnar minst tre trygghetsvand-',
      'ringar i de områden som medborgarna själva har pekat ut, med polis-',
      'och kommunpersonal på plats, tillsammans med flera unga i Söder-',
      'Norrby.',
    ];

    expect(await readPages(placeLines(lines, 72, 700))).toBe(
      'Vi följer upp löftet varje tertial och ordnar minst tre trygghetsvandringar i de områden som medborgarna själva har pekat ut, med polis- och kommunpersonal på plats, tillsammans med flera unga i Söder-Norrby.',
    );
  });

  test('with columns is read column by column, below a title and above a foot', async () => {
    const left = [
      'Belysningen vid skolan är lagad och',
      'fler vuxna rör sig där på kvällarna',
      'än i fjol, säger föreningarna.',
    ];
    const right = [
      'Trafiken förbi skolorna tar flest',
      'föräldrar upp på mötena, och därför',
      'mäts hastigheten varje vecka.',
    ];
    const page = [
      { text: 'Så här gick det i hela kommunen under det gångna året', x: 72, y: 740, size: 18 },
      ...placeLines(left, 72, 700),
      ...placeLines(right, 310, 700),
      { text: 'Frågor besvaras av kommunens kontaktcenter, som också tar emot synpunkter.', x: 72, y: 600 },
    ];

    expect(await readPages(page)).toBe(
      [
        'Så här gick det i hela kommunen under det gångna året',
        left.join(' '),
        right.join(' '),
        'Frågor besvaras av kommunens kontaktcenter, som också tar emot synpunkter.',
      ].join('\n'),
    );
  });

  test('has the rows of its tables with tabs, also where a cell takes several lines', async () => {
    const row = (y: number, ...texts: readonly string[]) =>
      texts.map((text, index) => ({ text, x: 72 + index * 180, y }));
    const page: Placed[] = [
      ...placeLines(prose, 72, 780),
      ...row(700, 'Aktivitet', 'Ansvarig', 'När'),
      { text: 'Gatuvandring med fältgruppen', x: 72, y: 680 },
      { text: 'på fredagar', x: 72, y: 666 },
      { text: 'Polisen', x: 252, y: 680 },
      { text: 'Juni', x: 432, y: 680 },
      ...row(650, 'Fotpatrull', 'Polisen', 'Mars'),
    ];

    expect(await readPages(page)).toBe(
      `${joined}\nAktivitet\tAnsvarig\tNär\nGatuvandring med fältgruppen på fredagar\tPolisen\tJuni\nFotpatrull\tPolisen\tMars`,
    );
  });

  test('goes on over the page, without the heads, feet and numbers that repeat', async () => {
    const toPage = (lines: readonly string[], number: number): Placed[] => [
      { text: 'Exempelstads kommun', x: 72, y: 810, size: 9 },
      ...placeLines(lines, 72, 740),
      { text: `Sida ${number} av 2`, x: 300, y: 30, size: 9 },
    ];

    expect(await readPages(toPage(prose.slice(0, 1), 1), toPage([...prose.slice(1)], 2))).toBe(joined);
    expect(await readPages([...placeLines(prose, 72, 740), { text: '1 (1)', x: 300, y: 30, size: 9 }])).toBe(joined);
  });

  test('with pictures only says so', async () => {
    expect(await readPages([], [])).toBe('no-text');
    expect(await readPages([{ text: ' . ', x: 72, y: 700 }])).toBe('no-text');
  });

  test('of more than 200 pages is refused', async () => {
    const pages = Array.from({ length: 201 }, (_, index) => [{ text: `Stycke ${index}`, x: 72, y: 700 }]);

    expect(await read(makePdf(pages))).toBe('too-many-pages');
    expect(await read(makePdf(pages.slice(1)))).toContain('Stycke 200');
  });

  test('never runs what it brings', async () => {
    const action =
      '/OpenAction<</S/JavaScript/JS(globalThis.wasRun = true;)>>/AA<</WC<</S/JavaScript/JS(globalThis.wasRun = true;)>>>>';

    expect(await read(makePdf([placeLines(prose, 72, 700)], action))).toBe(joined);
    expect('wasRun' in globalThis).toBe(false);
  });

  test('with a password says so', async () => {
    const locked =
      '/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<' +
      '41'.repeat(32) +
      '>/U<' +
      '42'.repeat(32) +
      '>>>/ID[<41><41>]/Root 1 0 R';
    const bytes = encodePdf(writeObjects(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>'], locked));

    expect(await read(bytes)).toBe('encrypted');
  });

  test('that was cut off is read as far as it goes, or is damaged', async () => {
    const whole = makePdf([placeLines(prose, 72, 700)]);

    expect(await read(whole.slice(0, -12))).toBe(joined);
    expect(await read(whole.slice(0, 40))).toBe('damaged');
  });
});
