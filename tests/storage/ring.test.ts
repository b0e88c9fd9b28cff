import { expect, test } from 'vitest';
import type { RingEntry } from '#domain/delivery/waiting-operation.ts';
import type { Database } from '#storage/database.ts';
import { readRing, writeRing } from '#storage/ring.ts';
import { openScratch } from './scratch-database.ts';

const toEntry = (n: number, id = `op-${n}`): RingEntry => ({
  ...{ id, n, keptAt: n },
  op: { v: 1, sv: 1, id, tx: id, txi: 0, txn: 1, kind: 'delete', tbl: 'goals', ent: id, scope: id, f: {}, at: '' },
});

const toEntries = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => toEntry(from + index));
const readNumbers = async (db: Database) => (await readRing(db)).map(({ n }) => n);

test('a thousand that were accepted together are a few rows, and come back one by one in their order', async () => {
  const db = openScratch();
  await writeRing(db, { ringAdded: toEntries(3, 1202) });
  await writeRing(db, { ringAdded: toEntries(1203, 1204) });
  expect(await db.ringParts.count()).toBe(4);
  expect(await readRing(db)).toEqual(toEntries(3, 1204));
});

test('what a device kept before, one by one, stands before the rest and leaves like it', async () => {
  const db = openScratch();
  await db.ring.bulkAdd(toEntries(1, 3));
  await writeRing(db, { ringAdded: toEntries(4, 6) });
  expect(await readNumbers(db)).toEqual([1, 2, 3, 4, 5, 6]);
  await writeRing(db, { ringRemoved: ['op-2', 'op-5'] });
  expect(await readNumbers(db)).toEqual([1, 3, 4, 6]);
  await writeRing(db, { ringRemoved: ['op-4', 'op-6'] });
  expect(await readNumbers(db)).toEqual([1, 3]);
  expect(await db.ringParts.count()).toBe(0);
});

test('what was accepted a second time stands where it was accepted last, and leaves altogether', async () => {
  const db = openScratch();
  await writeRing(db, { ringAdded: toEntries(1, 3) });
  await writeRing(db, { ringAdded: [toEntry(4, 'op-2')] });
  expect(await readNumbers(db)).toEqual([1, 3, 4]);
  await writeRing(db, { ringRemoved: ['op-2'] });
  expect(await readNumbers(db)).toEqual([1, 3]);
});

test('after a restore all of it goes, and what is accepted then begins it anew', async () => {
  const db = openScratch();
  await db.ring.bulkAdd(toEntries(1, 2));
  await writeRing(db, { ringAdded: toEntries(3, 4) });
  await writeRing(db, { ringRemoved: 'all', ringAdded: toEntries(5, 5) });
  expect(await readNumbers(db)).toEqual([5]);
});
