/** Text as the patterns read it: every dash is `-`, every space ` `, every digit ASCII, and nothing invisible between. */
export interface PlainText {
  readonly text: string;
  /** Offset in the original of each character of `text`. Undefined while they are the same. */
  readonly offsets?: readonly number[] | undefined;
}

const unusual = /[^\n\x20-\x7e\u00c0-\u00ff]/;
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const spaces = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;
const firstFullWidth = 0xff01;
const lastFullWidth = 0xff5e;
const fullWidthShift = 0xfee0;

/** In: any text. Out: its plain form with a way back to the offsets. Most texts are plain already and cost one pass. */
export function toPlainText(text: string): PlainText {
  if (!unusual.test(text)) return { text };
  let plain = '';
  const offsets: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (invisible.test(character)) continue;
    plain += toPlainCharacter(character);
    offsets.push(index);
  }
  return { text: plain, offsets };
}

function toPlainCharacter(character: string): string {
  if (character === '\n' || character === '\r') return '\n';
  if (dashes.test(character)) return '-';
  if (spaces.test(character)) return ' ';
  const code = character.charCodeAt(0);
  const isFullWidth = code >= firstFullWidth && code <= lastFullWidth;
  return isFullWidth ? String.fromCharCode(code - fullWidthShift) : character;
}

/** In: offsets in the plain text. Out: offsets in the original. */
export function toOriginalRange(
  plain: PlainText,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  if (!plain.offsets) return { from, to };
  const first = plain.offsets[from] ?? 0;
  const last = plain.offsets[to - 1] ?? first;
  return { from: first, to: last + 1 };
}
