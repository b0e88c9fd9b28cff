import { isShallow } from './is-shallow.ts';

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'too-large' };

/**
 * Reads a body that is JSON, and stops as soon as it is longer than it may be: before parsing, and whatever
 * `Content-Length` says (guard T17).
 * In: a request and the longest length in bytes. Out: the value; `malformed` for what is not UTF-8, not JSON, or nested without end.
 * Never throws for what was sent; a broken connection is `malformed` too.
 */
export async function readJsonBody(request: Request, longest: number): Promise<Body> {
  if (Number(request.headers.get('content-length') ?? 0) > longest) return { kind: 'too-large' };
  const bytes = await readBytes(request.body, longest);
  if (bytes === 'too-large') return { kind: 'too-large' };
  if (!isShallow(bytes)) return { kind: 'malformed' };
  try {
    return { kind: 'json', value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return { kind: 'malformed' };
  }
}

async function readBytes(stream: Request['body'], longest: number): Promise<Uint8Array | 'too-large'> {
  if (stream === null) return new Uint8Array();
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true as const, value: undefined }));
    if (done) break;
    length += value.length;
    if (length > longest) {
      await reader.cancel().catch(() => undefined);
      return 'too-large';
    }
    parts.push(value);
  }
  return join(parts, length);
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
