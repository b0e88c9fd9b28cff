import { useRef } from 'react';
import { useIntl } from 'react-intl';
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import styles from './burn-up.module.css';
import type { BurnUpProps } from './burn-up-props.ts';
import { type BurnUpRow, findTop, toBurnUpRows } from './burn-up-rows.ts';
import { BurnUpTooltip } from './burn-up-tooltip.tsx';
import { formatMonth, monthTicks, toDayNumber } from './chart-days.ts';
import { ChartKey } from './chart-key.tsx';
import { words } from './messages.ts';
import { type ChartSize, useChartSize } from './use-chart-size.ts';
import { useWords } from './words.ts';

const dotsUpTo = 60;
const letters = 13;
const reportHeight = 280;
const reportSize: ChartSize = { width: 640, scale: 1 };

/** Sum so far against target and expected band. Heavy (Recharts): load it through `LazyBurnUp`. */
export function BurnUp(props: BurnUpProps) {
  const { size = 'fluid', interactive = false, desc } = props;
  const t = useWords(words);
  const frame = useRef<HTMLDivElement>(null);
  const measured = useChartSize(frame);
  return (
    <div>
      {/* With the keyboard layer on, the drawing names itself; without it, it is one picture with one sentence. */}
      <div ref={frame} {...(interactive ? {} : { role: 'img', 'aria-label': desc })} className={styles.frame}>
        <Chart {...props} {...(size === 'fixed' ? reportSize : measured)} />
      </div>
      <ChartKey
        items={[
          { key: 'outcome', look: 'line', label: t('outcome') },
          ...(props.points.some((point) => point.waiting)
            ? [{ key: 'w', look: 'dashed', label: t('waitingToShare') } as const]
            : []),
          ...(props.expected?.length ? [{ key: 'band', look: 'band', label: t('expectedBand') } as const] : []),
        ]}
      />
    </div>
  );
}

interface EventDotProps {
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly payload?: BurnUpRow | undefined;
}

/** A dot where something was done; none where the line is only carried on. */
function EventDot({ cx, cy, payload }: EventDotProps) {
  if (!payload?.event || cx === undefined || cy === undefined) return <g />;
  return <circle cx={cx} cy={cy} r={4} fill="var(--accent)" stroke="var(--bg)" strokeWidth={1.5} />;
}

/** A ring where something was done that waits to be shared. */
function WaitingDot({ cx, cy, payload }: EventDotProps) {
  if (!payload?.waits || cx === undefined || cy === undefined) return <g />;
  return <circle cx={cx} cy={cy} r={4} fill="var(--bg)" stroke="var(--accent)" strokeWidth={2} />;
}

/** Recharts finds its parts among its direct children, so they cannot be wrapped in components of ours. */
function Chart(props: BurnUpProps & ChartSize) {
  const { from, to, today, points, expected, target, targetLabel, formerTargets = [], marks = [] } = props;
  const { title, desc, interactive = false, whole = true, width, scale } = props;
  const t = useWords(words);
  const intl = useIntl();
  const rows = toBurnUpRows({ from, to, today, points, expected });
  const label = { fill: 'var(--ink)', fontSize: letters * scale };
  const axis = { fill: 'var(--muted)', fontSize: letters * scale };
  const ends = [toDayNumber(from), toDayNumber(to)] as const;
  const top = findTop(rows, [target ?? 0, ...formerTargets.map((former) => former.value)]);
  return (
    <ComposedChart
      width={width}
      height={reportHeight * scale}
      data={[...rows]}
      margin={{ top: 22 * scale, right: 16 * scale, bottom: 4, left: 0 }}
      accessibilityLayer={interactive}
      title={title}
      desc={desc}
    >
      <CartesianGrid vertical={false} stroke="var(--rule)" />
      <XAxis
        dataKey="day"
        type="number"
        domain={[...ends]}
        ticks={[...monthTicks(from, to, width / scale < 480 ? 6 : 12)]}
        tickFormatter={(day: number) => formatMonth(day, intl.locale)}
        tick={axis}
        tickLine={{ stroke: 'var(--rule)' }}
        axisLine={{ stroke: 'var(--control-border)' }}
        minTickGap={14}
        tickMargin={5 * scale}
        height={32 * scale}
      />
      <YAxis
        domain={[0, top]}
        allowDecimals={!whole}
        tick={axis}
        tickLine={false}
        axisLine={false}
        width={36 * scale}
      />
      <Area
        dataKey="band"
        type="linear"
        connectNulls
        stroke="none"
        fill="var(--band)"
        fillOpacity={1}
        isAnimationActive={false}
        activeDot={false}
      />
      {formerTargets.map((former) => (
        <ReferenceLine
          key={`${former.from}-${former.value}`}
          segment={[
            { x: toDayNumber(former.from), y: former.value },
            { x: toDayNumber(former.to), y: former.value },
          ]}
          stroke="var(--control-border)"
          strokeDasharray="2 4"
        />
      ))}
      {target !== null && (
        <ReferenceLine
          y={target}
          stroke="var(--ink)"
          strokeWidth={2}
          strokeDasharray="7 5"
          label={{
            ...label,
            value: targetLabel ?? t('target', { value: target }),
            position: 'insideBottomLeft',
            fontWeight: 600,
          }}
        />
      )}
      {today !== undefined && today >= from && today <= to && (
        <ReferenceLine
          x={toDayNumber(today)}
          stroke="var(--control-border)"
          label={{ ...label, value: t('today'), position: 'top' }}
        />
      )}
      {marks.map((mark) => (
        <ReferenceLine
          key={mark.day}
          x={toDayNumber(mark.day)}
          stroke="var(--late)"
          strokeDasharray="3 3"
          label={{ ...label, value: mark.label, position: 'top', fill: 'var(--late)' }}
        />
      ))}
      <Line
        dataKey="total"
        type="stepAfter"
        stroke="var(--accent)"
        strokeWidth={2}
        strokeDasharray="4 4"
        dot={points.length <= dotsUpTo ? WaitingDot : false}
        activeDot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="value"
        type="stepAfter"
        connectNulls
        stroke="var(--accent)"
        strokeWidth={3}
        dot={points.length <= dotsUpTo ? EventDot : false}
        activeDot={{ r: 6, fill: 'var(--accent)', stroke: 'var(--bg)', strokeWidth: 2 }}
        isAnimationActive={false}
      />
      {interactive && <Tooltip isAnimationActive={false} content={<BurnUpTooltip locale={intl.locale} />} />}
    </ComposedChart>
  );
}
