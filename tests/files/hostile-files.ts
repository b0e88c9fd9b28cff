/** Every way in which a file can be something else than what the app has written: drawn by number, the same in every run. */
import { strToU8, zipSync } from 'fflate';
import { createSeededRandom, pickBetween, pickOne, type Random } from '#domain/examples/seeded-random.ts';
import { bendManifest } from './bend-manifest.ts';
import { buildFile, type OpenedParts, openParts, sealZip } from './build-file.ts';
import type { FileKind, HostileFile } from './file-kind.ts';

type Maker = (random: Random, kind: FileKind, opened: OpenedParts) => Promise<HostileFile> | HostileFile;

const flip = (bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> => {
  const flipped = new Uint8Array(bytes);
  const at = pickBetween(random, 0, bytes.length - 1);
  flipped[at] = (flipped[at] ?? 0) ^ (1 << pickBetween(random, 0, 7));
  return flipped;
};
const cut = (bytes: Uint8Array, random: Random) =>
  new Uint8Array(bytes.subarray(0, pickBetween(random, 0, bytes.length - 1)));

function drawBytes(random: Random, start: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pickBetween(random, 0, 3000));
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = pickBetween(random, 0, 255);
  bytes.set(strToU8(start).subarray(0, bytes.length));
  return bytes;
}

const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const officeParts = ['word/document.xml', 'xl/workbook.xml', 'ppt/presentation.xml'] as const;

/** By family, so often as they stand here. */
const makers: readonly (readonly [family: string, make: Maker])[] = [
  ['flipped bit', (random, { good }) => ({ family: 'flipped bit', bytes: flip(good, random) })],
  ['cut off', (random, { good }) => ({ family: 'cut off', bytes: cut(good, random) })],
  ['flipped bit, sealed', (random, { sealed }) => ({ family: 'flipped bit, sealed', bytes: flip(sealed, random) })],
  ['cut off, sealed', (random, { sealed }) => ({ family: 'cut off, sealed', bytes: cut(sealed, random) })],
  [
    'random bytes',
    (random) => ({
      family: 'random bytes',
      bytes: drawBytes(
        random,
        pickOne(random, ['', 'PK\u0003\u0004', 'LFTSEAL1', '{"format":"lofteskollen-copy",', '%PDF-1.7']),
      ),
    }),
  ],
  [
    'foreign zip',
    async (random) => {
      const zip = zipSync({
        [`bilder/${pickBetween(random, 1, 999)}.txt`]: strToU8('hej'.repeat(pickBetween(random, 1, 50))),
      });
      return { family: 'foreign zip', bytes: pickBetween(random, 0, 1) ? await sealZip(zip) : new Uint8Array(zip) };
    },
  ],
  [
    'office file',
    (random) => ({
      family: 'office file',
      bytes: new Uint8Array(
        zipSync({ '[Content_Types].xml': strToU8(contentTypes), [pickOne(random, officeParts)]: strToU8('<a/>') }),
      ),
    }),
  ],
  [
    'manifest',
    async (random, _kind, opened) => {
      const { name, plan } = bendManifest(random, opened);
      return { family: `manifest: ${name}`, bytes: await buildFile(opened, plan) };
    },
  ],
];

/** Draws files of a kind. In: the kind. Out: the file of a number. */
export function createFileMaker(kind: FileKind): (number: number) => Promise<HostileFile> {
  const opened = openParts(kind.good);
  return async (number) => {
    const random = createSeededRandom(number * 7919 + 1);
    const place = number % (makers.length + kind.families.length);
    const own = kind.families[place - makers.length];
    if (own !== undefined) return own(random, opened);
    const [, make] = makers[place] ?? [];
    if (make === undefined) throw new Error('There is nothing to draw from');
    return make(random, kind, opened);
  };
}
