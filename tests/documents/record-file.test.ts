import { describe, expect, it } from 'vitest';
import { checkParts, readRecordFile } from '#documents/read-record-file.ts';
import { openSealedFile, sealFile } from '#documents/seal-file.ts';
import { type CarriedRows, writeRecordFile } from '#documents/write-record-file.ts';

const head = { kind: 'backup', savedAt: '2026-11-22T10:00:00+01:00', about: { rows: 3 } } as const;
const rows = (count: number): readonly CarriedRows[] => [
  { table: 'promises', rows: [{ id: 'a', title: 'Tryggare torg – å, ä, ö' }] },
  {
    table: 'progressLogs',
    rows: Array.from({ length: count }, (_, n) => ({ id: `${n}`, note: `Gick \ud800 runt "${n}"\n` })),
  },
  { table: 'goals', rows: [] },
];
const write = (count = 2) => writeRecordFile(head, rows(count));

describe('a file that carries records', () => {
  it('gives back every row in its order, also over several parts', async () => {
    const file = await readRecordFile(await write(60_000), 'backup');
    if (file.kind !== 'read') throw new Error(file.kind);
    expect(file.manifest.parts.length).toBeGreaterThan(2);
    const read = await Promise.all(file.manifest.parts.map(file.readPart));
    expect(read.flat()).toEqual(rows(60_000).flatMap((carried) => [...(carried.rows as unknown[])]));
    expect(await checkParts(file)).toBe('whole');
    expect(file.manifest.about).toEqual({ rows: 3 });
  });

  it('is the same file when it is made again', async () => {
    expect(await write()).toEqual(await write());
  });

  it('shows every flipped bit and every place where it was cut off', async () => {
    const bytes = await write();
    const seen = new Map<string, number>();
    const count = (kind: string) => seen.set(kind, (seen.get(kind) ?? 0) + 1);
    for (let at = 0; at < bytes.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        count((await readRecordFile(flipped, 'backup')).kind);
      }
      count((await readRecordFile(bytes.subarray(0, at), 'backup')).kind);
    }
    expect([...seen.keys()].toSorted()).toEqual(['damaged', 'not-ours']);
  });

  it('is not taken for another kind of file, and a foreign one not for ours', async () => {
    expect(await readRecordFile(await write(), 'handover')).toEqual({ kind: 'other-kind', found: 'backup' });
    expect(await readRecordFile(new TextEncoder().encode('{"format":"lofteskollen"}'), 'backup')).toEqual({
      kind: 'not-ours',
    });
  });
});

describe('a sealed file', () => {
  const passphrase = 'tre små grisar i regn';

  it('is opened by its passphrase alone', { timeout: 30_000 }, async () => {
    const bytes = await write();
    const sealed = await sealFile(bytes, passphrase);
    expect(await readRecordFile(sealed, 'backup')).toEqual({ kind: 'sealed' });
    expect(await openSealedFile(sealed, ` ${passphrase.normalize('NFD')} `)).toEqual({ kind: 'opened', bytes });
    expect(await openSealedFile(sealed, `${passphrase}!`)).toEqual({ kind: 'wrong-passphrase' });
    expect(await openSealedFile(bytes, passphrase)).toEqual({ kind: 'not-sealed' });
    expect(new TextDecoder('latin1').decode(sealed)).not.toContain('promises');
  });

  it('shows every flipped bit and every place where it was cut off', { timeout: 30_000 }, async () => {
    const sealed = await sealFile(new Uint8Array(64).fill(7), passphrase);
    const kinds = new Set<string>();
    for (let at = 0; at < sealed.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const flipped = sealed.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        kinds.add((await openSealedFile(flipped, passphrase)).kind);
      }
      kinds.add((await openSealedFile(sealed.subarray(0, at), passphrase)).kind);
    }
    expect([...kinds].toSorted()).toEqual(['damaged', 'not-sealed']);
  });
});
