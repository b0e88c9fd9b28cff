import fc from 'fast-check';
import { toDay } from '#domain/calendar/day.ts';
import { chapterKeys, type Report, type ReportCell, type ReportTable } from '#domain/report/report.ts';

/** Texts as people paste them: signs of markup, formulas, line ends, broken pairs and control characters, too. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '=1+1',
    '</w:t>&amp;',
    '"x" <b>',
    'Å Ä Ö é',
    '-3',
    '+46',
    '@x',
    'rad ett\nrad två',
    '\u0000\u0007',
    ' kant ',
  ),
);
const number = fc.oneof(fc.integer({ min: -1e6, max: 1e6 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
const day = fc.integer({ min: -30_000, max: 60_000 }).map(toDay);

const cell: fc.Arbitrary<ReportCell> = fc.oneof(
  fc.record({ text }),
  fc.record({ text, value: number }),
  fc.record({ text, value: day }),
);

const table: fc.Arbitrary<ReportTable> = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.record({
    key: fc.uuid(),
    caption: text,
    columns: fc.array(fc.record({ key: fc.uuid(), title: text, kind: fc.constantFrom('text', 'number', 'day') }), {
      minLength: width,
      maxLength: width,
    }),
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }),
  }),
);

const chart = fc.integer({ min: 0, max: 5 }).chain((bars) =>
  fc.record({
    key: fc.uuid(),
    title: text,
    description: text,
    unit: text,
    categories: fc.array(text, { minLength: bars, maxLength: bars }),
    series: fc.array(
      fc.record({ name: text, values: fc.array(fc.option(number), { minLength: bars, maxLength: bars }) }),
      { maxLength: 4 },
    ),
  }),
);

const block = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text }),
  fc.record({ kind: fc.constant('paragraph' as const), text }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(text, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('table' as const), table }),
  fc.record({ kind: fc.constant('chart' as const), chart }),
);

export const anyReport: fc.Arbitrary<Report> = fc.record({
  title: text,
  subtitle: text,
  language: fc.constantFrom('sv', 'en'),
  facts: fc.array(fc.record({ label: text, text }), { maxLength: 3 }),
  chapters: fc.array(
    fc.record({ key: fc.constantFrom(...chapterKeys), title: text, written: fc.boolean(), blocks: fc.array(block) }),
    { maxLength: 4 },
  ),
  footer: text,
});
