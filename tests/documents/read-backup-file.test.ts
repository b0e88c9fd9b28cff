import { describe, expect, it } from 'vitest';
import { readBackupFile } from '#documents/read-backup-file.ts';
import { sealFile } from '#documents/seal-file.ts';
import { writeRecordFile } from '#documents/write-record-file.ts';

const head = { kind: 'backup', savedAt: '2026-11-22T10:00:00+01:00', about: {} } as const;
const rows = [{ table: 'goals', rows: [{ id: 'a' }, { id: 'b' }] }];
const toBytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

async function collect(bytes: Uint8Array, passphrase?: string) {
  const file = await readBackupFile(bytes, passphrase);
  if (file.kind !== 'read') return file.kind;
  const read: [string, unknown][] = [];
  await file.forEachPart((table, part) => read.push(...part.map((row): [string, unknown] => [table, row])));
  return read;
}

describe('what a person brings as a backup', () => {
  it('is read whether it is closed or not, and whichever version of the app wrote it', async () => {
    const file = await writeRecordFile(head, rows);
    const read = [
      ['goals', { id: 'a' }],
      ['goals', { id: 'b' }],
    ];
    const sealed = await sealFile(file, 'tre katter under en bro');
    const copy = { format: 'lofteskollen-copy', version: 1, savedAt: 'x', tables: { goals: rows[0]?.rows } };

    expect(await collect(file)).toEqual(read);
    expect(await collect(sealed)).toBe('sealed');
    expect(await collect(sealed.subarray(0, -1))).toBe('damaged');
    expect(await collect(sealed, 'tre katter under en bro')).toEqual(read);
    expect(await collect(sealed, 'tre katter under en bro!')).toBe('wrong-passphrase');
    expect(await collect(toBytes(copy))).toEqual(read);
    expect(await collect(toBytes({ ...copy, drafts: { log: 1 } }))).toEqual([
      ...read,
      ['drafts', { key: 'log', value: 1 }],
    ]);
  });

  it('is refused by name where it is something else', async () => {
    const copy = '{"format":"lofteskollen-copy","version":1,"savedAt":"x","tables":{';

    expect(await collect(toBytes(copy))).toBe('damaged');
    expect(await collect(toBytes({ format: 'lofteskollen-copy', version: 2 }))).toBe('newer');
    expect(await collect(toBytes('{"format":"x"}'))).toBe('not-ours');
    expect(await collect(toBytes('Hej'))).toBe('not-ours');
    expect(await collect(new Uint8Array())).toBe('not-ours');
    const twice = await sealFile(await sealFile(await writeRecordFile(head, rows), 'a'), 'b');
    expect(await collect(twice, 'b')).toBe('not-ours');
  });
});
