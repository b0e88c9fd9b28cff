import seeds from './regression-seeds.json' with { type: 'json' };

/** A seed that has failed once. It runs before all others, for ever. */
export interface RegressionSeed {
  readonly seed: number;
  readonly operations: number;
  /** What was wrong. */
  readonly found: string;
}

export const regressionSeeds: readonly RegressionSeed[] = seeds;
