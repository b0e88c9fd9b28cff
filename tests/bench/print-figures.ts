import { type Figure, holds, type Limit, type Summary, summarize, type Unit } from './figure.ts';

export interface Printed {
  readonly line: string;
  readonly failedMusts: number;
}

/** One line: what, how much, times which floor, and whether the goal holds. */
export function printFigure(figure: Figure): Printed {
  const summary = summarize(figure);
  const verdicts = (figure.limits ?? []).map((limit) => ({ limit, isHeld: holds(limit, summary) }));
  const parts = [
    figure.job.padEnd(8),
    (figure.logs === undefined ? '' : figure.logs.toLocaleString('en-GB')).padStart(8),
    figure.name.padEnd(58),
    `${amount(summary.median, figure.unit)} (${amount(summary.min, figure.unit)}–${amount(summary.max, figure.unit)})`.padEnd(
      34,
    ),
    toRatio(figure, summary).padEnd(64),
    verdicts.map(({ limit, isHeld }) => `${isHeld ? '✓' : '✗'} ${toWords(limit)}`).join('  '),
  ];
  const failedMusts = verdicts.filter(({ limit, isHeld }) => limit.level === 'must' && !isHeld).length;
  return { line: parts.join('  ').trimEnd(), failedMusts };
}

function toRatio({ floor }: Figure, { ratio, ratioMin, ratioMax, ratioOfMinima }: Summary): string {
  if (!floor || ratio === undefined) return '';
  const range = `(${times(ratioMin)}–${times(ratioMax)}; minima ${times(ratioOfMinima)})`;
  return `× ${times(ratio)} ${range} of ${floor.name}`;
}

const times = (ratio = Number.NaN): string => ratio.toFixed(ratio < 10 ? 2 : 1);

/** A third is a goal, too. */
const toWords = ({ level, of, most }: Limit): string =>
  `${level} ≤ ${of === 'ratio' ? '× ' : ''}${Math.round(most * 1000) / 1000}`;

function amount(value: number, unit: Unit): string {
  if (unit === 'ms') return `${value.toFixed(findDecimals(value))} ms`;
  return `${unit === 'kB' || unit === 'MB' ? value.toFixed(1) : Math.round(value).toLocaleString('en-GB')} ${unit}`;
}

function findDecimals(value: number): number {
  if (value < 10) return 2;
  return value < 100 ? 1 : 0;
}
