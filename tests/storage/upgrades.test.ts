/** Every released version of the storage is opened by today's code, and nothing that somebody saved is lost on the way. */
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { auditTallies } from '#storage/audit-tallies.ts';
import { type Database, openDatabase, schemaNumber } from '#storage/database.ts';
import { readDraft } from '#storage/drafts.ts';
import { readSettings } from '#storage/settings.ts';
import { undoAction } from '#storage/undo.ts';
import { guardUpgrades } from '#storage/upgrade-opening.ts';
import { createUpgradeKeeper, forgetOldSnapshot, toSnapshotName } from '#storage/upgrade-snapshot.ts';
import { type GoldenDump, releasedSchemas } from './golden/golden-schemas.ts';
import { makeGolden } from './golden/make-golden.ts';
import version1 from './golden/version-1.json' with { type: 'json' };
import version2 from './golden/version-2.json' with { type: 'json' };
import version3 from './golden/version-3.json' with { type: 'json' };
import version4 from './golden/version-4.json' with { type: 'json' };
import version5 from './golden/version-5.json' with { type: 'json' };
import { createTools } from './records.ts';
import { openScratch } from './scratch-database.ts';

const corpus = [version1, version2, version3, version4, version5] as unknown as readonly GoldenDump[];

const names: string[] = [];
afterEach(async () => {
  for (const name of names.splice(0)) {
    await Dexie.delete(name);
    await Dexie.delete(toSnapshotName(name));
  }
});

const nameOne = () => {
  const name = `upgrade-${crypto.randomUUID()}`;
  names.push(name);
  return name;
};

/** A device as a released version left it. */
async function layDown({ version, rows }: GoldenDump): Promise<string> {
  const name = nameOne();
  const old = new Dexie(name);
  old.version(version).stores({ ...releasedSchemas[version] });
  await old.open();
  for (const [table, own] of Object.entries(rows)) await old.table(table).bulkAdd([...own]);
  old.close();
  return name;
}

const readAll = async (db: Dexie, tables: readonly string[]) =>
  Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await db.table(table).toArray()] as const)));

/** Packs are texts from version 5 on, and logs to whoever reads them. */
const openTexts = (rows: GoldenDump['rows']): GoldenDump['rows'] => {
  const open = (row: unknown) =>
    Object.fromEntries(
      Object.entries(row as object).map(([field, value]) => [
        field,
        (field === 'logs' || field === 'places') && typeof value === 'string' ? JSON.parse(value) : value,
      ]),
    );
  const { logPacks, packPlaces } = rows;
  if (logPacks === undefined || packPlaces === undefined) return rows;
  return { ...rows, logPacks: logPacks.map(open), packPlaces: packPlaces.map(open) };
};

const readSum = async (db: Database, goalId: string) =>
  ((await db.goalTotals.get(goalId))?.tally as { readonly sum?: number } | undefined)?.sum;

describe.each(corpus)('a device of version $version', (golden) => {
  test('keeps every row, figure and undo', async () => {
    const db = openDatabase({ name: await layDown(golden) });
    expect(await readAll(db, Object.keys(golden.rows))).toEqual(openTexts(golden.rows));
    expect(await readSum(db, golden.goalId)).toBe(golden.sum);
    expect(await auditTallies(db)).toMatchObject({ mismatches: [], miscounted: [] });
    expect(await readDraft(db, 'log')).toEqual({ note: 'halvvägs' });
    expect(await readSettings(db)).toMatchObject({ theme: 'dark' });
    const before = (await db.goals.get(golden.goalId))?.text;
    expect(await undoAction(db, golden.change, createTools(77))).toMatchObject({ kind: 'undone' });
    expect((await db.goals.get(golden.goalId))?.text).not.toBe(before);
    expect(await auditTallies(db)).toMatchObject({ mismatches: [], miscounted: [] });
    db.close();
  });

  test('is copied first where its schema changes, and only there', async () => {
    const name = await layDown(golden);
    const db = openDatabase({ name });
    await db.open();
    db.close();
    expect(await Dexie.exists(toSnapshotName(name))).toBe(golden.version < schemaNumber);
  });

  test('has what its version has, and today’s work fills it as it did then', async () => {
    const made = await makeGolden(openScratch(), golden.version);
    expect(Object.keys(made.rows)).toEqual(Object.keys(golden.rows));
    for (const [table, rows] of Object.entries(made.rows)) expect(rows).toHaveLength(golden.rows[table]?.length ?? -1);
  });
});

/** A later version of ours that goes wrong: it takes away what it should have left alone. */
function openCareless(name: string, onUndone: (tables: readonly string[]) => void): Dexie {
  const load = async () => createUpgradeKeeper({ factory: indexedDB, name, onUndone });
  const db = new Dexie(name, { indexedDB: guardUpgrades(indexedDB, load) });
  for (const version of [1, 2, 3, 4, 5] as const) db.version(version).stores({ ...releasedSchemas[version] });
  db.version(6)
    .stores({ later: 'id' })
    .upgrade(async (transaction) => {
      await transaction.table('goals').clear();
      await transaction
        .table('progressLogs')
        .toCollection()
        .modify((log: { date: string }) => {
          log.date = '2000-01-01';
        });
    });
  return db;
}

describe('an upgrade that changes what it must not', () => {
  test.each(corpus)('is taken back from version $version: every row is as it was, and it is said', async (golden) => {
    const name = await layDown(golden);
    let told: readonly string[] = [];
    const db = openCareless(name, (tables) => {
      told = tables;
    });
    await db.open();
    expect(db.backendDB().version).toBe(60);
    expect(await readAll(db, Object.keys(golden.rows))).toEqual(golden.rows);
    expect([...told].sort()).toEqual(['goals', 'progressLogs']);
    expect(await Dexie.exists(toSnapshotName(name))).toBe(true);
    db.close();
  });

  test('is not begun where the copy cannot be made, and the device is as it was', async () => {
    const name = await layDown(version1 as unknown as GoldenDump);
    const load = async () => ({
      keep: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
      settle: async () => undefined,
    });
    const db = new Dexie(name, { indexedDB: guardUpgrades(indexedDB, load) });
    for (const version of [1, 2] as const) db.version(version).stores({ ...releasedSchemas[version] });
    await expect(db.open()).rejects.toMatchObject({ name: 'QuotaExceededError' });
    db.close();
    const old = new Dexie(name);
    await old.open();
    expect(old.verno).toBe(1);
    expect(await readAll(old, Object.keys(version1.rows))).toEqual(version1.rows);
    old.close();
  });
});

describe('a copy from before an upgrade', () => {
  test('stays a week from when it was first looked at', async () => {
    const name = await layDown(version1 as unknown as GoldenDump);
    const db = openDatabase({ name });
    await db.open();
    db.close();
    const day = 86_400_000;
    for (const at of [1000 * day, 1003 * day]) {
      await forgetOldSnapshot(indexedDB, name, at);
      expect(await Dexie.exists(toSnapshotName(name))).toBe(true);
    }
    await forgetOldSnapshot(indexedDB, name, 1008 * day);
    expect(await Dexie.exists(toSnapshotName(name))).toBe(false);
  });

  test('is made of nothing where there is none', async () => {
    const name = nameOne();
    await forgetOldSnapshot(indexedDB, name, 5);
    expect(await Dexie.exists(toSnapshotName(name))).toBe(false);
  });
});
