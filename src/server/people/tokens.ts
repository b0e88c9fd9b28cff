import type { PeoplePorts } from './ports.ts';

/** 256 bits: neither guessed nor, unlike a password, in need of a slow hash. */
const tokenBytes = 32;

/** A new secret for a cookie or a link. Out: 43 characters, base64url. */
export const createToken = (ports: Pick<PeoplePorts, 'randomBytes'>): string =>
  toBase64Url(ports.randomBytes(tokenBytes));

/** A new name for a row that the server makes. Out: a UUIDv4 in lower case; unlike a device's ids it tells no time. */
export function createId(ports: Pick<PeoplePorts, 'randomBytes'>): string {
  const hex = toHex(
    ports.randomBytes(16).map((byte, index) => {
      if (index === 6) return (byte & 0x0f) | 0x40;
      return index === 8 ? (byte & 0x3f) | 0x80 : byte;
    }),
  );
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * What is stored in place of a secret. In: any text. Out: SHA-256, 64 hexadecimal digits.
 * A row is looked up by this: how long the look-up takes tells about the hash, which nobody can aim at.
 */
export async function hashText(text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

/** Whether two texts are the same, in a time that depends on their lengths only (guard T32). */
export function isSameSecret(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index += 1) difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  return difference === 0;
}

export const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** The way back. In: base64url. Out: bytes, or undefined for anything else. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    );
  } catch {
    return undefined;
  }
}
