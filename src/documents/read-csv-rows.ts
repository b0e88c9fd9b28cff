import Papa from 'papaparse';
import { cleanCell, type FoundRows } from './finish-sheet.ts';
import { mostRows } from './reading-limits.ts';
import { Refusal } from './refusal.ts';
import type { TableCell } from './table-reading.ts';

/** What stands between cells, the likeliest in Sweden first. */
const delimiters = [';', '\t', ','] as const;
type Delimiter = (typeof delimiters)[number];

/** Rows that are looked at to tell what parts the cells, and characters of them. */
const sampleRows = 50;
const sampleSize = 100_000;

/**
 * Reads the text of a CSV file. In: the decoded text. Out: its rows; numbers are numbers where they can be nothing else.
 * Throws a refusal: too many rows.
 */
export function readCsvRows(source: string): FoundRows {
  const { text, named } = takeNamedDelimiter(source);
  const delimiter = named ?? findDelimiter(text);
  const { data, meta } = parse(text, delimiter, mostRows + 2);
  if (meta.truncated) throw new Refusal('too-many-cells');
  return data.map((row) => row.map((cell) => toCell(cleanCell(cell), delimiter)));
}

/** Spreadsheets write a first line for each other: `sep=;`. */
function takeNamedDelimiter(source: string): { readonly text: string; readonly named: Delimiter | undefined } {
  const [line = '', sign] = /^\ufeff?(?:sep=([;,\t])\r?\n)?/i.exec(source) ?? [];
  return { text: source.slice(line.length), named: delimiters.find((delimiter) => delimiter === sign) };
}

const parse = (text: string, delimiter: Delimiter, preview: number) =>
  Papa.parse<readonly string[]>(text, { delimiter, preview });

/** The sign that gives most rows the same number of cells. */
function findDelimiter(text: string): Delimiter {
  const sample = text.slice(0, sampleSize);
  const scores = delimiters.map((delimiter) => ({
    delimiter,
    score: toScore(parse(sample, delimiter, sampleRows).data),
  }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function toScore(rows: readonly (readonly string[])[]): number {
  const lengths = new Map<number, number>();
  for (const { length } of rows) lengths.set(length, (lengths.get(length) ?? 0) + 1);
  lengths.delete(1);
  return Math.max(0, ...lengths.values()) / Math.max(1, rows.length);
}

/** Digits that begin with 0, or that are more than a number holds, are a name of something. */
const whole = /^-?(0|[1-9]\d{0,14})$/;
const withComma = /^-?(0|[1-9]\d{0,11}),\d{1,6}$/;
const withPoint = /^-?(0|[1-9]\d{0,11})\.\d{1,6}$/;

/** With commas between cells, decimals have a point; else they have a comma, and 3.5 may as well be a day in May. */
function toCell(text: string, delimiter: Delimiter): TableCell {
  if (whole.test(text) || (delimiter === ',' && withPoint.test(text))) return Number(text);
  return delimiter !== ',' && withComma.test(text) ? Number(text.replace(',', '.')) : text;
}
