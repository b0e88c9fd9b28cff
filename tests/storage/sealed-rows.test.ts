import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { commitAction } from '#storage/commit-action.ts';
import { type Database, openDatabase } from '#storage/database.ts';
import { createRowCipher } from '#storage/row-cipher.ts';
import { DeviceLocked, setSealing, setSealLayer } from '#storage/row-seal.ts';
import { isSealed, sealedRows } from '#storage/sealed-rows.ts';
import { dumpDatabase } from './dump-database.ts';
import { playSteps, type Step, stepsOf } from './play-actions.ts';
import { createStory, createTools, toWrites } from './records.ts';

const key = Uint8Array.from({ length: 32 }, (_, at) => at);
const cipher = createRowCipher(key);

setSealLayer(sealedRows);

afterEach(() => setSealing('off'));

async function play(name: string, steps: readonly Step[]): Promise<Database> {
  const db = openDatabase({ name });
  const story = createStory();
  await commitAction(db, { label: 'record-created', writes: toWrites(story) }, createTools());
  await playSteps(db, story, steps);
  return db;
}

const readAll = async (db: Database) =>
  Object.fromEntries(Object.entries(await dumpDatabase(db)).map(([table, text]) => [table, JSON.parse(text)]));

/** What lies on the disk, read past everything of ours. */
async function readRaw(name: string): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const db = await new Dexie(name).open();
  try {
    const rows = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
    return new Map(rows);
  } finally {
    db.close();
  }
}

async function withSealed(steps: readonly Step[], check: (db: Database) => Promise<void>): Promise<void> {
  setSealing(cipher);
  const db = await play(`sealed-${crypto.randomUUID()}`, steps);
  try {
    await check(db);
  } finally {
    await db.delete();
  }
}

describe('a device that keeps its rows closed', () => {
  test('has the same rows, history and figures as one that does not', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(stepsOf(10), async (steps) => {
        // Nothing is closed, and every save goes the same way as where it is.
        setSealing({ open: cipher.open });
        const open = await play(`open-${crypto.randomUUID()}`, steps);
        const wanted = await readAll(open);
        await open.delete();
        await withSealed(steps, async (db) => expect(await readAll(db)).toEqual(wanted));
      }),
      { numRuns: 20 },
    );
  });

  test('has nothing readable on the disk but what indexes are made of', async () => {
    await withSealed(
      Array.from({ length: 12 }, (_, at) => ({ kind: 'log', pick: at, value: at })),
      async (db) => {
        const raw = await readRaw(db.name);
        const names = new Set([...raw].flatMap(([, rows]) => rows.flatMap((row) => Object.keys(row as object))));
        const indexed = db.tables.flatMap(({ schema }) =>
          [schema.primKey, ...schema.indexes].flatMap(({ keyPath }) => keyPath ?? []),
        );
        expect([...names].filter((name) => !indexed.includes(name))).toEqual(['sealed']);
        const rows = [...raw].flatMap(([, all]) => all);
        expect(rows.length).toBeGreaterThan(20);
        expect(rows.every(isSealed)).toBe(true);
      },
    );
  });

  test('gives nothing while nobody has unlocked it, and nothing to another key', async () => {
    await withSealed([], async (db) => {
      setSealing('closed');
      await expect(db.promises.toArray()).rejects.toThrow(DeviceLocked);
      await expect(db.drafts.put({ key: 'a', value: 'b' })).rejects.toThrow(DeviceLocked);
      setSealing(createRowCipher(key.toReversed()));
      await expect(db.promises.toArray()).rejects.toThrow();
      await expect(db.promises.filter(() => true).toArray()).rejects.toThrow();
      setSealing(cipher);
      expect(await db.promises.toArray()).toHaveLength(1);
    });
  });

  test('shows a row that was changed, or put in the place of another', async () => {
    await withSealed([], async (db) => {
      const raw = await new Dexie(db.name).open();
      const [first, second] = (await raw.table('goals').toArray()) as [
        { id: string; sealed: Uint8Array },
        { id: string },
      ];
      await raw.table('goals').put({ ...first, id: second.id });
      raw.close();
      await expect(db.goals.get(second.id)).rejects.toThrow();
      expect((await db.goals.get(first.id))?.id).toBe(first.id);
    });
  });
});
