/** Bytes as a row of QR codes that a camera reads in any order, and back. */
import { crc32 } from './crc32.ts';

/** Bytes in one code: dense enough for a phone at arm's length. */
const frameBytes = 620;
/** More codes than these nobody holds still for: then a file it is. */
export const mostFrames = 24;

/** What a code begins with. The rest is `<checksum of all>.<number>.<count>.<data>`, in the letters that codes pack best. */
const mark = 'LFTQ1';
/** The letters of a QR code's own alphabet, as RFC 9285 uses them: two bytes are three of them. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** In: bytes. Out: the text of each code; undefined when there would be too many. */
export function toFrames(bytes: Uint8Array): readonly string[] | undefined {
  const count = Math.max(1, Math.ceil(bytes.length / frameBytes));
  if (count > mostFrames) return undefined;
  const name = crc32(bytes).toString(16).toUpperCase().padStart(8, '0');
  return Array.from({ length: count }, (_, index) => {
    const data = toBase45(bytes.subarray(index * frameBytes, (index + 1) * frameBytes));
    return `${mark}:${name}:${index + 1}:${count}:${data}`;
  });
}

export interface FrameCollection {
  /** Which row of codes is being read; undefined before the first. */
  readonly name: string | undefined;
  readonly count: number;
  readonly parts: ReadonlyMap<number, Uint8Array>;
}
export const noFrames: FrameCollection = { name: undefined, count: 0, parts: new Map() };

/** Adds what a camera has read. Whatever is no code of ours changes nothing; the first of another row begins anew. */
export function addFrame(collection: FrameCollection, text: string): FrameCollection {
  const [found, name = '', number = '', count = ''] = text.split(':', 4);
  const data = text.slice([found, name, number, count].join(':').length + 1);
  const [index, total] = [Number(number), Number(count)];
  const isFrame = found === mark && /^[0-9A-F]{8}$/.test(name) && Number.isInteger(index) && Number.isInteger(total);
  if (!isFrame || index < 1 || index > total || total > mostFrames) return collection;
  const bytes = fromBase45(data);
  if (bytes === undefined) return collection;
  const isSame = collection.name === name && collection.count === total;
  if (isSame && collection.parts.has(index)) return collection;
  return { name, count: total, parts: new Map([...(isSame ? collection.parts : []), [index, bytes]]) };
}

/** Out: the bytes once every code has been read and the whole is right; undefined before. */
export function joinFrames({ name, count, parts }: FrameCollection): Uint8Array | undefined {
  if (count === 0 || parts.size < count) return undefined;
  const pieces = Array.from({ length: count }, (_, index) => parts.get(index + 1) ?? new Uint8Array());
  const bytes = new Uint8Array(pieces.flatMap((piece) => [...piece]));
  return Number.parseInt(name ?? '', 16) === crc32(bytes) ? bytes : undefined;
}

function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const isPair = at + 1 < bytes.length;
    let value = isPair ? (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
    for (let letter = 0; letter < (isPair ? 3 : 2); letter++) {
      text += alphabet[value % 45];
      value = Math.floor(value / 45);
    }
  }
  return text;
}

function fromBase45(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const values = Array.from(text.slice(at, at + 3), (letter) => alphabet.indexOf(letter));
    if (values.length === 1 || values.includes(-1)) return undefined;
    const value = values.reduceRight((sum, digit) => sum * 45 + digit, 0);
    if (value > (values.length === 3 ? 0xffff : 0xff)) return undefined;
    if (values.length === 3) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return new Uint8Array(bytes);
}
