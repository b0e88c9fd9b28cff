/** How much of a text is looked at to tell its encoding. */
const sampleSize = 20_000;

/**
 * The text of bytes that say nothing of their encoding: a byte order mark, else UTF-16 by its empty bytes, else UTF-8
 * where every byte of it is, else Windows-1252, which older Swedish programs write.
 * In: any bytes. Out: a text, never an error; undefined where the bytes are no text at all.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder(findEncoding(bytes)).decode(bytes);
  return isText(text) ? text : undefined;
}

function findEncoding(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  return findSilentUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** Swedish in UTF-16 has an empty byte in nearly every pair, always on the same side. */
function findSilentUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, sampleSize & ~1);
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 2) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (sample[at] === 0) even += 1;
    if (sample[at + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.7 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.7 && odd < pairs * 0.05) return 'utf-16be';
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Pictures, programs and packed files are full of characters that nobody types. */
function isText(text: string): boolean {
  const sample = text.slice(0, sampleSize);
  let odd = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  for (const _ of sample.matchAll(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]/g)) odd += 1;
  return odd <= sample.length * 0.02;
}
