import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { auditTallies } from '#storage/audit-tallies.ts';
import { checkContents } from '#storage/backup-contents.ts';
import { commitAction } from '#storage/commit-action.ts';
import type { Database } from '#storage/database.ts';
import { readDeviceMeta } from '#storage/device-meta.ts';
import { type Disclosed, listDisclosed, noteDisclosed } from '#storage/disclosures.ts';
import { type Disposal, listDisposals, putDisposal } from '#storage/disposals.ts';
import { putHandoverDevice } from '#storage/handover-notes.ts';
import { joinServer, leaveServer } from '#storage/join-server.ts';
import { getLog } from '#storage/log-rows.ts';
import { countAllLogs } from '#storage/many-logs.ts';
import { replayHistory } from '#storage/replay-history.ts';
import { restoreBackup } from '#storage/restore-backup.ts';
import { previewRestore } from '#storage/restore-plan.ts';
import { readShelf, takeBackRestore, toShelfName } from '#storage/restore-shelf.ts';
import { tryRestore } from '#storage/restore-trial.ts';
import { undoAction, undoBatch } from '#storage/undo.ts';
import { doWork, readContents, toFile } from './backup-ground.ts';
import { dumpDatabase } from './dump-database.ts';
import { injectFaults } from './fault-shim.ts';
import { createStory, createTools, logWrite, toWrites } from './records.ts';
import { openScratch } from './scratch-database.ts';

const tools = createTools(77);

/** The rows that somebody made, whatever else lies there. */
async function readOwn(db: Database) {
  const replayed = await replayHistory(db);
  const examples = (await db.promises.toArray()).filter(({ example }) => example).map(({ id }) => id);
  return Object.fromEntries(
    [...replayed].map(([table, rows]) => [
      table,
      [...rows.values()]
        .filter(({ promiseId }) => !examples.includes(promiseId))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  );
}

describe('a backup', () => {
  it('brings all of it to another device: rows, figures, history, drafts and settings, and no examples', async () => {
    const [db, other] = [openScratch(), openScratch()];
    const { story, example, corrected } = await doWork(db);
    const contents = await readContents(await toFile(db));
    expect((await previewRestore(other, contents)).isEmpty).toBe(true);

    const restored = await restoreBackup(other, contents, { kind: 'add', takeOlder: false }, tools);

    expect(restored).toMatchObject({ logs: 233, changed: 0, skipped: 0, batch: undefined });
    expect(await readOwn(other)).toEqual(await readOwn(db));
    expect(await auditTallies(other)).toMatchObject({ mismatches: [], miscounted: [] });
    expect(await other.goalTotals.bulkGet(story.goals.map(({ id }) => id))).toEqual(
      await db.goalTotals.bulkGet(story.goals.map(({ id }) => id)),
    );
    expect(await other.promises.get(example.promise.id)).toBeUndefined();
    expect((await other.drafts.toArray()).map(({ key }) => key)).toEqual([`log:${story.promise.id}`]);
    expect((await other.settings.get('device'))?.value).toMatchObject({ language: 'en' });
    // Work goes on there: what was done on the first device can be undone on the second.
    expect((await undoAction(other, corrected.id, tools)).kind).toBe('undone');
    expect((await getLog(other, corrected.id))?.replacedBy).toBeDefined();
    await replayHistory(other);
  });

  it('carries nothing of the device itself', async () => {
    const db = openScratch();
    await doWork(db, 3);
    const server = { spaceId: 's', spaceName: 'Rum', userId: 'u', userName: 'Kim', joinedAt: '2026-11-22' };
    const dev = crypto.randomUUID();
    await joinServer(db, { server, dev, known: new Set() }, tools);
    const file = await readContents(await toFile(db));
    const text = JSON.stringify([...file.rows, file.history, file.drafts, file.settings]);

    expect(await readDeviceMeta(db)).toBeDefined();
    expect(text).not.toContain(dev);
    expect(text).not.toContain('userName');
  });

  it('carries what was disposed of and handed out, which only grows, and nothing of handovers', async () => {
    const [db, other] = [openScratch(), openScratch()];
    const { story, example } = await doWork(db, 3);
    const disposal = (promiseId: string): Disposal => ({
      ...{ id: crypto.randomUUID(), promiseId, at: '2029-01-02T08:00:00Z', reach: 'device', decision: 'KS 2026/123' },
      ...{ counts: [{ kind: 'logs', year: '2026', count: 3 }], digest: 'a', archive: 'b' },
      prepared: { function: 'kommunpolis', on: '2029-01-01' },
      approved: { function: 'kommunchef', on: '2029-01-02' },
    });
    const disclosed: Disclosed = {
      ...{ id: crypto.randomUUID(), at: '2029-02-01T08:00:00Z', reference: 'Dnr 1', format: 'html', masked: 2 },
      records: [`promises/${story.promise.id}`],
    };
    const own = disposal(story.promise.id);
    await putDisposal(db, own);
    await putDisposal(db, disposal(example.promise.id));
    await noteDisclosed(db, disclosed);
    await putHandoverDevice(db, { id: 'handover-device', name: 'Surfplattan' });
    const bytes = await toFile(db);
    const contents = await readContents(bytes);
    expect(JSON.stringify({ ...contents, rows: [...contents.rows] })).not.toContain('Surfplattan');

    const before = { ...disposal(story.newId()), at: '2028-01-02T08:00:00Z' };
    await putDisposal(other, before);
    await restoreBackup(other, contents, { kind: 'replace' }, tools);
    expect(await listDisposals(other)).toEqual([own, before]);
    expect(await listDisclosed(other)).toEqual([disclosed]);
    await takeBackRestore(other);
    expect(await listDisposals(other)).toEqual([own, before]);
    expect((await other.meta.toArray()).filter(({ key }) => key.startsWith('handover/'))).toEqual([]);
  });

  it('is refused when it keeps account of what is no account', async () => {
    const check = checkContents({ format: 'backup', schema: undefined, history: 'partial' });
    check.take('registers', [{ key: 'device/server', value: { id: crypto.randomUUID() } }]);
    expect(check.finish()).toMatchObject({ kind: 'fault', fault: { table: 'registers', rule: 'not-a-row' } });
  });

  it('that was restored leaves nothing beside the database when the device is emptied', async () => {
    const [db, other] = [openScratch(), openScratch()];
    await doWork(db, 3);
    await restoreBackup(other, await readContents(await toFile(db)), { kind: 'add', takeOlder: false }, tools);
    expect(await readShelf(other)).toBeDefined();
    await leaveServer(other, { keep: false });
    expect(await Dexie.exists(toShelfName(other.name))).toBe(false);
  });

  it('can be read back in a database of its own, which is gone afterwards', async () => {
    const db = openScratch();
    const { story, tools: own } = await doWork(db);
    const contents = await readContents(await toFile(db));
    const before = await dumpDatabase(db);

    expect(await tryRestore(db, contents, tools)).toEqual({
      promises: 1,
      logs: 233,
      goals: 3,
      unlikeFile: 0,
      sameAsHere: 3,
      goneOnHere: 0,
    });
    expect(await dumpDatabase(db)).toEqual(before);
    expect((await indexedDB.databases()).some(({ name }) => name?.endsWith('-trial'))).toBe(false);
    await commitAction(db, { label: 'log-created', writes: [logWrite(story.log())] }, own);
    expect(await tryRestore(db, contents, tools)).toMatchObject({ sameAsHere: 2, goneOnHere: 1 });
  });
});

describe('a restore', () => {
  it('replaces everything, and is taken back to the last byte', async () => {
    const [db, other] = [openScratch(), openScratch()];
    await doWork(db);
    const contents = await readContents(await toFile(db));
    const theirs = createStory(9500);
    await commitAction(other, { label: 'record-created', writes: toWrites(theirs) }, tools);
    await commitAction(other, { label: 'log-created', writes: [logWrite(theirs.log())] }, tools);
    const before = await dumpDatabase(other, ['meta']);

    await restoreBackup(other, contents, { kind: 'replace' }, tools);
    expect(await other.promises.get(theirs.promise.id)).toBeUndefined();
    expect(await readOwn(other)).toEqual(await readOwn(db));
    expect(await readShelf(other)).toBeDefined();

    expect(await takeBackRestore(other)).toBe(true);
    expect(await dumpDatabase(other, ['meta'])).toEqual(before);
    expect(await auditTallies(other)).toMatchObject({ mismatches: [], miscounted: [] });
    expect(await readShelf(other)).toBeUndefined();
    expect(await takeBackRestore(other)).toBe(false);
  });

  it('adds what is missing, takes what is newer, and leaves what is newer here unless it is asked for', async () => {
    const db = openScratch();
    const { story, tools: own } = await doWork(db, 5);
    const contents = await readContents(await toFile(db));
    const [goal, other, third] = story.goals;
    const change = async (id: string, text: string) =>
      commitAction(
        db,
        { label: 'record-changed', writes: [{ kind: 'set', table: 'goals', id, fields: { text } }] },
        own,
      );
    await change(goal.id, 'Nyare här');
    const added = story.log();
    await commitAction(db, { label: 'log-created', writes: [logWrite(added)] }, own);
    const rows = new Map(contents.rows);
    const lateText = {
      ...(rows.get('goals') ?? []).find(({ id }) => id === other.id),
      text: 'Nyare i filen',
      updatedAt: '2027-01-01T00:00:00Z',
    };
    const newLog = story.log({ note: 'Bara i filen' });
    rows.set('goals', [...(rows.get('goals') ?? []).filter(({ id }) => id !== other.id), lateText as never]);
    rows.set('progressLogs', [...(rows.get('progressLogs') ?? []), newLog as never]);
    const changed = { ...contents, rows };

    const goals = (await previewRestore(db, changed)).differences.find(({ table }) => table === 'goals');
    expect(goals?.different.map(({ newer, fields }) => [newer, fields])).toEqual([
      ['here', ['text']],
      ['in-file', ['text']],
    ]);
    await restoreBackup(db, changed, { kind: 'add', takeOlder: false }, own);

    expect((await db.goals.bulkGet([goal.id, other.id, third.id])).map((row) => row?.text)).toEqual([
      'Nyare här',
      'Nyare i filen',
      'Mål 5',
    ]);
    expect(await getLog(db, newLog.id)).toMatchObject({ note: 'Bara i filen' });
    expect(await getLog(db, added.id)).toBeDefined();
    expect(await auditTallies(db)).toMatchObject({ mismatches: [], miscounted: [] });
    await replayHistory(db);
    await restoreBackup(db, changed, { kind: 'add', takeOlder: true }, own);
    expect((await db.goals.get(goal.id))?.text).toBe('Mål 3');
  });

  it('changes nothing the second time', async () => {
    const db = openScratch();
    await doWork(db, 5);
    const contents = await readContents(await toFile(db));
    const before = await dumpDatabase(db, ['meta']);

    const again = await restoreBackup(db, contents, { kind: 'add', takeOlder: true }, tools);

    expect(again).toMatchObject({ added: 0, changed: 0 });
    expect(await dumpDatabase(db, ['meta'])).toEqual(before);
  });

  it('becomes ordinary changes where a server was joined: they wait to be sent, and are undone as one', async () => {
    const [db, other] = [openScratch(), openScratch()];
    const { story } = await doWork(db, 5);
    const contents = await readContents(await toFile(db));
    const server = { spaceId: 's', spaceName: 'Rum', userId: 'u', userName: 'Kim', joinedAt: '2026-11-22' };
    await joinServer(other, { server, dev: crypto.randomUUID(), known: new Set() }, tools);

    const { batch, added } = await restoreBackup(other, contents, { kind: 'add', takeOlder: false }, tools);

    expect(await countAllLogs(other)).toBe(8);
    expect(await other.outbox.count()).toBe(added);
    expect(await readShelf(other)).toBeUndefined();
    await expect(restoreBackup(other, contents, { kind: 'replace' }, tools)).rejects.toThrow();
    expect((await undoBatch(other, batch ?? '', tools)).kind).toBe('undone');
    expect((await other.promises.get(story.promise.id))?.deletedAt).toBeDefined();
  });

  it('leaves every byte where it was when any write fails', { timeout: 240_000 }, async () => {
    const [db, other] = [openScratch(), openScratch()];
    await doWork(db);
    const contents = await readContents(await toFile(db));
    const theirs = createStory(9500);
    const faults = injectFaults(other);
    await commitAction(other, { label: 'record-created', writes: toWrites(theirs) }, tools);
    await commitAction(other, { label: 'log-created', writes: [logWrite(theirs.log())] }, tools);
    const before = await dumpDatabase(other);
    for (const way of [{ kind: 'replace' }, { kind: 'add', takeOlder: true }] as const) {
      faults.arm();
      await restoreBackup(other, contents, way, tools);
      const { writes } = faults;
      expect(writes).toBeGreaterThan(10);
      faults.arm();
      await takeBackRestore(other);
      await other.meta.delete('backup/restored');
      expect(await dumpDatabase(other)).toEqual(before);
      for (let at = 1; at <= writes; at += 1) {
        const how = at % 2 === 0 ? 'throw' : 'abort';
        faults.arm({ at, when: 'after', name: 'QuotaExceededError', how, lasts: true });
        const outcome = await restoreBackup(other, contents, way, tools).catch(
          (error: { kind?: string }) => error.kind,
        );
        expect({ at, how, way: way.kind, outcome }).toMatchObject({
          outcome: expect.stringMatching(/^(quota|closed)$/),
        });
        expect(await dumpDatabase(other)).toEqual(before);
      }
    }
  });
});
