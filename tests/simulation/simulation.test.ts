import { describe, expect, test } from 'vitest';
import { equivalentMutants } from './equivalent-mutants.ts';
import { listMutants, tryMutant } from './mutants.ts';
import { regressionSeeds } from './regression-seeds.ts';
import { runSeed } from './run-seed.ts';

/** The measure of a test run; `npm run proof:simulate` runs as many as are asked for. */
const seeds = 1200;
const groups = 12;
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

/** What a failing seed is replayed with. */
const toCommand = (seed: number, operations: number) =>
  `npm run proof:simulate -- --seed ${seed} --operations ${operations}`;

async function runRange(from: number, to: number): Promise<readonly string[]> {
  const failed: string[] = [];
  for (let seed = from; seed <= to; seed++) {
    const { violations } = await runSeed(seed);
    for (const { invariant, what } of violations.slice(0, 2)) {
      failed.push(`${toCommand(seed, 120)}: ${invariant} ${what}`);
    }
  }
  return failed;
}

describe('every seed that has failed before', () => {
  test.each(regressionSeeds)('$seed holds: $found', async ({ seed, operations }) => {
    expect((await runSeed(seed, { operations })).violations).toEqual([]);
  });
});

describe('whatever goes wrong between people, devices and server', () => {
  test.each(Array.from({ length: groups }, (_, index) => index))(
    'nothing is lost or doubled, group %i',
    async (group) => {
      const size = seeds / groups;
      expect(await runRange(group * size + 1, (group + 1) * size)).toEqual([]);
    },
  );

  test('the same seed has the same course twice', async () => {
    for (const seed of [3, 4, 16, 17]) {
      const [first, second] = [await runSeed(seed), await runSeed(seed)];
      expect(second).toEqual(first);
      expect((await runSeed(seed + 1)).hash).not.toBe(first.hash);
    }
  });

  test('no clock of any device changes anything', async () => {
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
