/** A passphrase that is chosen: what closes a file and what closes a device is judged alike (sync 2.20 and 2.21). */

/** Letters that a passphrase has at least. */
export const shortestPassphrase = 12;
const fewLetters = 6;

/** Typed twice, so that a slip is seen before it closes anything. */
export interface TypedPassphrase {
  readonly passphrase: string;
  readonly repeated: string;
}

/** How long a passphrase holds against somebody who has the file and time. `short`: it is not taken. */
export type PassphraseStrength = 'short' | 'weak' | 'fair' | 'strong';

/**
 * The letters that count. In: what was typed. Out: composed as one, without spaces around it: keyboards differ in both.
 */
export const tidyPassphrase = (typed: string): string => typed.normalize('NFC').trim();

/** In: what was typed. Out: by its length, its different letters and its words; no list of known ones is asked. */
export function judgePassphrase(typed: string): PassphraseStrength {
  const passphrase = tidyPassphrase(typed);
  if (passphrase.length < shortestPassphrase) return 'short';
  const letters = new Set(passphrase.toLowerCase()).size;
  const words = new Set(passphrase.toLowerCase().split(/[\s_-]+/)).size;
  if (letters < fewLetters || /^(.{1,6})\1+$/.test(passphrase)) return 'weak';
  if (words >= 4 || passphrase.length >= 20) return 'strong';
  return 'fair';
}

/** Why a passphrase is not taken. In: both times it was typed. Out: a code, or undefined when it is. */
export function findPassphraseFault({ passphrase, repeated }: TypedPassphrase): 'short' | 'different' | undefined {
  if (judgePassphrase(passphrase) === 'short') return 'short';
  return tidyPassphrase(passphrase) === tidyPassphrase(repeated) ? undefined : 'different';
}
