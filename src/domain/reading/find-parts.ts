/** Several promises on one page: which part is the newest, and what the others are called. */
import type { Block } from './blocks.ts';
import { cleanSlice } from './flatten-text.ts';
import type { OtherPromise, Span } from './promise-draft.ts';

export interface PromiseParts {
  /** The part to read. */
  readonly main: Span;
  readonly others: readonly OtherPromise[];
}

const headed =
  /^(?:[a-zà-ž]+\s+){0,4}?(?:medborgar)?löfte[a-zà-ž]*\s[^.]{0,30}?(20\d\d)(?:\s*[-–/]\s*((?:20)?\d\d))?[^.]{0,20}$/iu;

/** In: a flattened text and its blocks. Out: the whole text, unless headings name promises of different years with lists of their own. */
export function findParts(flat: string, blocks: readonly Block[]): PromiseParts {
  const whole = { start: 0, end: flat.length };
  const heads = blocks.flatMap((block, index) => {
    const match =
      block.kind === 'heading' || block.kind === 'stem'
        ? headed.exec(flat.slice(block.start, block.end).replace(/:$/u, ''))
        : null;
    return match ? [{ block, index, year: Number(toYear(match[2], match[1])) }] : [];
  });
  const parts = heads.map((head, at) => ({
    ...head,
    end: heads[at + 1]?.block.start ?? flat.length,
    until: heads[at + 1]?.index ?? blocks.length,
  }));
  const real = parts.filter(({ index, until }) =>
    blocks.slice(index, until).some(({ kind }) => kind === 'item' || kind === 'row'),
  );
  const years = new Set(real.map(({ year }) => year));
  if (years.size < 2) return { main: whole, others: [] };
  const newest = Math.max(...years);
  const main = real.find(({ year }) => year === newest);
  if (!main) return { main: whole, others: [] };
  return {
    main: { start: main.block.start, end: main.end },
    others: real
      .filter((part) => part !== main)
      .map(({ block, end }) => ({
        title: cleanSlice(flat, block.start, block.end),
        span: { start: block.start, end },
      })),
  };
}

const toYear = (short: string | undefined, long: string | undefined): string => {
  if (short === undefined) return long ?? '0';
  return short.length === 2 ? `20${short}` : short;
};
