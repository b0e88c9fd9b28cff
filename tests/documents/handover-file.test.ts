import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { readHandoverFile, writeHandoverFile } from '#documents/handover-file.ts';
import { addFrame, joinFrames, mostFrames, noFrames, toFrames } from '#documents/qr-frames.ts';
import { readQrCode } from '#documents/qr-read.ts';
import type { Handover } from '#domain/handover/handover.ts';
import { codeLength, readHandoverCode, toHandoverCode } from '#domain/handover/handover-code.ts';

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const code = toHandoverCode(Uint8Array.from({ length: 60 }, (_, n) => n * 4));
const handover: Handover = {
  id: id(1),
  savedAt: '2026-11-21T10:00:00+01:00',
  from: { id: id(2), name: 'Telefonen' },
  promises: [{ id: id(3), title: 'Tryggare torg' }],
  actions: [
    {
      tx: id(4),
      at: '2026-11-21T09:00:00.000Z',
      sv: 1,
      label: 'record-changed',
      changes: [
        { id: id(5), kind: 'set', tbl: 'goals', ent: id(6), scope: id(3), f: { text: 'Å, ä & ö' }, after: id(7) },
      ],
    },
  ],
  known: { [id(3)]: { '019000': [1, 4] } },
};

describe('a handover as a file', () => {
  it('is opened by its code, however it is typed, and gives back what was handed over', async () => {
    const bytes = await writeHandoverFile(handover, code);
    const typed = readHandoverCode(` ${code.toLowerCase().replaceAll('-', ' ')} `);
    expect(await readHandoverFile(bytes, typed)).toEqual({ kind: 'handover', handover });
    expect(await readHandoverFile(bytes, code.replace(/.$/, 'Ä'))).toEqual({ kind: 'wrong-code' });
    expect(new TextDecoder('latin1').decode(bytes)).not.toContain('manifest');
  }, 20_000);

  it('that was flipped or cut off anywhere is read nowhere', async () => {
    const bytes = await writeHandoverFile(handover, code);
    const kinds = new Set<string>();
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      kinds.add((await readHandoverFile(flipped, code)).kind);
      kinds.add((await readHandoverFile(bytes.subarray(0, at), code)).kind);
    }
    expect([...kinds].toSorted()).toEqual(['damaged', 'not-ours']);
  }, 20_000);
});

describe('a code that people read aloud', () => {
  it('has twenty letters that nobody mistakes, in five groups', () => {
    expect(code).toMatch(/^[ACDEFHJKLMNPRTUVXY3456789]{4}(-[ACDEFHJKLMNPRTUVXY3456789]{4}){4}$/);
    expect(code.replaceAll('-', '')).toHaveLength(codeLength);
    expect(readHandoverCode('en egen lösenfras')).toBe('en egen lösenfras');
  });
});

describe('a row of QR codes', () => {
  const bytes = Uint8Array.from({ length: 3000 }, (_, n) => (n * 7919) % 256);

  it('is read in any order, with repetitions and strangers between, through pictures', () => {
    const frames = toFrames(bytes) ?? [];
    expect(frames.length).toBeGreaterThan(3);
    let collection = noFrames;
    for (const text of [...frames.toReversed(), ...frames.slice(1)]) {
      if (collection.parts.size < frames.length) expect(joinFrames(collection)).toBeUndefined();
      collection = addFrame(collection, readQrCode(draw(text)) ?? '');
      collection = addFrame(collection, 'https://example.org');
    }
    expect(joinFrames(collection)).toEqual(bytes);
  });

  it('begins anew with a code of another row, and is not too long', () => {
    const frames = toFrames(bytes) ?? [];
    const others = toFrames(bytes.toReversed()) ?? [];
    const mixed = [...frames.slice(1), ...others].reduce(addFrame, noFrames);
    expect(joinFrames(mixed)).toEqual(bytes.toReversed());
    expect(toFrames(new Uint8Array(mostFrames * 1000))).toBeUndefined();
  });

  it('says nothing of a picture without a code', () => {
    expect(readQrCode({ width: 50, height: 50, data: new Uint8ClampedArray(10_000).fill(255) })).toBeUndefined();
  });
});

/** Five pixels for each square, as a screen shows it. */
function draw(text: string) {
  const { data: squares, size } = encode(text, { ecc: 'M', border: 4 });
  const side = size * 5;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const isDark = squares[Math.floor(y / 5)]?.[Math.floor(x / 5)];
      if (isDark) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return { width: side, height: side, data };
}
