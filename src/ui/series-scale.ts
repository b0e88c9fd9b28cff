export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/** A range with round ends that holds every value, and at most five grid lines inside it. */
export function findRange(
  values: readonly number[],
  fromZero = false,
): ValueRange & { readonly ticks: readonly number[] } {
  const given = fromZero ? [0, ...values] : values;
  const low = Math.min(...given);
  const high = Math.max(...given);
  const span = high - low || Math.abs(high) || 1;
  const step = niceStep(span / 4);
  const start = Math.floor(low / step) * step;
  const end = Math.max(Math.ceil(high / step) * step, start + step);
  const count = Math.round((end - start) / step);
  // Multiplied anew each time: adding 0.1 ten times does not give 1.
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((start + index * step).toPrecision(12)));
  return { low: start, high: end, ticks };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((nice) => nice * power >= rough - 1e-9) ?? 10;
  return factor * power;
}
