import { expect, test } from 'vitest';
import { toCsv } from '#documents/csv.ts';

test('a Swedish spreadsheet opens it: byte order mark, semicolons, decimal comma', () => {
  expect(toCsv(['Dag', 'Utfall'], [['2026-03-31', 1.5]])).toBe('\ufeffDag;Utfall\r\n2026-03-31;1,5');
});

test('a text that would run as a formula is kept as text, and a negative number stays a number', () => {
  expect(toCsv(['Namn', 'Antal'], [['=HYPERLINK("x")', -3]])).toBe('\ufeffNamn;Antal\r\n"\'=HYPERLINK(""x"")";-3');
});

test('semicolons, quotes and lines inside a text stay inside it', () => {
  expect(toCsv(['Not'], [['a;b "c"\nd']])).toBe('\ufeffNot\r\n"a;b ""c""\nd"');
});
