import { useId, useRef } from 'react';
import { useIntl } from 'react-intl';
import styles from './party-bars.module.css';
import { SeriesMarker, SeriesPattern } from './series-pattern.tsx';
import type { SeriesNumber } from './tokens.ts';
import { useChartSize } from './use-chart-size.ts';

export interface PartyBar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** Instead of the number: "färre än 5". */
  readonly valueText?: string | undefined;
  /** Colour, pattern and marker; the same party has the same number everywhere. */
  readonly series: SeriesNumber;
}

export interface PartyBarsProps {
  readonly bars: readonly PartyBar[];
  /** The figure as one sentence. */
  readonly label: string;
}

const rowHeight = 52;
const barTop = 26;
const barHeight = 16;
const roomForValue = 96;

/** One bar a party, labelled where it stands: no legend to look up. */
export function PartyBars({ bars, label }: PartyBarsProps) {
  const intl = useIntl();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const size = useChartSize(frame);
  const width = size.width / size.scale;
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const height = bars.length * rowHeight;
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
        {bars.map((bar, index) => {
          const length = (bar.value / most) * (width - roomForValue);
          return (
            <g key={bar.key} transform={`translate(0 ${index * rowHeight})`}>
              <SeriesPattern id={`${id}-${bar.key}`} series={bar.series} />
              <SeriesMarker series={bar.series} x={8} y={13} />
              <text className={styles.name} x={22} y={18}>
                {bar.label}
              </text>
              <rect className={styles.track} y={barTop} width={width - roomForValue} height={barHeight} />
              <rect
                className={styles.bar}
                y={barTop}
                width={length}
                height={barHeight}
                fill={`url(#${id}-${bar.key})`}
              />
              <text className={styles.value} x={Math.max(length, 0) + 8} y={barTop + 14}>
                {bar.valueText ?? intl.formatNumber(bar.value)}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
