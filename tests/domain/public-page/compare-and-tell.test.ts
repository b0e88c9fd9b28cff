import { expect, test } from 'vitest';
import { comparePublicFacts } from '#domain/public-page/compare-public-facts.ts';
import { toSlug } from '#domain/public-page/slug.ts';
import { writeFeedbackText } from '#domain/public-page/write-feedback-text.ts';
import { listPublicItems } from '#domain/public-page/write-public-facts.ts';
import { publicInput, sampleFacts } from '#tests/support/public-sample.ts';
import { findGoal } from '#tests/support/sample-overview.ts';

test('the same facts differ in nothing; a changed sentence is shown before and after', () => {
  expect(comparePublicFacts(sampleFacts, sampleFacts, 'sv')).toEqual([]);
  const [first, ...rest] = sampleFacts.items;
  if (!first) throw new Error('No item');
  const later = { ...sampleFacts, items: [{ ...first, done: { sv: 'Nu', en: 'Now' } }, ...rest] };
  expect(comparePublicFacts(sampleFacts, later, 'sv')).toEqual([
    { kind: 'changed', promised: first.promised, part: 'done', before: first.done.sv, after: 'Nu' },
  ]);
});

test('what is gone and what is new are told apart', () => {
  const fewer = { ...sampleFacts, items: sampleFacts.items.slice(1) };
  const promised = sampleFacts.items[0]?.promised;
  expect(comparePublicFacts(sampleFacts, fewer, 'sv')).toEqual([{ kind: 'removed', promised }]);
  expect(comparePublicFacts(fewer, sampleFacts, 'en')).toEqual([{ kind: 'added', promised }]);
});

test('a text that is ready to be told holds no number about people', () => {
  const { id } = findGoal('Tidigare okända lagförs');
  const thing = listPublicItems(publicInput).find((one) => one.id === id);
  if (!thing) throw new Error('Not promised');
  const text = writeFeedbackText(sampleFacts, [thing.item], 'citizens', 'sv');
  expect(text).toContain(thing.item.promised);
  expect(text.slice(text.indexOf('Det här har vi gjort'))).not.toMatch(/\d/);
});

test('an address is written with letters that every keyboard has', () => {
  expect(toSlug('Medborgarlöfte 2026 för Åmål & Bengtsfors')).toBe('medborgarlofte-2026-for-amal-bengtsfors');
  expect(toSlug('…')).toBe('lofte');
  expect(toSlug('å'.repeat(200)).length).toBeLessThanOrEqual(60);
});
