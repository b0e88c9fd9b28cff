import { expect, test } from 'vitest';
import { mayBeIn, type Place, places, toClassification } from '#domain/disclosure/protection.ts';

const listPlaces = (visibility: 'internal' | 'partners' | 'public' | 'protected'): readonly Place[] =>
  places.filter((place) => mayBeIn({ visibility }, place));

test('a protected promise is in no public page, no shared view, no open backup and no handover', () => {
  expect(listPlaces('protected')).toEqual(['sealed-backup', 'archive', 'disclosure']);
});

test('other promises are held back by their own rules alone', () => {
  for (const visibility of ['internal', 'partners', 'public'] as const) expect(listPlaces(visibility)).toEqual(places);
});

test('a classification that a newer version has given counts as protected', () => {
  expect(toClassification({ visibility: 'top' as 'public' })).toBe('protected');
  expect(toClassification({ visibility: 'toString' as 'public' })).toBe('protected');
  expect(toClassification({ visibility: 'public' })).toBe('open');
});
