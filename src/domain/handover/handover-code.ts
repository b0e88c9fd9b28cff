/** The code that closes a handover: read aloud over a phone, typed on another. */

/** Letters and digits that nobody mistakes for each other, in Swedish or English, spoken or written: 25 of them. */
const letters = 'ACDEFHJKLMNPRTUVXY3456789';
const groupLength = 4;
/** 20 letters of 25 are 92 bits. */
export const codeLength = 20;

/**
 * In: random bytes, at least 60. Out: `ACDE-FHJK-…`, five groups. Bytes above the last whole round of letters are passed
 * over, so that every letter is as likely.
 */
export function toHandoverCode(bytes: Uint8Array): string {
  const fair = Array.from(bytes).filter((byte) => byte < letters.length * Math.floor(256 / letters.length));
  if (fair.length < codeLength) throw new RangeError('Too few random bytes');
  const text = fair
    .slice(0, codeLength)
    .map((byte) => letters[byte % letters.length])
    .join('');
  return groupCode(text);
}

/** What a person typed, as it was shown: small letters, spaces and dashes make no difference. A passphrase stays as it is. */
export function readHandoverCode(typed: string): string {
  const text = typed.toUpperCase().replaceAll(/[\s-]/gu, '');
  const isCode = text.length === codeLength && Array.from(text).every((letter) => letters.includes(letter));
  return isCode ? groupCode(text) : typed;
}

const groupCode = (text: string): string =>
  Array.from({ length: Math.ceil(text.length / groupLength) }, (_, group) =>
    text.slice(group * groupLength, (group + 1) * groupLength),
  ).join('-');
