/** Forecast (model section 4): a range of likely final values from the whole period's own rate, with half an event as prior. */
import type { Forecast } from './goal-progress.ts';
import { isTooEarly, type PaceFrame } from './pace.ts';

/** Half an event before anything is known keeps a first quiet month from promising nothing for ever. */
const priorEvents = 0.5;
/** Above this many expected further events a normal curve stands in for the sum of probabilities. */
const normalFrom = 30;

/**
 * In: S, T, the frame and the number of logs. Out: median, 80 % range and the chance (0–1) of reaching T, for a goal
 * whose period runs; undefined when it is too early, or no time has passed or is left.
 */
export function forecastTotal(
  sum: number,
  total: number,
  frame: PaceFrame | undefined,
  events: number,
): Forecast | undefined {
  if (!frame || frame.daysLeft <= 0 || frame.timeShare <= 0 || frame.timeShare >= 1) return undefined;
  if (isTooEarly(frame, events)) return undefined;
  const further = predictFurther(sum + priorEvents, frame.timeShare);
  return {
    low: sum + further.quantile(0.1),
    median: sum + further.quantile(0.5),
    high: sum + further.quantile(0.9),
    chance: sum >= total ? 1 : further.chanceOf(total - sum),
  };
}

interface Prediction {
  /** Smallest k whose cumulative probability reaches the share. */
  readonly quantile: (share: number) => number;
  /** The chance of at least k. */
  readonly chanceOf: (k: number) => number;
}

/** Gamma(shape, elapsed) over the rest of the time is negative binomial with success probability = the elapsed share. */
function predictFurther(shape: number, elapsedShare: number): Prediction {
  const mean = (shape * (1 - elapsedShare)) / elapsedShare;
  return mean > normalFrom ? approximate(mean, Math.sqrt(mean / elapsedShare)) : sumUp(shape, elapsedShare);
}

function sumUp(shape: number, success: number): Prediction {
  const cumulative = (enough: (k: number, reached: number) => boolean): readonly [number, number] => {
    let probability = success ** shape;
    let reached = probability;
    let k = 0;
    while (!enough(k, reached) && k < 10_000) {
      probability *= ((shape + k) / (k + 1)) * (1 - success);
      k += 1;
      reached += probability;
    }
    return [k, reached];
  };
  return {
    quantile: (share) => cumulative((_, reached) => reached >= share)[0],
    chanceOf: (k) => Math.max(0, 1 - cumulative((at) => at >= k - 1)[1]),
  };
}

function approximate(mean: number, deviation: number): Prediction {
  const below = (k: number): number => normalShare((k + 0.5 - mean) / deviation);
  return {
    quantile: (share) => {
      let k = Math.max(0, Math.floor(mean - 5 * deviation));
      while (below(k) < share) k += 1;
      return k;
    },
    chanceOf: (k) => 1 - below(k - 1),
  };
}

/** Share of a normal curve below z, to 7 decimals (Abramowitz & Stegun 26.2.17). */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * Math.abs(z));
  const slope = [0.319_381_53, -0.356_563_782, 1.781_477_937, -1.821_255_978, 1.330_274_429];
  const tail = slope.reduceRight((sum, factor) => (sum + factor) * t, 0) * Math.exp((-z * z) / 2) * 0.398_942_280_4;
  return z >= 0 ? 1 - tail : tail;
}
