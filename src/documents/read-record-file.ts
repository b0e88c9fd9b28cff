import { strFromU8 } from 'fflate';
import {
  carriesRows,
  largestRecordPart,
  type Manifest,
  mostRecordParts,
  parseManifest,
  type RecordFileKind,
  type RecordPart,
} from '#domain/record-files/manifest.ts';
import { toSha256 } from './checksum.ts';
import { openZip, type ZipFile } from './open-zip.ts';
import { Refusal } from './refusal.ts';
import { isSealed } from './seal-file.ts';
import { manifestName, sealMark } from './write-record-file.ts';

/** The file as it lies on the disk: half a million logs are about 40 MB. */
export const largestRecordFile = 200_000_000;
const zipLimits = { largest: 1_500_000_000, most: mostRecordParts + 1 };

export interface RecordFile {
  readonly kind: 'read';
  readonly manifest: Manifest;
  /**
   * The rows of a part, as JSON gave them: whoever stores them checks them first. Throws a `Refusal` where the part is
   * not what the manifest says.
   */
  readonly readPart: (part: RecordPart) => Promise<readonly unknown[]>;
  /** A part as it is written, also one for people. Throws as `readPart` does. */
  readonly readText: (part: RecordPart) => Promise<string>;
}

export type RecordFileReading =
  | RecordFile
  /** It needs its passphrase first: `openSealedFile`. */
  | { readonly kind: 'sealed' }
  /** Cut off or changed since it was written. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'other-kind'; readonly found: RecordFileKind }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-ours' };

/**
 * Opens a file that `writeRecordFile` has written. In: its bytes, and what it shall be. Out: its front, and its parts when
 * they are asked for; or why it is not read. Nothing of it is believed before the checksum of the whole file holds.
 */
export async function readRecordFile(bytes: Uint8Array, kind: RecordFileKind): Promise<RecordFileReading> {
  if (bytes.length > largestRecordFile) return { kind: 'too-large' };
  if (isSealed(bytes)) return { kind: 'sealed' };
  if (!startsAsZip(bytes)) return { kind: 'not-ours' };
  if (!(await isWhole(bytes))) return { kind: 'damaged' };
  try {
    return openChecked(openZip(bytes, zipLimits), kind);
  } catch (problem) {
    if (problem instanceof Refusal || problem instanceof SyntaxError || problem instanceof RangeError)
      return { kind: 'not-ours' };
    throw problem;
  }
}

/** Reads every part and forgets it again: whether all of a file can be brought back. */
export async function checkParts({ manifest, readPart, readText }: RecordFile): Promise<'whole' | 'damaged'> {
  try {
    for (const part of manifest.parts) await (carriesRows(part) ? readPart(part) : readText(part));
    return 'whole';
  } catch (problem) {
    if (problem instanceof Refusal) return 'damaged';
    throw problem;
  }
}

const zipMark = [0x50, 0x4b] as const;
const startsAsZip = (bytes: Uint8Array) => zipMark.every((byte, index) => bytes[index] === byte);

/** The last 64 letters are the checksum of everything before them. */
async function isWhole(bytes: Uint8Array): Promise<boolean> {
  const content = bytes.subarray(0, -64);
  const mark = content.subarray(-sealMark.length);
  if (strFromU8(mark) !== sealMark) return false;
  return strFromU8(bytes.subarray(-64)) === (await toSha256(content));
}

function openChecked(zip: ZipFile, kind: RecordFileKind): RecordFileReading {
  const front = zip.read(manifestName);
  const reading = front ? parseManifest(JSON.parse(strFromU8(front))) : ({ kind: 'not-ours' } as const);
  if (reading.kind !== 'manifest') return reading;
  const { manifest } = reading;
  if (manifest.kind !== kind) return { kind: 'other-kind', found: manifest.kind };
  const named = new Set([manifestName, ...manifest.parts.map(({ name }) => name)]);
  if (zip.names.length !== named.size || !zip.names.every((name) => named.has(name))) return { kind: 'not-ours' };
  return {
    kind: 'read',
    manifest,
    readPart: (part) => readPart(zip, part),
    readText: (part) => readText(zip, part),
  };
}

async function readText(zip: ZipFile, { name, lines, bytes: size, sha256 }: RecordPart): Promise<string> {
  const bytes = zip.read(name);
  if (bytes === undefined || bytes.length !== size || size > largestRecordPart) throw new Refusal('damaged');
  if ((await toSha256(bytes)) !== sha256) throw new Refusal('damaged');
  const text = strFromU8(bytes);
  if (text.split('\n').length - 1 !== lines) throw new Refusal('damaged');
  return text;
}

async function readPart(zip: ZipFile, part: RecordPart): Promise<readonly unknown[]> {
  const texts = (await readText(zip, part)).split('\n');
  if (!carriesRows(part) || texts.pop() !== '') throw new Refusal('damaged');
  try {
    return texts.map((text): unknown => JSON.parse(text));
  } catch {
    throw new Refusal('damaged');
  }
}
