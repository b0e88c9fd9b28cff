import { useRef } from 'react';
import { useIntl } from 'react-intl';
import { timeTicks, toDayNumber } from './chart-days.ts';
import { ChartKey } from './chart-key.tsx';
import { words } from './messages.ts';
import styles from './series-dots.module.css';
import { findRange, type ValueRange } from './series-scale.ts';
import { useChartSize } from './use-chart-size.ts';
import { useWords } from './words.ts';

export interface SeriesPoint {
  readonly key: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly value: number;
  /** Drawn hollow. */
  readonly preliminary?: boolean | undefined;
}

export interface SeriesDotsProps {
  readonly points: readonly SeriesPoint[];
  /** First and last day of the axis. */
  readonly from: string;
  readonly to: string;
  /** Where it started. */
  readonly baseline?: number | null | undefined;
  /** The level to reach. */
  readonly level?: number | null | undefined;
  /** The band to stay inside. */
  readonly band?: ValueRange | null | undefined;
  /** How values are written on the axis and beside the dots. Default: the number in the page's language. */
  readonly formatValue?: ((value: number) => string) | undefined;
  /** "Nästa mätning i mars 2027." */
  readonly note?: string | undefined;
  /** Default 280. */
  readonly height?: number | undefined;
  /** The figure as one sentence. */
  readonly label: string;
}

const left = 56;
const right = 20;
const top = 18;
const bottom = 26;

/** Measured values over time as dots joined by a thin line, with baseline, level and band labelled where they end. */
export function SeriesDots(props: SeriesDotsProps) {
  const { points, from, to, baseline, level, band, height = 280, label, note } = props;
  const t = useWords(words);
  const intl = useIntl();
  const frame = useRef<HTMLDivElement>(null);
  const size = useChartSize(frame);
  const width = size.width / size.scale;
  const format = props.formatValue ?? ((value: number) => intl.formatNumber(value, { maximumFractionDigits: 2 }));
  const drawn = [...points.map((point) => point.value), baseline, level, band?.low, band?.high];
  const range = findRange(drawn.filter((value) => typeof value === 'number'));
  const first = toDayNumber(from);
  const days = Math.max(1, toDayNumber(to) - first);
  const x = (day: number) => left + ((day - first) / days) * (width - left - right);
  const y = (value: number) => top + ((range.high - value) / (range.high - range.low)) * (height - top - bottom);
  const placed = points.map((point) => ({ ...point, x: x(toDayNumber(point.day)), y: y(point.value) }));
  return (
    <div ref={frame} className={styles.frame}>
      <svg
        role="img"
        aria-label={label}
        data-figure=""
        width={size.width}
        height={height * size.scale}
        viewBox={`0 0 ${width} ${height}`}
      >
        {band && <Band width={width} from={y(band.high)} to={y(band.low)} />}
        {range.ticks.map((tick) => (
          <g key={tick}>
            <line className={styles.grid} x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
            <text className={styles.axis} x={left - 8} y={y(tick) + 4} textAnchor="end">
              {format(tick)}
            </text>
          </g>
        ))}
        {timeTicks(from, to, width < 480 ? 5 : 12, intl.locale).map((tick) => (
          <text key={tick.day} className={styles.axis} x={x(tick.day)} y={height - 6} textAnchor="middle">
            {tick.label}
          </text>
        ))}
        {typeof baseline === 'number' && <Level kind="baseline" at={y(baseline)} width={width} text={t('baseline')} />}
        {typeof level === 'number' && <Level kind="level" at={y(level)} width={width} text={t('level')} />}
        <polyline className={styles.line} points={placed.map((point) => `${point.x},${point.y}`).join(' ')} />
        {placed.map((point) => (
          <g key={point.key}>
            <circle className={point.preliminary ? styles.hollow : styles.dot} cx={point.x} cy={point.y} r="6" />
            <text className={styles.value} x={point.x} y={point.y - 12} textAnchor="middle">
              {format(point.value)}
            </text>
          </g>
        ))}
      </svg>
      {points.some((point) => point.preliminary) && (
        <ChartKey items={[{ key: 'preliminary', look: 'hollow', label: t('preliminary') }]} />
      )}
      {note && <p className={styles.note}>{note}</p>}
    </div>
  );
}

function Band({ width, from, to }: { readonly width: number; readonly from: number; readonly to: number }) {
  return (
    <rect className={styles.band} x={left} y={from} width={width - left - right} height={Math.max(1, to - from)} />
  );
}

interface LevelProps {
  readonly kind: 'baseline' | 'level';
  readonly at: number;
  readonly width: number;
  readonly text: string;
}

function Level({ kind, at, width, text }: LevelProps) {
  return (
    <g>
      <line className={styles[kind]} x1={left} x2={width - right} y1={at} y2={at} />
      <text className={styles.levelText} x={width - right} y={at - 7} textAnchor="end">
        {text}
      </text>
    </g>
  );
}
