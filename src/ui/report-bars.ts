/** Where the bars of a report's chart lie. */
import type { ViewedChart } from './report-view-props.ts';

export interface PlacedBar {
  readonly key: string;
  /** 0–3. */
  readonly series: number;
  readonly top: number;
  readonly length: number;
  /** Undefined where nothing is known. */
  readonly value: number | undefined;
}

export interface PlacedGroup {
  readonly key: string;
  readonly label: string;
  readonly labelTop: number;
  readonly bars: readonly PlacedBar[];
}

export interface BarLayout {
  readonly height: number;
  /** Where bars begin: beside their labels, or at the edge below them. */
  readonly left: number;
  readonly groups: readonly PlacedGroup[];
}

export const barHeight = 16;
const barGap = 3;
const groupGap = 8;
const labelHeight = 20;
/** Room for the number after the longest bar. */
const roomForValue = 72;
/** From this width on labels stand beside the bars. */
const wide = 460;
/** A letter is about this wide. */
const letter = 7.6;
const widestLabel = 210;

/**
 * In: a chart of at most four series, and the width in pixels. Out: the place of every bar. The longest fills the room;
 * bars begin at 0, and a value below it has no length.
 */
export function layOutBars({ categories, series }: ViewedChart, width: number): BarLayout {
  const longest = Math.max(0, ...categories.map((label) => label.length)) * letter;
  const beside = width >= wide && longest <= widestLabel;
  const left = beside ? Math.ceil(longest) + 12 : 0;
  const most = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const room = Math.max(0, width - left - roomForValue);
  const own = beside ? 0 : labelHeight;
  const groupHeight = own + series.length * (barHeight + barGap) + groupGap;
  return {
    height: categories.length * groupHeight,
    left,
    groups: categories.map((label, index) => {
      const top = index * groupHeight;
      return {
        key: `${index}-${label}`,
        label,
        labelTop: top + 13,
        bars: series.map(({ values }, number) => {
          const value = values[index] ?? undefined;
          return {
            key: String(number),
            series: number,
            top: top + own + number * (barHeight + barGap),
            length: (Math.max(0, value ?? 0) / most) * room,
            value,
          };
        }),
      };
    }),
  };
}
