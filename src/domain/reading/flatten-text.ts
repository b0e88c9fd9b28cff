/**
 * Makes a text easy to search without moving anything: the answer has the same length, so that an offset into it is an
 * offset into the text as given. Odd spaces become plain ones, and a word divided at the end of a line is put together
 * with the space it leaves behind it.
 */
export function flattenText(text: string): string {
  return text
    .replaceAll('\r\n', ' \n')
    .replaceAll(/[\r\u2028\u2029\u0085\f\v]/gu, '\n')
    .replaceAll(/[\u00a0\u2000-\u200b\u202f\ufeff\u00ad]/gu, ' ')
    .replaceAll(
      /([a-zß-ÿ]{2})-(\n *)(?!och |eller |samt )([a-zß-ÿ]{2,40})/gu,
      (_all, head: string, gap: string, tail: string) => `${head}${tail} ${gap}`,
    );
}

/** What stands between two offsets, as it is shown: spaces and line breaks become one space. */
export const cleanSlice = (flat: string, start: number, end: number): string =>
  flat.slice(start, end).replaceAll(/\s+/gu, ' ').trim();
