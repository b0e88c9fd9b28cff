import { Inflate, inflateSync } from 'fflate';
import { crc32 } from './crc32.ts';
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

export interface ZipLimits {
  /** Bytes of all parts together, unpacked. */
  readonly largest: number;
  readonly most: number;
}

/** What a document may be. */
const documentLimits: ZipLimits = { largest: largestUnpacked, most: mostParts };

/**
 * Opens a zip file by its directory. In: its bytes. Out: its parts.
 * Throws a refusal: damaged, encrypted, or unpacking to more than a document can be. The sizes that the directory claims
 * are what memory is taken for, and a part that turns out otherwise is damaged.
 */
export function openZip(bytes: Uint8Array, { largest, most }: ZipLimits = documentLimits): ZipFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view, findEnd(view), most);
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > largest || entries.some(isTooDense)) throw new Refusal('zip-bomb');
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

function readDirectory(view: DataView, end: number, most: number): readonly Entry[] {
  const count = view.getUint16(end + 10, true);
  if (count > most) throw new Refusal('zip-bomb');
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
  if (part.length !== unpacked || crc32(part) !== entry.checksum) throw new Refusal('damaged');
  return part;
}

function unpack(part: Uint8Array, method: number, size: number): Uint8Array {
  if (method === stored) return part;
  if (method !== deflated) throw new Refusal('damaged');
  try {
    // What does not fit is dropped, and the checksum then tells.
    return part.length <= bite ? inflateSync(part, { out: new Uint8Array(size) }) : unpackUpTo(part, size);
  } catch {
    throw new Refusal('damaged');
  }
}

/** Bytes handed to the unpacker at once: they become 16 MB at most, which are dropped in no time. */
const bite = 16_384;

/** A megabyte that says it becomes two, and becomes a thousand, would keep the device busy for as long: it ends early. */
function unpackUpTo(part: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((piece) => {
    if (filled + piece.length > size) throw new Refusal('damaged');
    whole.set(piece, filled);
    filled += piece.length;
  });
  for (let at = 0; at < part.length; at += bite) stream.push(part.subarray(at, at + bite), at + bite >= part.length);
  return whole.subarray(0, filled);
}
