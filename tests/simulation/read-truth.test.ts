import { describe, expect, test } from 'vitest';
import type { SyncedRow } from '#domain/delivery/synced-row.ts';
import { createSpace, grant } from './memory-space.ts';
import { idOf } from './random.ts';
import { createTruthReader, readTruth } from './read-truth.ts';

const promiseId = idOf(1, 1);
const parked = new Set<string>();
const row = (version: number): SyncedRow => ({ id: promiseId, promiseId, version, title: `${version}` });

function startReader() {
  const found: string[] = [];
  const space = createSpace('line');
  space.tables.rows.set(`promises/${promiseId}`, row(1));
  grant(space.tables, 'anna', promiseId, { role: 'editor', lens: 'full' });
  return { space, found, read: createTruthReader((invariant) => found.push(invariant)) };
}

describe('what the server has for a person, as it is remembered', () => {
  test('is what everything says, also after a change', () => {
    const { space, found, read } = startReader();
    for (let version = 2; version < 300; version++) {
      if (version % 3 === 0) {
        space.tables.rows.set(`promises/${promiseId}`, row(version));
        space.touched.set(promiseId, version);
      }
      expect(read(space, parked, 'anna')).toEqual(readTruth(space, parked, 'anna'));
    }
    expect(found).toEqual([]);
  });

  test('is found out when it is not', () => {
    const { space, found, read } = startReader();
    read(space, parked, 'anna');
    space.tables.rows.set(`promises/${promiseId}`, row(2));
    for (let times = 0; times < 100; times++) read(space, parked, 'anna');
    expect(found).toEqual(['checker']);
  });
});
