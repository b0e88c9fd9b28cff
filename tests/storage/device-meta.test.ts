import { expect, test } from 'vitest';
import { deviceKeys, putDeviceMeta, readDeviceMeta } from '#storage/device-meta.ts';
import { watchTables } from '#storage/watch-tables.ts';
import { openScratch } from './scratch-database.ts';

const [deviceKey, issuedKey] = deviceKeys;
const fresh = { dev: 'd', epoch: 'e', generation: 0, issued: 5, answered: 0, scopes: {}, ringNext: 1, confirmedAt: 0 };

test('a step that gives out no numbers wakes nobody who waits for something to send', async () => {
  const db = openScratch();
  const written: string[] = [];
  await putDeviceMeta(db, fresh);
  const stop = watchTables(db, ({ keysOf }) => {
    const ranges = keysOf('meta') ?? [];
    written.push(...deviceKeys.filter((key) => ranges.some(([from, to]) => from <= key && key <= to)));
  });
  const applied = { ...fresh, generation: 1 };
  await putDeviceMeta(db, applied, fresh);
  await expect.poll(() => written).toEqual([deviceKey]);
  expect(await readDeviceMeta(db)).toEqual(applied);

  const renumbered = { ...applied, issued: 2 };
  await putDeviceMeta(db, renumbered, applied);
  await expect.poll(() => written).toEqual([deviceKey, deviceKey, issuedKey]);
  expect(await readDeviceMeta(db)).toEqual(renumbered);
  stop();
});
