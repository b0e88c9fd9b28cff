/** A file that only its passphrase opens. The key is made by many rounds, so that guessing one takes long (sync 2.20). */

import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { strToU8 } from 'fflate';
import { tidyPassphrase } from '#domain/passphrase/new-passphrase.ts';
import { joinBytes } from './checksum.ts';

/** The last byte is the version of this envelope. */
const mark = strToU8('LFTSEAL1');
const roundsOfToday = 600_000;
/** What a file may ask for: fewer would be weak, more would keep a phone busy for minutes. */
const fewestRounds = 100_000;
const mostRounds = 5_000_000;
const saltLength = 16;
const nonceLength = 24;
const checksumLength = 32;
const headLength = mark.length + 4 + saltLength + nonceLength;

export type OpenedFile =
  | { readonly kind: 'opened'; readonly bytes: Uint8Array }
  | { readonly kind: 'not-sealed' }
  | { readonly kind: 'newer' }
  /** Cut off or changed since it was written. */
  | { readonly kind: 'damaged' }
  /** The file is whole, and this is not what it was closed with. */
  | { readonly kind: 'wrong-passphrase' };

/** Whether a file was closed with a passphrase, by any version of the app. */
export const isSealed = (bytes: Uint8Array): boolean => mark.subarray(0, -1).every((byte, at) => bytes[at] === byte);

/**
 * Closes a file. In: its bytes, and a passphrase as it was typed; how its letters are composed and spaces around it make
 * no difference. Out: mark, rounds, salt, nonce, the sealed bytes, and a checksum that tells damage from a wrong passphrase.
 */
export async function sealFile(bytes: Uint8Array, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const rounds = new Uint8Array(4);
  new DataView(rounds.buffer).setUint32(0, roundsOfToday);
  const salt = crypto.getRandomValues(new Uint8Array(saltLength));
  const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
  const head = joinBytes([mark, rounds, salt, nonce]);
  const key = await toKey(passphrase, salt, roundsOfToday);
  const content = joinBytes([head, xchacha20poly1305(key, nonce, head).encrypt(bytes)]);
  return joinBytes([content, await toChecksum(content)]);
}

/** Whether a passphrase is worth asking for. In: a file. Out: `whole`, or why it cannot be opened with any. */
export async function judgeSealed(bytes: Uint8Array): Promise<'whole' | 'not-sealed' | 'damaged' | 'newer'> {
  if (!isSealed(bytes)) return 'not-sealed';
  if (bytes.length < headLength + checksumLength) return 'damaged';
  const content = bytes.subarray(0, -checksumLength);
  const checksum = await toChecksum(content);
  if (!checksum.every((byte, at) => byte === bytes[content.length + at])) return 'damaged';
  return bytes[mark.length - 1] === mark.at(-1) ? 'whole' : 'newer';
}

/** Opens what {@link sealFile} has closed. Out: see {@link OpenedFile}. Nothing is computed for a file that is not whole. */
export async function openSealedFile(bytes: Uint8Array, passphrase: string): Promise<OpenedFile> {
  const judged = await judgeSealed(bytes);
  if (judged !== 'whole') return { kind: judged };
  const content = bytes.subarray(0, -checksumLength);
  const head = content.subarray(0, headLength);
  const rounds = new DataView(head.buffer, head.byteOffset).getUint32(mark.length);
  if (rounds < fewestRounds || rounds > mostRounds) return { kind: 'damaged' };
  const salt = head.subarray(mark.length + 4, mark.length + 4 + saltLength);
  const key = await toKey(passphrase, salt, rounds);
  try {
    const nonce = head.subarray(headLength - nonceLength);
    return { kind: 'opened', bytes: xchacha20poly1305(key, nonce, head).decrypt(content.subarray(headLength)) };
  } catch {
    return { kind: 'wrong-passphrase' };
  }
}

async function toKey(passphrase: string, salt: Uint8Array, iterations: number): Promise<Uint8Array> {
  const typed = strToU8(tidyPassphrase(passphrase)) as Uint8Array<ArrayBuffer>;
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: salt as Uint8Array<ArrayBuffer>, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, material, 256));
}

const toChecksum = async (content: Uint8Array) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', content as Uint8Array<ArrayBuffer>));
