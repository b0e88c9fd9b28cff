/**
 * What a spreadsheet takes for a formula: a sign of its own, in full width or as a small form, after anything that it skips
 * or cannot show; and a line end or tab in front, after which older programs look anew.
 */
const formula = /^(?:[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠﹢﹣﹦﹫]|[\t\r\n])/u;

/** In: the text of a cell. Out: the same as a text for every spreadsheet: with an apostrophe where it could run (guard T11). */
export const defuseFormula = (text: string): string => (formula.test(text) ? `'${text}` : text);
