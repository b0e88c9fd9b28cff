import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { changePassphrase, closeDevice, completeClosing, openDevice } from '#storage/close-device.ts';
import { commitAction } from '#storage/commit-action.ts';
import { type Database, openDatabase } from '#storage/database.ts';
import { makeDeviceKey, readLock, unlockDevice, wrapWithPasskey, wrapWithPassphrase } from '#storage/device-lock.ts';
import { isLockFlagged } from '#storage/lock-flag.ts';
import { setSealing, setSealLayer } from '#storage/row-seal.ts';
import { isSealed, sealedRows } from '#storage/sealed-rows.ts';
import { dumpDatabase } from './dump-database.ts';
import { createStory, createTools, toWrites } from './records.ts';

const passphrase = 'fyra blå cyklar';
const names: string[] = [];

setSealLayer(sealedRows);

afterEach(async () => {
  setSealing('off');
  localStorage.clear();
  for (const name of names.splice(0)) await Dexie.delete(name);
});

async function makeDevice(): Promise<string> {
  const name = `device-${crypto.randomUUID()}`;
  names.push(name);
  await withOpen(name, (db) =>
    commitAction(db, { label: 'record-created', writes: toWrites(createStory()) }, createTools()),
  );
  return name;
}

async function withOpen<T>(name: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase({ name });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

const readRows = async (name: string) =>
  withOpen(name, async (db) =>
    Object.fromEntries(
      Object.entries(await dumpDatabase(db, ['meta'])).map(([table, text]) => [table, JSON.parse(text)]),
    ),
  );

async function close(name: string, key = makeDeviceKey()) {
  const lock = { ways: [await wrapWithPassphrase(key, passphrase)], minutes: 10, language: 'sv' } as const;
  await closeDevice({ name, key, lock, passphrase });
  return key;
}

async function layAside(name: string): Promise<void> {
  const copy = new Dexie(name);
  copy.version(1).stores({ rows: 'id' });
  await copy.open();
  copy.close();
}

/** As a page that has just been opened. */
async function unlock(name: string, typed: string): Promise<boolean> {
  setSealing('closed');
  const lock = await withOpen(name, readLock);
  return lock !== undefined && unlockDevice(lock, { kind: 'passphrase', passphrase: typed });
}

async function countPlain(name: string): Promise<number> {
  const raw = await new Dexie(name).open();
  const rows = await Promise.all(raw.tables.filter((table) => table.name !== 'meta').map((table) => table.toArray()));
  raw.close();
  return rows.flat().filter((row) => !isSealed(row)).length;
}

describe('closing a device', () => {
  test('closes every row, and its passphrase opens them again', { timeout: 20_000 }, async () => {
    const name = await makeDevice();
    const before = await readRows(name);
    // What an upgrade and a restore have laid aside in the clear goes, too.
    const copies = [`${name}-before-upgrade`, `${name}-before-restore`];
    for (const copy of copies) await layAside(copy);
    await close(name);
    for (const copy of copies) expect(await Dexie.exists(copy)).toBe(false);
    expect(isLockFlagged()).toBe(true);
    expect(await countPlain(name)).toBe(0);
    expect(await unlock(name, 'fyra röda cyklar')).toBe(false);
    expect(await unlock(name, `  ${passphrase.normalize('NFD')} `)).toBe(true);
    expect(await readRows(name)).toEqual(before);
  });

  test('can be ended: then everything is as it was', { timeout: 20_000 }, async () => {
    const name = await makeDevice();
    const before = await readRows(name);
    await close(name);
    await openDevice(name);
    setSealing('off');
    expect(isLockFlagged()).toBe(false);
    expect(await readRows(name)).toEqual(before);
    expect(await withOpen(name, readLock)).toBeUndefined();
  });

  test('that does not reach the disk leaves everything open and readable', { timeout: 20_000 }, async () => {
    const name = await makeDevice();
    const before = await readRows(name);
    const key = makeDeviceKey();
    const lock = { ways: [await wrapWithPassphrase(key, passphrase)], minutes: 10, language: 'sv' } as const;
    await expect(closeDevice({ name, key: makeDeviceKey(), lock, passphrase })).rejects.toThrow();
    setSealing('off');
    expect(isLockFlagged()).toBe(false);
    expect(await countPlain(name)).toBeGreaterThan(0);
    expect(await readRows(name)).toEqual(before);
  });

  test('that was interrupted is finished after the next unlocking', { timeout: 20_000 }, async () => {
    const name = await makeDevice();
    const before = await readRows(name);
    const key = await close(name);
    await openDevice(name);
    setSealing('off');
    // As a page leaves it that is closed after the lock was stored and before the rows were.
    const ways = [await wrapWithPassphrase(key, passphrase)];
    await withOpen(name, (db) =>
      db.meta.put({ key: 'lock', value: { ways, complete: false, minutes: 10, language: 'sv' } }),
    );
    expect(await unlock(name, passphrase)).toBe(true);
    await completeClosing(name);
    expect(await countPlain(name)).toBe(0);
    expect(await readRows(name)).toEqual(before);
  });

  test('takes a new passphrase, which alone opens it then; a passkey stays', { timeout: 20_000 }, async () => {
    const name = await makeDevice();
    const key = await close(name);
    const proof = { credentialId: Uint8Array.of(1, 2, 3), salt: Uint8Array.of(4), secret: makeDeviceKey() };
    const passkey = await wrapWithPasskey(key, proof);
    await withOpen(name, async (db) => {
      const lock = await readLock(db);
      if (lock) await db.meta.put({ key: 'lock', value: { ...lock, ways: [...lock.ways, passkey] } });
      await changePassphrase(db, await wrapWithPassphrase(key, 'en helt annan fras'));
    });
    expect(await unlock(name, passphrase)).toBe(false);
    expect(await unlock(name, 'en helt annan fras')).toBe(true);
    setSealing('closed');
    const lock = await withOpen(name, readLock);
    expect(lock && (await unlockDevice(lock, { kind: 'passkey', ...proof }))).toBe(true);
  });
});
