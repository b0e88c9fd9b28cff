import type { MadeUpNumber } from './made-up-numbers.ts';

const nbsp = '\u00a0';
const enDash = '\u2013';

export const toShort = ({ year, month, day }: MadeUpNumber): string => `${year.slice(2)}${month}${day}`;
export const toLong = ({ year, month, day }: MadeUpNumber): string => `${year}${month}${day}`;

/** The ways in which people write a personal number. */
export const numberFormats: Readonly<Record<string, (number: MadeUpNumber) => string>> = {
  'ten digits': (number) => `${toShort(number)}${number.last}`,
  'ten digits with hyphen': (number) => `${toShort(number)}-${number.last}`,
  'ten digits with space': (number) => `${toShort(number)} ${number.last}`,
  'twelve digits': (number) => `${toLong(number)}${number.last}`,
  'twelve digits with hyphen': (number) => `${toLong(number)}-${number.last}`,
  'twelve digits with no-break space': (number) => `${toLong(number)}${nbsp}${number.last}`,
  'parts with dots': ({ year, month, day, last }) => `${year}.${month}.${day}.${last}`,
  'parts with hyphens and en dash': ({ year, month, day, last }) => `${year}-${month}-${day} ${enDash} ${last}`,
  'line break before the last four': (number) => `${toShort(number)}\n${number.last}`,
  'parts with spaces': ({ year, month, day, last }) => `${year} ${month} ${day} ${last}`,
  'pairs with spaces': ({ year, month, day, last }) =>
    `${year.slice(2)} ${month} ${day} ${last.slice(0, 2)} ${last.slice(2)}`,
  'full-width digits': (number) =>
    [...`${toShort(number)}-${number.last}`].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join(''),
  'an invisible space inside': (number) =>
    `${toShort(number).slice(0, 4)}\u200b${toShort(number).slice(4)}-${number.last}`,
};
