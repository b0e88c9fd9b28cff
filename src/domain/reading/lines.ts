/** Lines of a text with what a reader sees of their layout: bullets, numbers, indents, blank lines. */

export interface Line {
  /** Of what is written, without spaces around it and without its bullet. */
  readonly start: number;
  readonly end: number;
  /** Spaces before the first sign. */
  readonly indent: number;
  readonly marker: 'bullet' | 'dash' | 'number' | undefined;
  readonly isAfterBlank: boolean;
}

const bullet = /^(?:[•·▪▫◦●○■□‣⁃➢➤✓*\uf0b7\uf0a7\u2022]|o(?=[ \t]))[ \t]*/u;
const dash = /^[-–—][ \t]+/u;
const number =
  /^(?:\d{1,2}(?:\.\d{1,2}){1,2}\.?|\(?\d{1,2}[.)]|[a-zåäö]\))[ \t]+(?!(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?!\p{L}))/iu;

/** In: a flattened text. Out: its lines that say something, in order. */
export function readLines(flat: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  let isAfterBlank = true;
  for (const raw of flat.split('\n')) {
    const body = raw.trim();
    const start = at + raw.length - raw.trimStart().length;
    at += raw.length + 1;
    if (body === '') {
      isAfterBlank = true;
      continue;
    }
    const [marker, width] = findMarker(body);
    lines.push({ start: start + width, end: start + body.length, indent: start - (at - raw.length - 1), marker, isAfterBlank });
    isAfterBlank = false;
  }
  return lines;
}

function findMarker(body: string): [Line['marker'], number] {
  const bulleted = bullet.exec(body);
  if (bulleted) return ['bullet', bulleted[0].length];
  const dashed = dash.exec(body);
  if (dashed) return ['dash', dashed[0].length];
  const numbered = number.exec(body);
  if (numbered) return ['number', numbered[0].length];
  return [undefined, 0];
}
