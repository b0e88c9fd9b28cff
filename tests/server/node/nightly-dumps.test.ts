import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toNextLine } from '#server/database/begin-history-line.ts';
import { listDumps, saveDump, toDumpDay, toDumpTime } from '#server/node/dumps.ts';
import { isDumpDue } from '#server/node/nightly-dumps.ts';
import { createScratchFolder } from '#tests/support/data-folders.ts';

/** Local time, as the night is. */
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();
const save = (folder: string, time: number, isWhole = true) =>
  saveDump(folder, time, new Blob(['dump']), () => Promise.resolve(isWhole));

describe('the nightly dump', () => {
  test('is due from half past two until it is made, also for a server that slept through the night', () => {
    const made = at(20, 2, 31);
    expect(isDumpDue(at(20, 23, 59), made, 0)).toBe(false);
    expect(isDumpDue(at(21, 2, 29), made, 0)).toBe(false);
    expect(isDumpDue(at(21, 2, 30), made, 0)).toBe(true);
    expect(isDumpDue(at(21, 9), made, 0)).toBe(true);
    expect(isDumpDue(at(21, 9), at(21, 2, 30), 0)).toBe(false);
  });

  test('is due ten minutes after the start where there is none at all', () => {
    expect(isDumpDue(at(21, 9, 9), undefined, at(21, 9))).toBe(false);
    expect(isDumpDue(at(21, 9, 10), undefined, at(21, 9))).toBe(true);
  });
});

describe('dumps', () => {
  test('are kept for fourteen days, the last one of each', async () => {
    using folder = createScratchFolder();
    for (let day = 1; day <= 16; day++) {
      for (const hour of [3, 15]) await save(folder.path, Date.UTC(2026, 10, day, hour));
    }
    const kept = listDumps(folder.path);

    expect(kept.map(toDumpTime)).toEqual(Array.from({ length: 14 }, (_, index) => Date.UTC(2026, 10, 16 - index, 15)));
    expect(toDumpDay(kept[0] ?? '')).toBe('2026-11-16');
  });

  test('that cannot be opened again are thrown away, and the earlier ones stay', async () => {
    using folder = createScratchFolder();
    await save(folder.path, at(20, 3));
    const result = await save(folder.path, at(21, 3), false);

    expect(result.kind).toBe('unproven');
    expect(listDumps(folder.path).map(toDumpTime)).toEqual([at(20, 3)]);
    expect(readdirSync(folder.path)).toHaveLength(1);
  });
});

test('lines of history whose count is lost are numbered by the day, and always upwards', () => {
  const first = toNextLine(0, Date.UTC(2026, 10, 21));
  expect(first).toBe(324);
  expect(toNextLine(first, Date.UTC(2026, 10, 21))).toBe(325);
  expect(toNextLine(0, Date.UTC(2026, 10, 22))).toBe(325);
});
