import { hashText, toHex } from '#server/people/tokens.ts';
import type { ReceiptClaim, ReceiptKeeper } from './receipts.ts';

/** Makes the keeper of one tenant. A receipt of another tenant, or under another key, is no receipt here. */
export type OpenReceiptKeeper = (spaceId: string) => ReceiptKeeper;

/** Shortest key, in bytes: as long as what it makes. */
export const receiptKeyBytes = 32;

/**
 * Receipts with the platform's own cryptography (sync 2.7, step 6).
 * In: the key, which is configuration and in no backup; at least {@link receiptKeyBytes} bytes. Out: a maker of keepers.
 * Throws on a shorter key.
 */
export function createReceiptKeepers(key: Uint8Array<ArrayBuffer>): OpenReceiptKeeper {
  if (key.length < receiptKeyBytes) throw new Error(`A key of receipts has at least ${receiptKeyBytes} bytes`);
  const imported = crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const encoder = new TextEncoder();
  const sign = async (spaceId: string, claim: ReceiptClaim) => {
    const { userId, operationId, digest, original } = claim;
    const text = JSON.stringify(['receipt 1', spaceId, userId, operationId, digest, original]);
    return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', await imported, encoder.encode(text))));
  };
  return (spaceId) => ({
    digest: (texts) => Promise.all(texts.map(hashText)),
    sign: (claims) => Promise.all(claims.map((claim) => sign(spaceId, claim))),
  });
}
