import { inflateSync } from 'fflate';
import { densestPart, largestUnpacked, mostParts, smallPart } from './reading-limits.ts';
import { Refusal } from './refusal.ts';

/** A packed file as its parts, each unpacked when it is asked for. Names are keys and nothing else: no path is followed. */
export interface ZipFile {
  readonly names: readonly string[];
  /** Bytes of a part, or undefined where there is none of that name. */
  readonly read: (name: string) => Uint8Array | undefined;
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const partMark = 0x04034b50;
const stored = 0;
const deflated = 8;
/** The end may be followed by a comment of 64 kB. */
const longestEnd = 22 + 0xffff;

/**
 * Opens a zip file by its directory. In: its bytes. Out: its parts.
 * Throws a refusal: damaged, encrypted, or unpacking to more than a document can be. The sizes that the directory claims
 * are what memory is taken for, and a part that turns out otherwise is damaged.
 */
export function openZip(bytes: Uint8Array): ZipFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view, findEnd(view));
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > largestUnpacked || entries.some(isTooDense)) throw new Refusal('zip-bomb');
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  // Two parts of one name: programs disagree on which of them is shown.
  if (byName.size !== entries.length) throw new Refusal('damaged');
  return {
    names: entries.map(({ name }) => name),
    read: (name) => {
      const entry = byName.get(name);
      return entry && readPart(bytes, view, entry);
    },
  };
}

const isTooDense = ({ packed, unpacked }: Entry) => unpacked > smallPart && unpacked > packed * densestPart;

function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, view.byteLength - longestEnd); at -= 1)
    if (view.getUint32(at, true) === endMark) return at;
  throw new Refusal('damaged');
}

function readDirectory(view: DataView, end: number): readonly Entry[] {
  const count = view.getUint16(end + 10, true);
  if (count > mostParts) throw new Refusal('zip-bomb');
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark) throw new Refusal('damaged');
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw new Refusal('damaged');
    const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
    entries.push({
      name: new TextDecoder().decode(name),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

function readPart(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const { offset, packed, unpacked, method, flags } = entry;
  if ((flags & 1) === 1) throw new Refusal('encrypted');
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== partMark) throw new Refusal('damaged');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw new Refusal('damaged');
  const part = unpack(bytes.subarray(start, start + packed), method, unpacked);
  if (part.length !== unpacked || toChecksum(part) !== entry.checksum) throw new Refusal('damaged');
  return part;
}

function unpack(part: Uint8Array, method: number, size: number): Uint8Array {
  if (method === stored) return part;
  if (method !== deflated) throw new Refusal('damaged');
  // What does not fit is dropped, and the checksum then tells.
  return inflateSync(part, { out: new Uint8Array(size) });
}

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** CRC-32, as every zip file keeps of every part. */
function toChecksum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  // By place: walking over sixty million bytes with an iterator takes seconds.
  for (let at = 0; at < bytes.length; at += 1)
    rest = (remainders[(rest ^ (bytes[at] as number)) & 0xff] as number) ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}
