import { describe, expect, test } from 'vitest';
import { equivalentMutants } from './equivalent-mutants.ts';
import { listMutants, tryMutant } from './mutants.ts';
import { regressionSeeds } from './regression-seeds.ts';
import { runSeed } from './run-seed.ts';

/** Noticed within a few seeds, and each by another invariant or at another place than the one before. */
const quickMutants = [
  'server.sameOperationOnce',
  'server.wholeAction',
  'server.rightsChecked',
  'server.orphansParked',
  'server.proofsVerified',
  'server.cursorPerScope',
  'device.appliesWholePulls',
  'device.ringResent',
  'device.waitingReplayed',
  'device.sumsCompared',
  'store.numberedInTransaction',
];

describe('every seed that has failed before', () => {
  test.each(regressionSeeds)('$seed holds: $found', async ({ seed, operations }) => {
    expect((await runSeed(seed, { operations })).violations).toEqual([]);
  });
});

describe('a course', () => {
  test('is the same twice for the same seed', async () => {
    for (const seed of [3, 4, 16, 17]) {
      const [first, second] = [await runSeed(seed), await runSeed(seed)];
      expect(second).toEqual(first);
      expect((await runSeed(seed + 1)).hash).not.toBe(first.hash);
    }
  });

  test('does not depend on the clock of any device', async () => {
    for (const seed of [5, 6, 7, 8, 9, 10, 11, 12]) {
      const { hash, violations } = await runSeed(seed, { clockSeed: seed + 1000 });
      expect(violations).toEqual([]);
      expect(hash).toBe((await runSeed(seed)).hash);
    }
  });
});

describe('a rule that does not hold', () => {
  test.each(quickMutants)('is noticed: %s', async (name) => {
    const mutant = listMutants().find((one) => one.name === name);
    if (mutant === undefined) throw new Error(`No rule is called ${name}`);
    expect((await tryMutant(mutant, 1, 40)).invariant).toBeDefined();
  });

  test('is one of at least forty, and few of them are beyond noticing', () => {
    const names = listMutants().map(({ name }) => name);
    expect(names.length - equivalentMutants.size).toBeGreaterThanOrEqual(40);
    expect(names).toEqual(expect.arrayContaining([...equivalentMutants.keys(), ...quickMutants]));
  });
});
