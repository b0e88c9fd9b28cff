/** What a job hands back: measured values beside the floor's of the same run, repetition by repetition. */

export type Unit = 'ms' | 'kB' | 'MB' | 'bytes' | 'rows' | 'points' | 'charts';

/** What a goal asks for (`speed.md`). A ratio is of value to floor; `most` of the value itself. */
export interface Limit {
  readonly level: 'must' | 'ambitious';
  readonly of: 'ratio' | 'value';
  readonly most: number;
}

export interface Figure {
  readonly job: string;
  readonly name: string;
  /** Logs on the device; absent where they do not matter. */
  readonly logs?: number;
  readonly unit: Unit;
  /** One per repetition. */
  readonly values: readonly number[];
  /** Values of the same repetitions; where they fail to pair up, medians are compared. */
  readonly floor?: { readonly name: string; readonly values: readonly number[] };
  readonly limits?: readonly Limit[];
}

export const mustRatio = (most: number): Limit => ({ level: 'must', of: 'ratio', most });
export const mustBe = (most: number): Limit => ({ level: 'must', of: 'value', most });
export const ambitiousRatio = (most: number): Limit => ({ level: 'ambitious', of: 'ratio', most });

export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** The median of the ratios of each repetition. */
  readonly ratio?: number;
  readonly ratioMin?: number;
  readonly ratioMax?: number;
  /** The ratio of the least values, which noise touches least. */
  readonly ratioOfMinima?: number;
}

export function summarize({ values, floor }: Pick<Figure, 'values' | 'floor'>): Summary {
  const spread = { median: findMedian(values), min: Math.min(...values), max: Math.max(...values) };
  if (!floor || floor.values.length === 0) return spread;
  const ratios =
    values.length === floor.values.length
      ? values.map((value, index) => value / (floor.values[index] ?? Number.NaN))
      : [spread.median / findMedian(floor.values)];
  return {
    ...spread,
    ratio: findMedian(ratios),
    ratioMin: Math.min(...ratios),
    ratioMax: Math.max(...ratios),
    ratioOfMinima: spread.min / Math.min(...floor.values),
  };
}

/** How far minima may contradict a median before neither is believed. */
const contradiction = 1.25;

/** Whether a goal holds: by the median of the ratios, and not contradicted by the ratio of the minima. */
export function holds(limit: Limit, summary: Summary): boolean {
  if (limit.of === 'value') return summary.median <= limit.most;
  if (summary.ratio === undefined || summary.ratioOfMinima === undefined) return false;
  return summary.ratio <= limit.most && summary.ratioOfMinima <= limit.most * contradiction;
}

export function findMedian(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value below which a share of the values lies: 0.95 for p95. */
export function findShare(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
