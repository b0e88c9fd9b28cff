/** Letters that are written from right to left, and signs that change the direction of others. */
const turning =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b][\udc00-\udfff]/;
const directions = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text that stands in a sentence without turning the words around it: a name in Arabic before a number would otherwise
 * move the number to its other side. In: any text. Out: the same, and only where it could turn anything, set apart.
 */
export const isolateText = (text: string): string => text.split('\n').map(isolateLine).join('\n');

/** A new line ends what was set apart: each of them is by itself. */
const isolateLine = (line: string): string =>
  turning.test(line) ? `\u2068${line.replaceAll(directions, '')}\u2069` : line;
