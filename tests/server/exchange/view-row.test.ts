import { expect, test } from 'vitest';
import type { SyncedRow } from '#domain/delivery/synced-row.ts';
import { isVisible, viewRow } from '#server/exchange/view-row.ts';
import { createStory } from '#tests/storage/records.ts';

const toRow = (visibility: 'internal' | 'partners' | 'public' | 'protected'): SyncedRow => ({
  ...createStory(1, { visibility, retention: { rules: [], orders: [] } }).promise,
  version: 1,
});

test('a protected promise is seen by its parties alone', () => {
  expect(isVisible('promises', toRow('protected'), 'full')).toBe(true);
  for (const lens of ['shared', 'public'] as const)
    expect(viewRow('promises', toRow('protected'), lens)).toBeUndefined();
});

test('what is to be disposed of is told to the parties alone', () => {
  expect(viewRow('promises', toRow('partners'), 'shared')).not.toHaveProperty('retention');
  expect(viewRow('promises', toRow('partners'), 'full')).toHaveProperty('retention');
});
