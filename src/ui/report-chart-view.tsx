import { useId, useRef } from 'react';
import { useIntl } from 'react-intl';
import { barHeight, layOutBars, type PlacedBar } from './report-bars.ts';
import styles from './report-chart-view.module.css';
import { ReportTableView } from './report-table-view.tsx';
import type { SheetWords } from './report-view-messages.ts';
import type { HeadingLevel, ViewedChart, ViewedTable } from './report-view-props.ts';
import { SeriesMarker, SeriesPattern } from './series-pattern.tsx';
import type { SeriesNumber } from './tokens.ts';
import { useChartSize } from './use-chart-size.ts';

export interface ReportChartViewProps {
  readonly chart: ViewedChart;
  readonly level: HeadingLevel;
  readonly words: SheetWords;
}

const seriesNumbers: readonly SeriesNumber[] = [1, 2, 3, 4];
const numberOf = (index: number): SeriesNumber => seriesNumbers[index] ?? 1;

/** Bars that lie, each labelled where it stands, with the sentence above and the same numbers as a table below. */
export function ReportChartView({ chart, level, words }: ReportChartViewProps) {
  const id = useId();
  const intl = useIntl();
  const Heading = `h${level}` as const;
  const { series } = chart;
  return (
    <figure className={styles.chart} aria-labelledby={`${id}-title`}>
      <Heading id={`${id}-title`}>{chart.title}</Heading>
      {series.length > 1 && (
        <ul className={styles.key}>
          {series.map(({ name }, index) => (
            <li key={name}>
              <svg width="18" height="18" aria-hidden="true">
                <SeriesMarker series={numberOf(index)} x={9} y={9} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      <Bars chart={chart} id={id} />
      <ReportTableView table={tabulate(chart, words, intl.formatNumber)} />
    </figure>
  );
}

interface BarsProps {
  readonly chart: ViewedChart;
  readonly id: string;
}

function Bars({ chart, id }: BarsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useChartSize(frame);
  const width = size.width / size.scale;
  const { height, left, groups } = layOutBars(chart, width);
  return (
    <div ref={frame} className={styles.picture}>
      <svg
        role="img"
        aria-label={chart.description}
        width={size.width}
        height={height * size.scale}
        viewBox={`0 0 ${width} ${height}`}
      >
        {chart.series.map(({ name }, index) => (
          <SeriesPattern key={name} id={`${id}-${index}`} series={numberOf(index)} />
        ))}
        {groups.map((group) => (
          <g key={group.key}>
            <text className={styles.label} x={0} y={group.labelTop}>
              {group.label}
            </text>
            {group.bars.map((bar) => (
              <Bar key={bar.key} bar={bar} left={left} fill={`url(#${id}-${bar.series})`} />
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

interface BarProps {
  readonly bar: PlacedBar;
  readonly left: number;
  readonly fill: string;
}

function Bar({ bar, left, fill }: BarProps) {
  const intl = useIntl();
  return (
    <>
      <rect x={left} y={bar.top} width={bar.length} height={barHeight} fill={fill} className={styles.bar} />
      <text className={styles.value} x={left + bar.length + 6} y={bar.top + 13}>
        {bar.value === undefined ? '–' : intl.formatNumber(bar.value)}
      </text>
    </>
  );
}

function tabulate(chart: ViewedChart, words: SheetWords, format: (value: number) => string): ViewedTable {
  const { key, title, unit, categories, series } = chart;
  return {
    key,
    caption: unit === '' ? title : `${title} (${unit})`,
    columns: [
      { key: 'category', title: words.category, kind: 'text' },
      ...series.map(({ name }, index) => ({
        key: String(index),
        title: series.length === 1 ? words.value : name,
        kind: 'number' as const,
      })),
    ],
    rows: categories.map((category, index) => [
      { text: category },
      ...series.map(({ values }) => {
        const value = values[index] ?? null;
        return { text: value === null ? '–' : format(value) };
      }),
    ]),
  };
}
