/**
 * How well promises are read, against what people have written down about them. Seeds and examples lie beside the working
 * copy where this is developed and nowhere else; the invented promises of `corpus` are always read. What the shares are
 * at present stands in the README; these are the least that may be.
 */
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPromise } from '#domain/reading/read-promise.ts';
import { type AnnotatedText, numbered, readAnnotated } from './read-annotated.ts';
import { add, type Field, precision, recall, scoreReading } from './score-reading.ts';

const shared = resolve(import.meta.dirname, '../../../../shared/promises');
const corpus = resolve(import.meta.dirname, 'corpus');

/** Precision and recall of a field over some texts, in whole per cent. */
function sharesOf(texts: readonly AnnotatedText[], field: Field) {
  const total = add(texts.map(({ text, wanted }) => scoreReading(wanted, readPromise(text))[field]));
  return { precision: Math.floor(precision(total) * 100), recall: Math.floor(recall(total) * 100), notes: total.notes };
}

interface Least {
  readonly name: string;
  readonly texts: readonly AnnotatedText[];
  readonly least: Partial<Record<Field, number>>;
}

const sets: readonly Least[] = [
  {
    name: 'the seeds',
    texts: readAnnotated(resolve(shared, 'seeds')),
    least: {
      activities: 100,
      targets: 100,
      goals: 100,
      responsible: 100,
      parties: 100,
      period: 100,
      signatories: 100,
      channels: 100,
      // All of them, and one that nobody wrote down.
      sources: 93,
      municipality: 100,
    },
  },
  {
    name: 'the examples',
    texts: readAnnotated(resolve(shared, 'examples')),
    least: { activities: 98, targets: 97, responsible: 98, period: 100, municipality: 100, 'police area': 100 },
  },
  {
    name: 'invented promises shaped like the real ones',
    texts: readAnnotated(corpus, numbered(25, 56)),
    least: { activities: 98, targets: 92, responsible: 98, period: 100, parties: 97 },
  },
  {
    name: 'invented promises, harder than the real ones, that the reader was developed on',
    texts: readAnnotated(corpus, numbered(1, 12)),
    least: { activities: 95, targets: 85, responsible: 84, period: 100 },
  },
];

describe('every part of a promise is found, and nothing else', () => {
  test.each(
    sets.flatMap(({ name, texts, least }) =>
      Object.entries(least).map(([field, share]) => ({ name, texts, field: field as Field, share })),
    ),
  )('$field of $name', ({ texts, field, share }) => {
    if (texts.length === 0) return;
    const found = sharesOf(texts, field);
    expect.soft(found.precision, found.notes.join('\n')).toBeGreaterThanOrEqual(share);
    expect(found.recall, found.notes.join('\n')).toBeGreaterThanOrEqual(share);
  });
});

test('no seed gets more than one row that its text does not bear, of any kind', () => {
  const rows: readonly Field[] = ['activities', 'goals', 'parties', 'signatories', 'sources', 'channels'];
  const extras = readAnnotated(resolve(shared, 'seeds')).map(({ file, text, wanted }) => {
    const score = scoreReading(wanted, readPromise(text));
    return { file, rows: rows.flatMap((field) => score[field].notes.filter((note) => note.startsWith('+'))) };
  });
  expect(extras.filter((extra) => extra.rows.length > 1)).toEqual([]);
});
