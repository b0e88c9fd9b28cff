/** How much of a text is looked at to tell its encoding. */
const sampleSize = 20_000;

/**
 * The text of bytes that say nothing of their encoding: a byte order mark, else UTF-16 by its empty bytes, else UTF-8
 * where every byte of it is, else Windows-1252, which older Swedish programs write.
 * In: any bytes. Out: a text, never an error; undefined where the bytes are no text at all.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = findEncoding(bytes);
  const decoded = new TextDecoder(encoding).decode(bytes);
  const text = encoding === 'windows-1252' ? decoded.replaceAll(/[\u0080-\u009f]/g, toWindowsSign) : decoded;
  return isText(text) ? text : undefined;
}

function findEncoding(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  return findSilentUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** The signs that Windows-1252 has where Latin-1 has none. Some engines decode it as Latin-1. */
const windowsSigns =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const toWindowsSign = (sign: string) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign;

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
