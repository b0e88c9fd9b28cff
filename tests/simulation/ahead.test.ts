import { describe, expect, test } from 'vitest';
import { findFailures } from './find-failures.ts';
import { runSeed } from './run-seed.ts';

const groupSize = 50;

describe('whatever goes wrong while the next page of a pull is asked for before the exchange asks for it', () => {
  test.each([0, 1, 2, 3])('nothing is lost or doubled, group %i', async (group) => {
    const seeds = Array.from({ length: groupSize }, (_, index) => 3001 + group * groupSize + index);
    expect(await findFailures(seeds, { asksAhead: true })).toEqual([]);
  });

  test('it is asked for', async () => {
    const { counts } = await runSeed(3002, { mix: { asksAhead: true } });
    expect(counts['pages asked for ahead']).toBeGreaterThan(0);
    expect((await runSeed(3002)).counts['pages asked for ahead']).toBeUndefined();
  });
});
