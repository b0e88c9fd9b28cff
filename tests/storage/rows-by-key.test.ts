import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MetaRow } from '#storage/database.ts';
import { getByKeys } from '#storage/rows-by-key.ts';
import { listStretches } from '#storage/stretches.ts';
import { openScratch } from './scratch-database.ts';

const toKey = (n: number) => `row-${String(n).padStart(5, '0')}`;

test('rows come in the order asked for, however many others lie among them', async () => {
  const db = openScratch();
  const stored = Array.from({ length: 1500 }, (_, n): MetaRow => ({ key: toKey(n), value: n }));
  await db.meta.bulkPut(stored);
  const asked = [fc.integer({ min: 0, max: 1600 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 260 })];
  await fc.assert(
    fc.asyncProperty(fc.tuple(...asked), fc.boolean(), async ([from = 0, step = 1, count = 0], isReversed) => {
      const rising = Array.from({ length: count }, (_, index) => from + index * step);
      const wanted = isReversed ? rising.toReversed() : rising;
      const rows = await getByKeys<MetaRow>(db, 'meta', wanted.map(toKey));
      expect(rows.map((row) => row?.value)).toEqual(wanted.map((n) => (n < stored.length ? n : undefined)));
    }),
    { numRuns: 60 },
  );
});

test('stretches hold every number and no other, and none touches the next', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 })), (numbers) => {
      const stretches = listStretches(numbers);
      const held = stretches.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, n) => first + n));
      expect(held).toEqual([...new Set(numbers)].sort((left, right) => left - right));
      for (const [index, [first]] of stretches.entries()) {
        if (index > 0) expect(first).toBeGreaterThan((stretches[index - 1]?.[1] ?? first) + 1);
      }
    }),
  );
});
