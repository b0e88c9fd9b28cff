import { longestText } from './reading-limits.ts';
import { Refusal } from './refusal.ts';

/** What nobody types and no field can show: control characters but tab and line end, and halves of a character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unprintable = /[\0-\x08\x0e-\x1f\x7f\u0080-\u009f\ufeff\ufffe\uffff]/g;

/** Places where a word may be parted or must not be: they are not seen, and part the word for whoever looks for it. */
const unseen = /[\u00ad\u200b\u2060]/g;

/**
 * The text of a file as it goes on: one sort of line end, no space at the end of a line, never two empty lines on end.
 * Marks of direction stay: names are written with them, and the text is shown as text only. Throws a refusal: too long.
 */
export function cleanReading(text: string): string {
  if (text.length > longestText) throw new Refusal('too-large');
  return (
    text
      .toWellFormed()
      .replaceAll(/\r\n?|[\u2028\u2029\f\v\u0085]/g, '\n')
      .replaceAll(unprintable, '')
      .replaceAll(unseen, '')
      // Some programs write å as an a and a ring.
      .normalize('NFC')
      .replaceAll(/[ \t\u00a0]+$/gm, '')
      .replaceAll(/\n{3,}/g, '\n\n')
      .replace(/^\n+|\n+$/g, '')
  );
}
