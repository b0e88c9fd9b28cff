import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { receiptKeyBytes } from '#server/exchange/receipt-keeper.ts';
import { writeDurably } from './write-durably.ts';

/**
 * The key of receipts beside the embedded database: made at the first start, in no dump, for the server's user only.
 * In: the data folder, locked. Out: the key; undefined when its file is not what was written.
 */
export function readReceiptKey(folder: string): Uint8Array<ArrayBuffer> | undefined {
  const file = join(folder, 'receipt-key');
  if (!existsSync(file)) {
    const key = new Uint8Array(randomBytes(receiptKeyBytes));
    const text = `${Buffer.from(key).toString('base64url')}\n`;
    writeDurably(file, () => new TextEncoder().encode(text), 0o600);
    return key;
  }
  const key = new Uint8Array(Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url'));
  return key.length < receiptKeyBytes ? undefined : key;
}
