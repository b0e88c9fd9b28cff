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
  /^(?:\d{1,2}(?:\.\d{1,2}){1,2}\.?|\(?\d{1,2}[.)]|[a-zåäö]\))[ \t]+(?!(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?![a-zà-ž]))/iu;

/** In: a flattened text. Out: its lines that say something, in order. */
export function readLines(flat: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  let isAfterBlank = true;
  const all = breakInlineBullets(flat).split('\n');
  for (const [index, raw] of all.entries()) {
    const body = raw.trim();
    const start = at + raw.length - raw.trimStart().length;
    at += raw.length + 1;
    if (body === '') {
      isAfterBlank = true;
      continue;
    }
    const [marker, width] = findMarker(body, isClause(all[index - 1]) || isClause(all[index + 1]));
    lines.push({
      start: start + width,
      end: start + body.length,
      indent: start - (at - raw.length - 1),
      marker,
      isAfterBlank,
    });
    isAfterBlank = false;
  }
  return lines;
}

/** A text that lost its line breaks: what stands before and after bullets within a line becomes lines, of the same length. */
function breakInlineBullets(flat: string): string {
  if (!inlineBullet.test(flat)) return flat;
  return flat.split('\n').map(breakLine).join('\n');
}

const inlineBullet = /\s[•▪●◦]\s/u;

function breakLine(line: string): string {
  if (line.length < 80 || (line.match(/\s[•▪●◦]\s/gu) ?? []).length < 2) return line;
  return line
    .replaceAll(/\s(?=[•▪●◦]\s)/gu, '\n')
    .replaceAll(/([.!?])\s([A-ZÀ-Þ][a-zß-ÿ]+(?: [A-Za-zÀ-ž]+){0,2})\n(?=[•▪●◦])/gu, '$1\n$2\n');
}

const isClause = (raw: string | undefined): boolean => raw !== undefined && /^\s*att\s+[a-zß-ÿ]/u.test(raw);
const label = /^(?:åtgärd|aktivitet|insats|åtagande)\s*\d*\s*:\s+(?=\S)/iu;

function findMarker(body: string, isBesideClause: boolean): [Line['marker'], number] {
  if (isBesideClause && isClause(body)) return ['dash', 0];
  const labelled = label.exec(body);
  if (labelled) return ['bullet', labelled[0].length];
  const bulleted = bullet.exec(body);
  if (bulleted) return ['bullet', bulleted[0].length];
  const dashed = dash.exec(body);
  if (dashed) return ['dash', dashed[0].length];
  const numbered = number.exec(body);
  if (numbered) return ['number', numbered[0].length];
  return [undefined, 0];
}
