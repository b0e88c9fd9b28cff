/** Files that are almost right, and packed files that are made to do harm: for everything that reads what people bring. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { makeBook, makeZip } from '#tests/documents/made-files.ts';
import type { Random } from '#tests/simulation/random.ts';

const tokens = [
  '"',
  ';',
  ',',
  '\t',
  '\r',
  '\n',
  '\0',
  '\ufeff',
  "'",
  '=1+1',
  '""',
  'sep=|\n',
  '\ud800',
  '1e999',
  '9'.repeat(400),
];
const tags = [
  '<c ',
  '</c>',
  '<row r="',
  't="s"',
  '<v>',
  '</v>',
  '<!DOCTYPE x>',
  '<![CDATA[',
  '&#0;',
  '&x;',
  '<f>',
  'r="ZZZ9"',
];
const cellNames = ['A1', 'XFD1048576', 'A0', 'a1', 'AAAAAA1', 'A99999999999', '1A', ''];

/** Bytes flipped, cut, doubled or taken from elsewhere in the file. */
export function mutateBytes(random: Random, bytes: Uint8Array): Uint8Array {
  let copy: Uint8Array = bytes.slice();
  for (let count = 1 + random.below(8); count > 0 && copy.length > 0; count -= 1) {
    const at = random.below(copy.length);
    const choice = random.below(6);
    if (choice === 0) copy = copy.slice(0, at);
    else if (choice === 1) copy = join(copy.subarray(0, at), copy.subarray(random.below(copy.length)));
    else if (choice === 2) copy = join(copy.subarray(0, at), strToU8(random.pick(tokens)), copy.subarray(at));
    else if (choice === 3) copy[at] = random.below(256);
    else copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
  }
  return copy;
}

/** Something typed, cut or doubled in a text. */
export function mutateText(random: Random, text: string, signs: readonly string[] = tokens): string {
  let copy = text;
  for (let count = 1 + random.below(6); count > 0; count -= 1) {
    const at = random.below(copy.length + 1);
    const to = at + random.below(30);
    const put = random.pick([random.pick(signs), copy.slice(at, to).repeat(random.below(40)), '']);
    copy = copy.slice(0, at) + put + copy.slice(random.pick([at, to]));
  }
  return copy;
}

/** A workbook with its parts changed, and packed anew so that its checksums hold. */
export function mutateBook(random: Random, bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const name = random.pick(names);
    const text = strFromU8(parts[name] ?? new Uint8Array());
    const moved = text.replace(/r="[A-Z]+\d+"/g, (place) =>
      random.chance(0.05) ? `r="${random.pick(cellNames)}"` : place,
    );
    parts[name] = strToU8(random.chance(0.05) ? '' : mutateText(random, moved, [...tokens, ...tags]));
    if (random.chance(0.05)) delete parts[name];
  }
  return zipSync(parts, { level: 1 });
}

/** What a packed file can pretend. Out: its bytes, and what it is. */
export function makeZipBomb(random: Random): { readonly name: string; readonly bytes: Uint8Array } {
  const kind = random.pick(bombs);
  return { name: kind.name, bytes: kind.make(random) };
}

const sheet = '<row r="1"><c r="A1" t="inlineStr"><is><t>Torget</t></is></c></row>';
const inBook = (random: Random, part: string | Uint8Array) =>
  makeBook({
    cells: sheet,
    parts: { [random.pick(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/media/a.bin'])]: part },
  });

const bombs: readonly { readonly name: string; readonly make: (random: Random) => Uint8Array }[] = [
  { name: 'a thousand to one', make: (random) => inBook(random, new Uint8Array(1_100_000 + random.below(6_000_000))) },
  {
    name: 'a bomb in a bomb',
    make: (random) => inBook(random, makeZip({ 'a.zip': makeZip({ a: new Uint8Array(3_000_000) }) })),
  },
  {
    name: 'a sheet of one endless row',
    make: (random) => makeBook({ cells: '<c/>'.repeat(200_000 + random.below(200_000)) }),
  },
  {
    name: 'a text shared a million times',
    make: () =>
      makeBook({
        cells: `<row>${'<c t="s"><v>0</v></c>'.repeat(40_000)}</row>`,
        texts: `<si><t>${'a'.repeat(32_000)}</t></si>`,
      }),
  },
  { name: 'names inside names', make: (random) => makeBook({ cells: '<a>'.repeat(1000 + random.below(100_000)) }) },
  {
    name: 'so many parts',
    make: (random) => {
      const count = 1900 + random.below(8000);
      return makeBook({
        cells: sheet,
        parts: Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, ''])),
      });
    },
  },
  {
    name: 'paths that lead elsewhere',
    make: (random) => {
      const front = random.pick(['/', '../', '..\\', 'C:\\', '//host/', './', 'xl/../', '\0', 'xl//']);
      return makeBook({
        cells: sheet,
        parts: { [`${front}xl/worksheets/sheet1.xml`]: 'x'.repeat(random.below(99)), [`${front}etc/passwd`]: 'x' },
      });
    },
  },
  { name: 'sizes that are lies', make: (random) => patch(random, inBook(random, 'x'.repeat(100_000)), [20, 24]) },
  { name: 'checksums that are lies', make: (random) => patch(random, inBook(random, 'x'.repeat(1000)), [16]) },
  { name: 'places that are lies', make: (random) => patch(random, inBook(random, 'x'.repeat(1000)), [42]) },
  { name: 'links and passwords', make: (random) => patch(random, inBook(random, 'x'.repeat(1000)), [4, 8, 10, 38]) },
  { name: 'a size that hides a bomb', make: (random) => hideSize(inBook(random, new Uint8Array(30_000_000)), 200_000) },
];

/** Writes something odd into the directory, where the given fields of an entry stand. */
function patch(random: Random, bytes: Uint8Array, fields: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (const at of listEntries(view)) {
    if (random.chance(0.6)) continue;
    const odd = random.pick([0, 1, 9, 0xffff, 0x7fffffff, 0xffffffff, 0xa1ff0000, random.below(2 ** 31)]);
    const field = random.pick(fields);
    if (field === 4 || field === 8 || field === 10) view.setUint16(at + field, odd & 0xffff, true);
    else view.setUint32(at + field, odd >>> 0, true);
  }
  return copy;
}

/** Every part that is larger says that it is only so large. */
function hideSize(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (const at of listEntries(view)) if (view.getUint32(at + 24, true) > size) view.setUint32(at + 24, size, true);
  return copy;
}

function listEntries(view: DataView): readonly number[] {
  const entries: number[] = [];
  for (let at = 0; at + 46 < view.byteLength; at += 1) if (view.getUint32(at, true) === 0x02014b50) entries.push(at);
  return entries;
}

function join(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
