/** Every kind of write, stopped at every step: what is stored is what was before, or all of it, and nothing between. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Database } from '#storage/database.ts';
import { discardDraft, readDraft, saveDraft, settleDraft } from '#storage/drafts.ts';
import { dumpDatabase } from './dump-database.ts';
import { type Ground, layGround, type WriteKind, writeKinds } from './failures-kinds.ts';
import type { Fault } from './fault-shim.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

type Rows = ReadonlyMap<string, readonly unknown[]>;

const readRows = async (db: Database): Promise<Rows> =>
  new Map(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const)));

const putBack = (db: Database, rows: Rows) =>
  db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) {
      await table.clear();
      await table.bulkPut([...(rows.get(table.name) ?? [])]);
    }
  });

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const instant = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** Equal for databases that differ in nothing but which fresh ids, instants and numbers were handed out. */
async function tellApart(db: Database): Promise<string> {
  let text = JSON.stringify(await dumpDatabase(db));
  for (const pattern of [uuid, instant]) {
    const names = new Map<string, string>();
    for (const [found] of text.matchAll(pattern))
      names.set(found, names.get(found) ?? `${names.size}`.padStart(4, '0'));
    text = text.replaceAll(pattern, (found) => `<${names.get(found)}>`);
  }
  // Numbers of history that a failed try has used up are not used again.
  return text.replaceAll(/\\"n\\": \d+/g, '"n"');
}

async function prepare(kind: WriteKind): Promise<Ground & { readonly rows: Rows }> {
  const ground = await layGround(kind.isJoined);
  opened.push(ground.db);
  await kind.prepare?.(ground);
  return { ...ground, rows: await readRows(ground.db) };
}

/** What the write leaves when nothing fails, and how many steps it takes. */
async function playUnharmed(kind: WriteKind) {
  const ground = await prepare(kind);
  const before = await dumpDatabase(ground.db);
  ground.faults.arm();
  await kind.act(ground);
  const steps = ground.faults.writes;
  const after = await tellApart(ground.db);
  await putBack(ground.db, ground.rows);
  expect(await dumpDatabase(ground.db)).toEqual(before);
  return { ground, before, after, steps };
}

const full: readonly Omit<Fault, 'at'>[] = [
  { when: 'before', name: 'QuotaExceededError' },
  { when: 'after', name: 'QuotaExceededError' },
];
const passing: readonly Omit<Fault, 'at'>[] = [
  { when: 'after', name: 'UnknownError', how: 'lose' },
  { when: 'before', name: 'UnknownError', how: 'lose' },
  { when: 'after', name: 'AbortError', how: 'abort' },
  { when: 'after', name: 'UnknownError', how: 'throw' },
];

/** All of them in Node; a browser, which puts each on a real disk, takes the first, the last and some between. */
const listSteps = (steps: number): readonly number[] =>
  Array.from({ length: steps }, (_, index) => index + 1).filter(
    (at) => !('document' in globalThis) || at === steps || at % 8 === 1,
  );

describe.each(writeKinds)('$name', (kind) => {
  test('on a device that is full at any step is not stored at all', async () => {
    const { ground, before, steps } = await playUnharmed(kind);
    const { db, faults } = ground;
    expect(steps).toBeGreaterThan(0);
    for (const at of listSteps(steps)) {
      for (const fault of full) {
        faults.arm({ ...fault, at });
        const acting = kind.act(ground);
        await expect(acting, `step ${at}`).rejects.toMatchObject({ name: 'StorageFailure', kind: 'quota' });
        faults.arm();
        expect(await dumpDatabase(db), `step ${at}`).toEqual(before);
      }
    }
  });

  test('that is cut off at any step is whole afterwards', async () => {
    const { ground, after, steps } = await playUnharmed(kind);
    const { db, faults, rows } = ground;
    for (const at of listSteps(steps)) {
      for (const fault of passing) {
        faults.arm({ ...fault, at });
        await kind.act(ground);
        expect(faults.writes, `step ${at}`).toBeGreaterThan(steps);
        faults.arm();
        expect(await tellApart(db), `step ${at}, ${fault.how} ${fault.when}`).toBe(after);
        await putBack(db, rows);
      }
    }
  });

  test('that is cut off again and again says so, and is not stored at all', async () => {
    const { ground, before, steps } = await playUnharmed(kind);
    const { db, faults } = ground;
    for (const at of listSteps(steps)) {
      for (const fault of passing) {
        faults.arm({ ...fault, at, lasts: true });
        const acting = kind.act(ground);
        await expect(acting, `step ${at}`).rejects.toMatchObject({ name: 'StorageFailure', kind: 'closed' });
        faults.arm();
        expect(await dumpDatabase(db), `step ${at}, ${fault.how} ${fault.when}`).toEqual(before);
      }
    }
  });
});

describe('what is being typed', () => {
  test.each([...full, ...passing])('is in memory when %o, and on the disk with the next letter', async (fault) => {
    const { db, faults } = await prepare({ name: '', act: async () => undefined });
    faults.arm({ ...fault, at: 1 });
    saveDraft(db, 'log', { note: 'nästan klart' });
    await settleDraft(db, 'log');
    expect(await readDraft(db, 'log')).toEqual({ note: 'nästan klart' });
    const either = [{ note: 'nästan klar' }, { note: 'nästan klart' }];
    expect(either).toContainEqual((await db.drafts.get('log'))?.value);
    saveDraft(db, 'log', { note: 'nästan klart.' });
    await settleDraft(db, 'log');
    expect((await db.drafts.get('log'))?.value).toEqual({ note: 'nästan klart.' });
  });

  test.each([...full, ...passing])('is there or gone when it is thrown away and %o', async (fault) => {
    const { db, faults } = await prepare({ name: '', act: async () => undefined });
    faults.arm({ ...fault, at: 1 });
    await discardDraft(db, 'log').catch(() => undefined);
    faults.arm();
    expect([undefined, { note: 'nästan klar' }]).toContainEqual((await db.drafts.get('log'))?.value);
  });
});
