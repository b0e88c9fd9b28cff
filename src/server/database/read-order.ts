import { toDisposalText } from '#domain/retention/disposal-names.ts';
import { type DisposalFile, readDisposalOrder } from '#domain/retention/disposal-order.ts';

export type OrderReading =
  | { readonly kind: 'order'; readonly file: DisposalFile }
  /** Its names are not those that both have approved. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'no-order' };

/** In: the text of a file. Out: the order that it carries, whose checksum holds, or why it is none. */
export async function readOrder(text: string): Promise<OrderReading> {
  const file = readDisposalOrder(text);
  if (file === undefined) return { kind: 'no-order' };
  const names = new TextEncoder().encode(toDisposalText(file.rows));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', names));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex === file.order.digest ? { kind: 'order', file } : { kind: 'changed' };
}
