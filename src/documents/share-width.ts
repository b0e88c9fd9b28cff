import type { ReportTable } from '#domain/report/report.ts';

/** A word longer than this is broken, and a text longer than that does not starve the others. Both in characters. */
const longestWord = 20;
const widest = 40;
/** What stands empty on both sides of a cell. */
const margin = 3;
/** Heads are bold, and bold is wider. */
const boldness = 1.2;

/**
 * How the width of a table is shared by its columns.
 * In: a table, and how many characters go across the page. Out: a share for each column, together 1: as much as its
 * longest word needs, and what is left by how much there is to read.
 */
export function shareWidth({ columns, rows }: ReportTable, across: number): readonly number[] {
  const needs = columns.map(({ title }, index) =>
    measure(title, [title, ...rows.map((row) => row[index]?.text ?? '')]),
  );
  const needed = sum(needs.map(({ word }) => word));
  const wished = sum(needs.map(({ more }) => more));
  const rest = Math.max(0, across - needed);
  const widths = needs.map(({ word, more }) => word + (wished > 0 ? (rest * more) / wished : rest / needs.length));
  const all = sum(widths);
  return widths.map((width) => width / all);
}

function measure(title: string, texts: readonly string[]) {
  const word = margin + Math.min(longestWord, Math.max(boldness * findLongest([title]), findLongest(texts)));
  const average = sum(texts.map(({ length }) => length)) / texts.length;
  return { word, more: Math.max(0, Math.min(widest, average) - word) };
}

/** What a no-break space holds together is one word: "15 nov" is never broken. */
const findLongest = (texts: readonly string[]) =>
  Math.max(0, ...texts.flatMap((text) => text.split(/[ \n\t-]/).map(({ length }) => length)));

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
