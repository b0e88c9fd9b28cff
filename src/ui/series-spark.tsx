import { useId } from 'react';
import { toDayNumber } from './chart-days.ts';
import type { SeriesPoint } from './series-dots.tsx';
import { findRange, type ValueRange } from './series-scale.ts';
import styles from './series-spark.module.css';

export interface SeriesSparkProps {
  readonly points: readonly SeriesPoint[];
  readonly from: string;
  readonly to: string;
  /** The level to reach. */
  readonly level?: number | null | undefined;
  /** The band to stay inside. */
  readonly band?: ValueRange | null | undefined;
  /** Where it started: a point of its own at the left edge. */
  readonly baseline?: number | null | undefined;
  /** The whole figure as one sentence. */
  readonly label: string;
}

const height = 36;
const edge = 6;

/** Measured values as dots on a line of text, with the level or band they are compared with. */
export function SeriesSpark({ points, from, to, level, band, baseline, label }: SeriesSparkProps) {
  const id = useId();
  const drawn = [...points.map(({ value }) => value), level, band?.low, band?.high, baseline];
  const { low, high } = findRange(drawn.filter((value) => typeof value === 'number'));
  const first = toDayNumber(from);
  const days = Math.max(1, toDayNumber(to) - first);
  const x = (day: string) => 2 + Math.min(1, Math.max(0, (toDayNumber(day) - first) / days)) * 96;
  const y = (value: number) => edge + ((high - value) / Math.max(high - low, 1e-9)) * (height - 2 * edge);
  return (
    <svg role="img" aria-label={label} className={styles.spark} width="100%" height={height}>
      {band && (
        <rect className={styles.band} width="100%" y={y(band.high)} height={Math.max(1, y(band.low) - y(band.high))} />
      )}
      {typeof level === 'number' && <line className={styles.level} x1="0" x2="100%" y1={y(level)} y2={y(level)} />}
      {typeof baseline === 'number' && <circle className={styles.baseline} cx="2%" cy={y(baseline)} r="4" />}
      {points.map((point) => (
        <circle
          key={`${id}-${point.key}`}
          className={point.preliminary ? styles.hollow : styles.dot}
          cx={`${x(point.day)}%`}
          cy={y(point.value)}
          r="5"
        />
      ))}
    </svg>
  );
}
