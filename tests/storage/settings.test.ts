import { describe, expect, test } from 'vitest';
import { hasRoomFor } from '#storage/device-storage.ts';
import { judgeStorage } from '#storage/device-storage-canaries.ts';
import { defaultSettings, readSettings, saveSettings } from '#storage/settings.ts';
import { openScratch } from './scratch-database.ts';

describe('settings', () => {
  test('begin at their defaults and keep what is changed', async () => {
    const db = openScratch();
    expect(await readSettings(db)).toEqual(defaultSettings);
    await Promise.all([saveSettings(db, { theme: 'dark' }), saveSettings(db, { gloves: true })]);
    expect(await readSettings(db)).toEqual({ ...defaultSettings, theme: 'dark', gloves: true });
  });

  test('of another version that cannot be read are at their default, the others are kept', async () => {
    const db = openScratch();
    await db.settings.put({ key: 'device', value: { theme: 'sepia', gloves: true, later: 1 } });
    expect(await readSettings(db)).toEqual({ ...defaultSettings, gloves: true });
    await saveSettings(db, { sun: true });
    expect((await db.settings.get('device'))?.value).toEqual({ theme: 'sepia', gloves: true, later: 1, sun: true });
  });
});

const MiB = 1024 * 1024;

describe('room on the device', () => {
  test.each([
    [10 * MiB, { used: 0, available: 1000 * MiB }, true],
    [960 * MiB, { used: 0, available: 1000 * MiB }, false],
    [10 * MiB, { used: 0, available: 25 * MiB }, false],
    [5 * MiB, { used: 0, available: 25 * MiB }, true],
    [10 * MiB, undefined, true],
  ])('%i bytes in %o: %s', (bytes, room, fits) => {
    expect(hasRoomFor(bytes, room)).toBe(fits);
  });
});

describe('marks in each kind of storage', () => {
  test.each([
    [{ database: true, localStorage: true, cache: true }, 'whole'],
    [{ database: false, localStorage: false, cache: false }, 'new'],
    [{ database: false, localStorage: true, cache: false }, 'cleared'],
    [{ database: false, localStorage: false, cache: true }, 'cleared'],
    [{ database: true, localStorage: false, cache: true }, 'partly-cleared'],
    [{ database: true, localStorage: true, cache: false }, 'partly-cleared'],
  ])('%o: %s', (canaries, health) => {
    expect(judgeStorage(canaries)).toBe(health);
  });
});
