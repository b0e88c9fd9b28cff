export type Sign =
  | 'check'
  | 'cross'
  | 'circle'
  | 'ring'
  | 'diamond'
  | 'triangle'
  | 'box'
  | 'pause'
  | 'ahead'
  | 'square'
  | 'plus'
  | 'hourglass'
  | 'info';

const paths: Readonly<Record<Sign, string>> = {
  check: 'M1.6 8.6 3.7 6.4 6.5 9.1 12.3 2.7 14.5 4.7 6.7 13.4Z',
  cross: 'M2 4 4 2 8 6 12 2 14 4 10 8 14 12 12 14 8 10 4 14 2 12 6 8Z',
  circle: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z',
  ring: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 2.2a4.3 4.3 0 1 1 0 8.6 4.3 4.3 0 0 1 0-8.6Z',
  diamond: 'M8 .8 15.2 8 8 15.2.8 8Z',
  triangle: 'M8 1.4 15.4 14.4H.6Z',
  box: 'M1 4h14v8H1Zm2 2v4h10V6Z',
  pause: 'M3 2h3.6v12H3Zm6.4 0H13v12H9.4Z',
  ahead: 'M8 1.2 14 7.4 12.2 9.1 8 4.7 3.8 9.1 2 7.4Zm0 5.6L14 13l-1.8 1.7L8 10.3l-4.2 4.4L2 13Z',
  square: 'M2.5 2.5h11v11h-11Z',
  plus: 'M6.4 1.5h3.2v4.9h4.9v3.2H9.6v4.9H6.4V9.6H1.5V6.4h4.9Z',
  hourglass: 'M3 1.5h10v2L9.3 8l3.7 4.5v2H3v-2L6.7 8 3 3.5Z',
  info: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM7 7h2v5H7Zm0-3h2v2H7Z',
};

export interface SignGlyphProps {
  readonly sign: Sign;
  readonly className?: string | undefined;
}

/** A sign in the colour of its text. It is decoration: the word beside it carries the meaning to a reader. */
export function SignGlyph({ sign, className }: SignGlyphProps) {
  return (
    <svg className={className} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={paths[sign]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}

/** The same signs for use inside another SVG. */
export const signPath = (sign: Sign): string => paths[sign];
