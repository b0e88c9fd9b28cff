import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createExamplePromises } from '#domain/examples/example-promises.ts';
import { createSampleYear } from '#domain/examples/sample-year.ts';
import { createExampleTools, listTexts } from './example-tools.ts';

const longestShared = 4;

const toWords = (text: string): readonly string[] => text.toLocaleLowerCase('sv').match(/[\p{L}\p{N}]+/gu) ?? [];

/** Runs of words, one longer than what two texts may share by chance. */
function toRuns(text: string): readonly string[] {
  const words = toWords(text);
  return words.slice(longestShared).map((_, index) => words.slice(index, index + longestShared + 1).join(' '));
}

const findCopiedRuns = (texts: readonly string[], source: string): readonly string[] => {
  const known = new Set(toRuns(source));
  return texts.flatMap(toRuns).filter((run) => known.has(run));
};

const examples = listTexts([
  createExamplePromises(createExampleTools()),
  createSampleYear({ ...createExampleTools(), today: '2026-11-21' }),
]);

test('a run of five words that a source has too is found, whatever its commas and capitals', () => {
  expect(
    findCopiedRuns(['Då ska polisen, kommunen och skolan mötas.'], 'Polisen kommunen och SKOLAN mötas ofta'),
  ).toEqual(['polisen kommunen och skolan mötas']);
  expect(findCopiedRuns(['Polisen och kommunen möts'], 'Polisen och kommunen möts ofta')).toEqual([]);
});

/** The texts lie beside the working copy where this is developed and nowhere else: they are not ours to hand on. */
const sources = ['seeds', 'examples', 'followups']
  .map((folder) => resolve(import.meta.dirname, '../../../shared/promises', folder))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`));

for (const source of sources.filter((file) => file.endsWith('.txt'))) {
  test(`no five words in a row are those of ${source.split('/').slice(-2).join('/')}`, () => {
    expect(findCopiedRuns(examples, readFileSync(source, 'utf8'))).toEqual([]);
  });
}

for (const source of sources.filter((file) => file.endsWith('.json'))) {
  test(`no one who signed ${source.split('/').slice(-2).join('/')} is named`, () => {
    const annotation: { readonly signatories?: readonly unknown[] } = JSON.parse(readFileSync(source, 'utf8'));
    const names = (annotation.signatories ?? []).map((signatory) => String(signatory).split(/[,(]/)[0]?.trim() ?? '');
    const found = names.filter((name) => name.length > 0 && examples.some((text) => text.includes(name)));
    expect(found).toEqual([]);
  });
}
