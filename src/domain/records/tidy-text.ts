/**
 * What a text may carry into a record: nothing that no field can show, no database stores, or that reaches beyond the text
 * itself. Every text that is typed, imported or received passes here (`fields.ts`), so no page has to mind it.
 */

/** Most texts have nothing else than these and are done: letters of Swedish and its neighbours, digits, common signs. */
const plain = /^[\t\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2015\u2018-\u201d\u2022\u2026\u20ac\u2212]*$/;

/** Control characters but tab and line feed, the mark of byte order, and what is no character at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const impossible = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufff9-\ufffb]|\p{Noncharacter_Code_Point}/gu;

/** No script has more marks on one letter; towers of them grow over the lines above and below. */
const marksOfTower = /(\p{M}{5})\p{M}+/gu;

/** What can be seen: a text of spaces, joiners, fillers and selectors alone looks empty and is. */
const visible = /[^\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * In: any text. Out: the same as it is kept: line feeds as line ends, whole characters, at most five marks on a letter,
 * and every change of direction ended where the text ends. What is tidy comes back as it is.
 */
export function tidyText(text: string): string {
  if (plain.test(text)) return text;
  const whole = text.toWellFormed().replaceAll(/\r\n?|\u2028|\u2029/g, '\n');
  return closeDirections(whole.replaceAll(impossible, '').replaceAll(marksOfTower, '$1'));
}

/** Whether anything of a text is seen. */
export const isVisible = (text: string): boolean => visible.test(text);

/** Embeddings and overrides end with the first, isolates with the second. */
const popDirection = '\u202c';
const popIsolate = '\u2069';
const closers: ReadonlyMap<string, string> = new Map([
  ...['\u202a', '\u202b', '\u202d', '\u202e'].map((opener) => [opener, popDirection] as const),
  ...['\u2066', '\u2067', '\u2068'].map((opener) => [opener, popIsolate] as const),
]);
const directions = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Ends what changes the direction of letters on the line where it began, and drops ends without a beginning: they would end
 * what the page itself has begun around the text. Names in Arabic or Hebrew keep what they are written with.
 */
function closeDirections(text: string): string {
  if (text.search(directions) < 0) return text;
  return text
    .split('\n')
    .map((line) => {
      const open: string[] = [];
      const kept = line.replaceAll(directions, (sign) => {
        const closer = closers.get(sign);
        if (closer !== undefined) open.push(closer);
        else if (open.at(-1) === sign) open.pop();
        else return '';
        return sign;
      });
      return kept + open.reverse().join('');
    })
    .join('\n');
}
