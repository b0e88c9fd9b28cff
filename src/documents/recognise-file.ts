import { decodeText } from './decode-text.ts';
import { Refusal } from './refusal.ts';

/** What a file is by its content. */
export type RecognisedFile =
  | { readonly kind: 'zip' | 'pdf' }
  | { readonly kind: 'html' | 'text'; readonly source: string };

/** A PDF may have some bytes of a mail program or a printer before its head. */
const pdfHeadWithin = 1024;

/**
 * Tells what a file is. In: its bytes. Out: its kind, with its decoded text where it is text; undefined for anything
 * unknown. Throws a refusal for kinds that are known and not read: pictures, old and encrypted office files.
 */
export function recogniseFile(bytes: Uint8Array): RecognisedFile | undefined {
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return { kind: 'zip' };
  if (findAscii(bytes.subarray(0, pdfHeadWithin), '%PDF-')) return { kind: 'pdf' };
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'))
    throw new Refusal(isLocked(bytes) ? 'encrypted' : 'old-doc-format');
  if (startsWith(bytes, '{\\rtf')) throw new Refusal('old-doc-format');
  if (isImage(bytes)) throw new Refusal('image');
  const source = decodeText(bytes);
  if (source === undefined) return undefined;
  if (isHtml(source)) return { kind: 'html', source };
  return /^\s*<\?xml/.test(source) ? undefined : { kind: 'text', source };
}

const startsWith = (bytes: Uint8Array, signs: string, at = 0): boolean =>
  bytes.length >= at + signs.length &&
  Array.from(signs).every((sign, index) => bytes[at + index] === sign.charCodeAt(0));

function findAscii(bytes: Uint8Array, signs: string): boolean {
  for (let at = 0; at + signs.length <= bytes.length; at += 1) if (startsWith(bytes, signs, at)) return true;
  return false;
}

/** An office file with a password is kept in the old container, under a name in UTF-16. */
const isLocked = (bytes: Uint8Array) =>
  findAscii(bytes, Array.from('EncryptedPackage', (sign) => `${sign}\0`).join(''));

const isImage = (bytes: Uint8Array) =>
  ['\x89PNG\r\n', '\xff\xd8\xff', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*'].some((signs) => startsWith(bytes, signs)) ||
  (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) ||
  (startsWith(bytes, 'BM') && startsWith(bytes, '\0\0\0\0', 6)) ||
  ['heic', 'heix', 'hevc', 'mif1', 'avif'].some((brand) => startsWith(bytes, `ftyp${brand}`, 4)) ||
  /^\ufeff?\s*(<\?xml[^>]*>\s*)?(<!DOCTYPE svg[^>]*>\s*)?<svg\b/i.test(toAscii(bytes.subarray(0, 400)));

const toAscii = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

const blockNames = 'html|head|body|title|meta|div|p|h[1-6]|table|article|section|main|header|ul|ol|span|br';
const htmlStart = new RegExp(
  `^\\ufeff?\\s*(<\\?xml[^>]*\\?>\\s*)?(<!--[^]{0,2000}?-->\\s*)*<(!doctype\\s+html|(${blockNames})[\\s>/])`,
  'i',
);

const isHtml = (source: string) => htmlStart.test(source.slice(0, 4000));
