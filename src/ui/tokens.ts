/**
 * The looks of a data series. The colours live in tokens.css only; here they are named.
 * Colour, dash and marker always go together with a direct label.
 */
export type SeriesNumber = 1 | 2 | 3 | 4 | 5 | 6;

export type MarkerShape = 'circle' | 'square' | 'triangle' | 'diamond' | 'plus' | 'cross';

export interface SeriesLook {
  readonly colour: string;
  /** `stroke-dasharray`; empty for a solid line. */
  readonly dash: string;
  readonly marker: MarkerShape;
}

export const seriesLooks: Readonly<Record<SeriesNumber, SeriesLook>> = {
  1: { colour: 'var(--series-1)', dash: '', marker: 'circle' },
  2: { colour: 'var(--series-2)', dash: '8 4', marker: 'square' },
  3: { colour: 'var(--series-3)', dash: '2 3', marker: 'triangle' },
  4: { colour: 'var(--series-4)', dash: '8 3 2 3', marker: 'diamond' },
  5: { colour: 'var(--series-5)', dash: '14 4', marker: 'plus' },
  6: { colour: 'var(--series-6)', dash: '4 1', marker: 'cross' },
};

export const colours = {
  bg: 'var(--bg)',
  surface: 'var(--surface)',
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  accent: 'var(--accent)',
  rule: 'var(--rule)',
  band: 'var(--band)',
  border: 'var(--control-border)',
  done: 'var(--done)',
  late: 'var(--late)',
  failed: 'var(--failed)',
} as const;
