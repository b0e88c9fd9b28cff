import { toDayNumber } from './chart-days.ts';
import { thinPoints } from './thin-points.ts';

export interface BurnUpPoint {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The sum so far, confirmed or saved. */
  readonly value: number;
  /** The part of it that still waits to be shared, on top of `value`. */
  readonly waiting?: number | undefined;
}

export interface ExpectedPoint {
  readonly day: string;
  readonly low: number;
  readonly high: number;
}

export interface BurnUpRow {
  readonly day: number;
  readonly value?: number;
  readonly total?: number;
  readonly band?: readonly [number, number];
  /** What is confirmed became another on this day; the days between are only carried on. */
  readonly event?: true;
  /** What waits became another. */
  readonly waits?: true;
}

export interface BurnUpInput {
  readonly from: string;
  readonly to: string;
  readonly today?: string | undefined;
  readonly points: readonly BurnUpPoint[];
  readonly expected?: readonly ExpectedPoint[] | undefined;
}

/**
 * One list for the chart. The outcome starts at 0 on the first day and is carried on to today (or to the end, when the
 * period is over), so that a quiet month shows as a level line and not as a line that stopped.
 */
export function toBurnUpRows({ from, to, today, points, expected = [] }: BurnUpInput): readonly BurnUpRow[] {
  const rows = new Map<number, BurnUpRow>();
  const add = (day: number, part: Omit<BurnUpRow, 'day'>) => rows.set(day, { ...rows.get(day), ...part, day });
  const kept = thinPoints(points);
  if (kept[0]?.day !== from) add(toDayNumber(from), toStart({ day: from, value: 0 }, kept[0]));
  for (const [index, point] of kept.entries()) {
    add(toDayNumber(point.day), { ...toStart(point, kept[index + 1]), ...toChange(point, kept[index - 1]) });
  }
  const end = today !== undefined && today < to ? today : to;
  const last = kept.at(-1);
  if (last ? last.day < end : from < end) add(toDayNumber(end), toAmounts(last ?? { day: end, value: 0 }));
  for (const { day, low, high } of thinPoints(expected)) add(toDayNumber(day), { band: [low, high] });
  return [...rows.values()].sort((a, b) => a.day - b.day);
}

/** What waits leaves the solid line where it was, so that it is drawn however late it begins. */
function toStart(point: BurnUpPoint, next: BurnUpPoint | undefined): Omit<BurnUpRow, 'day'> {
  const isLeft = point.waiting === undefined && (next?.waiting ?? 0) > 0;
  return { ...toAmounts(point), ...(isLeft && { total: point.value }) };
}

/** A day on which only what waits grew is no event of the solid line. */
function toChange(
  { value, waiting }: BurnUpPoint,
  before: BurnUpPoint | undefined,
): Pick<BurnUpRow, 'event' | 'waits'> {
  if (waiting === undefined) return { event: true };
  return { waits: true, ...(value !== (before?.value ?? 0) && { event: true }) };
}

const toAmounts = ({ value, waiting = 0 }: BurnUpPoint) =>
  waiting > 0 ? { value, total: value + waiting } : { value };

/** The top of the scale: above everything drawn, with a little air. */
export function findTop(rows: readonly BurnUpRow[], targets: readonly number[]): number {
  const amounts = rows.flatMap((row) => [row.value ?? 0, row.total ?? 0, row.band?.[1] ?? 0]);
  const top = Math.max(1, ...amounts, ...targets);
  const step = 10 ** Math.floor(Math.log10(top));
  const nice = [1, 1.2, 1.6, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * step >= top * 1.04) ?? 20;
  return top < 8 ? Math.ceil(top + 0.5) : nice * step;
}
