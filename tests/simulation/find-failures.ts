import type { FaultMix } from './fault-mix.ts';
import { runSeed } from './run-seed.ts';

/** What a failing seed is replayed with. */
const toCommand = (seed: number, { asksAhead = false }: Partial<FaultMix>) =>
  `npm run proof:simulate -- --seed ${seed}${asksAhead ? ' --ahead' : ''}`;

/** Runs seeds. Out: what went wrong, with the command that plays it again. */
export async function findFailures(
  seeds: Iterable<number>,
  mix: Pick<Partial<FaultMix>, 'asksAhead'> = {},
): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const seed of seeds) {
    const { violations } = await runSeed(seed, { mix });
    for (const { invariant, what } of violations.slice(0, 2))
      failures.push(`${toCommand(seed, mix)}: ${invariant} ${what}`);
  }
  return failures;
}

/** Every second seed of a test run, in groups that are told one by one: even seeds share one mix, odd ones have their own. */
export const listGroups = (first: 1 | 2): readonly (readonly number[])[] =>
  Array.from({ length: groups }, (_, group) =>
    Array.from({ length: groupSize }, (_, index) => first + 2 * (group * groupSize + index)),
  );

/** Together the measure of a test run; `npm run proof:simulate` runs as many as are asked for. */
const groups = 24;
const groupSize = 50;
