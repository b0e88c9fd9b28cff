import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openZip } from '#documents/open-zip.ts';
import { fuzzTables } from '#tests/fuzz/fuzz-tables.ts';

/** A sample of `npm run proof:tables`. */
test('changed tables and packed bombs give rows or a reason, never an error', async () => {
  const { complaints, kinds } = await fuzzTables({ seed: 1, files: 1500, bombs: 60, watch: () => 0 });
  expect(complaints).toEqual([]);
  expect(kinds.get('table')).toBeGreaterThan(100);
  expect(kinds.get('damaged')).toBeGreaterThan(100);
  expect(kinds.get('zip-bomb')).toBeGreaterThan(1);
});

test('a part that becomes a thousand times what it says is left as soon as that is seen', () => {
  const bomb = deflateRawSync(Buffer.alloc(600_000_000), { level: 9 });
  expect(bomb.length).toBeLessThan(700_000);
  expect(() => openZip(hide(bomb)).read('a')).toThrow('damaged');
});

/** A zip file of one part by hand: `a`, packed as given, which says that it becomes a megabyte. */
function hide(packed: Uint8Array): Uint8Array {
  const said = 1_000_000;
  const local = Buffer.alloc(31);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(said, 22);
  local.writeUInt16LE(1, 26);
  local.write('a', 30);
  const entry = Buffer.alloc(47);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(said, 24);
  entry.writeUInt16LE(1, 28);
  entry.write('a', 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, packed, entry, end]));
}
