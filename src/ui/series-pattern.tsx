import { type Sign, signPath } from './sign-glyph.tsx';
import { colours, type MarkerShape, type SeriesNumber, seriesLooks } from './tokens.ts';

const markerSigns: Readonly<Record<MarkerShape, Sign>> = {
  circle: 'circle',
  square: 'square',
  triangle: 'triangle',
  diamond: 'diamond',
  plus: 'plus',
  cross: 'cross',
};

/** Lines drawn in the page's colour over the series' colour; the first series is plain. */
const strokes: Readonly<Record<SeriesNumber, string>> = {
  1: '',
  2: 'M4 0V8',
  3: 'M2 2h.01M6 6h.01',
  4: 'M0 8L8 0M-2 2L2 -2M6 10L10 6',
  5: 'M0 4H8',
  6: 'M0 0L8 8M0 8L8 0',
};

export interface SeriesPatternProps {
  readonly id: string;
  readonly series: SeriesNumber;
}

/** The fill of one series: its colour and its own pattern. Use as `fill="url(#id)"`. */
export function SeriesPattern({ id, series }: SeriesPatternProps) {
  const { colour } = seriesLooks[series];
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill={colour} />
      {series !== 1 && (
        <path
          d={strokes[series]}
          fill="none"
          stroke={colours.bg}
          strokeWidth={series === 3 ? 2.5 : 1.4}
          strokeLinecap="round"
        />
      )}
    </pattern>
  );
}

export interface SeriesMarkerProps {
  readonly series: SeriesNumber;
  /** Centre. */
  readonly x: number;
  readonly y: number;
  readonly size?: number | undefined;
}

export function SeriesMarker({ series, x, y, size = 14 }: SeriesMarkerProps) {
  const { colour, marker } = seriesLooks[series];
  const transform = `translate(${x - size / 2} ${y - size / 2}) scale(${size / 16})`;
  return <path d={signPath(markerSigns[marker])} fill={colour} transform={transform} />;
}
