/** Each rule of the exchange switched off, one at a time: a simulation that does not notice proves nothing. */
import type { FaultMix } from './fault-mix.ts';
import { allRules, type Rules } from './rules.ts';
import { runSeed } from './run-seed.ts';

export interface Mutant {
  /** `side.rule`: the rule that does not hold. */
  readonly name: string;
  readonly rules: Rules;
}

/** What is broken, by whom it would be noticed, and after how many seeds; undefined when nobody did. */
export interface Trial {
  readonly name: string;
  readonly seeds: number;
  readonly invariant?: string;
}

const sides = ['server', 'device', 'store'] as const;

/** All of them, in the order of the rules. */
export const listMutants = (): readonly Mutant[] =>
  sides.flatMap((side) =>
    Object.keys(allRules[side]).map((rule) => ({
      name: `${side}.${rule}`,
      rules: { ...allRules, [side]: { ...allRules[side], [rule]: false } },
    })),
  );

/** Where a fault is too rare to be met by chance, the faults that lead to it come more often. */
const mixes: Readonly<Record<string, Partial<FaultMix>>> = {
  'server.proofOverridesRefusal': {
    users: 2,
    devices: 4,
    clone: 0.04,
    backup: 0.06,
    restore: 0.02,
    rights: 0.08,
    evict: 0,
  },
  'server.hiddenRowsLeave': { users: 3, devices: 5, rights: 0.08 },
  'device.dropForgetsStaged': { users: 2, devices: 4, rights: 0.2, pullRows: 2, latency: 3000 },
  'device.ringOutlivesFork': { clone: 0.03, backup: 0.06, restore: 0.02, evict: 0 },
};

/** Where hardly any seed leads there, the one that once did is tried first. */
const shownBy: Readonly<Record<string, number>> = {
  'server.erasedIsNoFork': 23666,
  'server.triesCountedOnce': 22815,
  'device.halvesCompared': 66837,
  'device.linksRead': 37058,
  'device.parkedKept': 2223,
  'device.parkedKeptInPart': 56995,
  'device.returningShown': 17299,
  'device.returnEndsFailures': 223059,
};

/**
 * Runs seeds until a mutant is noticed. In: the mutant, where to begin and how many seeds at most; `skips`: a count of
 * seeds that the number of tried ones begins with.
 */
export async function tryMutant({ name, rules }: Mutant, first: number, most: number): Promise<Trial> {
  const mix = mixes[name];
  for (let tried = 1; tried <= most; tried++) {
    const seed = tried === 1 ? (shownBy[name] ?? first) : first + tried - 1;
    const { violations } = await runSeed(seed, { rules, stopsEarly: true, ...(mix && { mix }) });
    const [violation] = violations;
    if (violation !== undefined) return { name, seeds: tried, invariant: violation.invariant };
  }
  return { name, seeds: most };
}
