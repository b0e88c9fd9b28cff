import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { describe, expect, test } from 'vitest';
import { createSeededRandom } from '#domain/examples/seeded-random.ts';
import { openPglite } from '#server/node/open-pglite.ts';
import { createDataFolder, createScratchFolder } from '#tests/support/data-folders.ts';
import { createForgetfulDisk, type ForgetfulDisk } from '#tests/support/forgetful-disk.ts';

/** Opens what a power cut left. Out: the rows in it, read with and without an index; undefined if it cannot be opened. */
async function readAfterCut(disk: ForgetfulDisk, keeps: () => boolean): Promise<readonly number[] | undefined> {
  using folder = createScratchFolder();
  disk.cutPower(join(folder.path, 'database'), keeps);
  try {
    const { pglite } = await openPglite(folder.path);
    const plain = await pglite.query<{ id: number }>('SELECT id FROM pushed ORDER BY id');
    await pglite.exec('SET enable_seqscan = off');
    const indexed = await pglite.query<{ id: number }>('SELECT id FROM pushed WHERE id > 0 ORDER BY id');
    await pglite.close();
    expect(indexed.rows).toEqual(plain.rows);
    return plain.rows.map(({ id }) => id);
  } catch {
    return undefined;
  }
}

async function push(pglite: PGlite, from: number, to: number): Promise<void> {
  for (let id = from; id <= to; id++) {
    await pglite.query('INSERT INTO pushed VALUES ($1, $2)', [id, 'x'.repeat((id * 997) % 5000)]);
  }
}

const table = 'CREATE TABLE pushed (id integer PRIMARY KEY, text text)';
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('when the power is cut', () => {
  test('every acknowledged commit is there, whatever part of the rest had reached the disk by itself', async () => {
    using folder = createDataFolder();
    const disk = createForgetfulDisk(join(folder.path, 'database'));
    const { pglite, files } = await openPglite(folder.path, disk);
    await pglite.exec(table);
    const random = createSeededRandom(2026);

    let last = 0;
    for (const [share, count] of [
      [0, 30],
      [0.5, 60],
      [0.9, 40],
    ] as const) {
      await push(pglite, last + 1, last + count);
      last += count;
      expect(files.findFailure()).toBeUndefined();
      expect(await readAfterCut(disk, () => random() < share)).toEqual(upTo(last));
      // Pages are written and the log begins anew: the other half of what the engine relies on.
      if (share < 0.9) await pglite.exec('CHECKPOINT');
    }
    await pglite.close();
  });

  test('soon after a start that followed a crash nothing is lost either, though the engine forced no file by itself', async () => {
    using folder = createDataFolder();
    const forgetful = createForgetfulDisk(join(folder.path, 'database'));
    const forced = { alone: 0, together: 0 };
    const disk: ForgetfulDisk = {
      ...forgetful,
      syncFile: (file) => {
        forced.alone += 1;
        forgetful.syncFile(file);
      },
      syncFiles: async (paths) => {
        forced.together += paths.length;
        await forgetful.syncFiles?.(paths);
      },
    };
    // As after a kill: nobody closes it.
    const left = await openPglite(folder.path, disk);
    await left.pglite.exec(table);
    await push(left.pglite, 1, 40);
    expect(forced.together).toBe(0);
    forced.alone = 0;

    const next = await openPglite(folder.path, disk);
    expect(forced.together).toBeGreaterThan(500);
    expect(forced.alone).toBeLessThan(100);
    await push(next.pglite, 41, 60);
    await next.pglite.exec('CHECKPOINT');
    const rows = await readAfterCut(disk, () => false);
    await next.pglite.close();

    expect(rows).toEqual(upTo(60));
  });

  test('the engine as it comes loses what it had acknowledged: the model sees the fault that it is for', async () => {
    using folder = createDataFolder();
    const path = join(folder.path, 'database');
    const disk = createForgetfulDisk(path);
    const pglite = await PGlite.create({ fs: new NodeFS(path) });
    await pglite.exec(table);
    await push(pglite, 1, 30);

    const rows = await readAfterCut(disk, () => false);
    await pglite.close();

    expect(rows ?? []).toEqual([]);
  });

  test('a commit costs one sync', async () => {
    using folder = createDataFolder();
    const { pglite, files } = await openPglite(folder.path);
    await pglite.exec(table);
    const before = files.countSyncs();
    await push(pglite, 1, 20);
    const after = files.countSyncs();
    await pglite.close();

    expect(after - before).toBe(20);
  });
});
