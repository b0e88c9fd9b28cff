import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { RowSeal } from './row-seal.ts';

const nonceLength = 24;

/**
 * Closes rows with XChaCha20-Poly1305, which needs no waiting, as the browser's own ciphers would (sync 2.21).
 * In: a key of 32 random bytes. Where a row lies is part of its seal: rows cannot be exchanged for one another.
 */
export function createRowCipher(key: Uint8Array): RowSeal {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return {
    close: (place, fields) => {
      const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
      const sealed = xchacha20poly1305(key, nonce, encoder.encode(place)).encrypt(
        encoder.encode(JSON.stringify(fields)),
      );
      const bytes = new Uint8Array(nonceLength + sealed.length);
      bytes.set(nonce);
      bytes.set(sealed, nonceLength);
      return bytes;
    },
    open: (place, sealed) => {
      const cipher = xchacha20poly1305(key, sealed.subarray(0, nonceLength), encoder.encode(place));
      return JSON.parse(decoder.decode(cipher.decrypt(sealed.subarray(nonceLength)))) as Readonly<
        Record<string, unknown>
      >;
    },
  };
}
