import { type BurnUpPoint, toBurnUpRows } from './burn-up-rows.ts';
import { toDayNumber } from './chart-days.ts';
import styles from './spark-burn-up.module.css';

export interface SparkBurnUpProps {
  readonly points: readonly BurnUpPoint[];
  readonly from: string;
  readonly to: string;
  readonly today?: string | undefined;
  readonly target: number | null;
  /** The figure as one sentence; the scale is its own, so the target is said in words beside it. */
  readonly label: string;
}

const width = 160;
const height = 48;

/** A burn-up the size of a line of text, for many goals beside each other on the same time axis. */
export function SparkBurnUp({ points, from, to, today, target, label }: SparkBurnUpProps) {
  const rows = toBurnUpRows({ from, to, today, points });
  const top = Math.max(1, target ?? 0, ...rows.map((row) => row.total ?? row.value ?? 0)) * 1.08;
  const first = toDayNumber(from);
  const days = Math.max(1, toDayNumber(to) - first);
  const x = (day: number) => ((day - first) / days) * width;
  const y = (value: number) => height - (value / top) * (height - 2) - 1;
  const line = rows.reduce(
    (path, row) =>
      `${path}${path === '' ? `M${x(row.day)} ${y(row.value ?? 0)}` : `H${x(row.day)}V${y(row.value ?? 0)}`}`,
    '',
  );
  const todayAt = today !== undefined && today >= from && today <= to ? x(toDayNumber(today)) : null;
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.spark}
      data-figure=""
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      preserveAspectRatio="none"
    >
      <line className={styles.base} x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} />
      {todayAt !== null && <line className={styles.today} x1={todayAt} x2={todayAt} y1="0" y2={height} />}
      {target !== null && <line className={styles.target} x1="0" x2={width} y1={y(target)} y2={y(target)} />}
      <path className={styles.line} d={line} />
    </svg>
  );
}
