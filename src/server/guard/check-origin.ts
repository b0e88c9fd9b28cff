import { ownPageHeader } from '#protocol/exchange-address.ts';

/** Methods that change nothing, and may be asked for from anywhere: their answers cannot be read there. */
const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** What our own pages put on every request that changes something. No form and no plain link of another page can. */
const ownHeader = { name: ownPageHeader, value: /^[1-9]\d{0,4}$/ } as const;

export type OriginFault = 'own-header' | 'content-type' | 'fetch-site' | 'origin';

/**
 * Whether a request that may change something comes from our own page (guard T2).
 * In: method, headers, and the origin that our pages have. Out: the first thing that is wrong, or undefined.
 * Four independent signs are asked for, so that a browser's mistake with one of them opens nothing. `Sec-Fetch-Site` and
 * `Origin` may be absent only together with nothing else: a browser that can run the app sends both.
 */
export function findOriginFault(method: string, headers: Headers, origin: string): OriginFault | undefined {
  if (safeMethods.has(method.toUpperCase())) return undefined;
  if (!ownHeader.value.test(headers.get(ownHeader.name) ?? '')) return 'own-header';
  if (!isJson(headers.get('content-type'))) return 'content-type';
  if (headers.get('sec-fetch-site') !== 'same-origin') return 'fetch-site';
  return headers.get('origin') === origin ? undefined : 'origin';
}

/** Exactly JSON: the three types that a form can send contain neither this word nor a second type after a comma. */
const isJson = (contentType: string | null): boolean =>
  /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType ?? '');
