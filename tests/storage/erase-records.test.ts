import { describe, expect, test } from 'vitest';
import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import type { RetentionRule } from '#domain/records/retention.ts';
import { retentionKinds } from '#domain/records/retention.ts';
import { planRetention } from '#domain/retention/plan-retention.ts';
import { auditTallies } from '#storage/audit-tallies.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import type { Database } from '#storage/database.ts';
import { type Disposal, listDisposals } from '#storage/disposals.ts';
import { saveDraft, settleDraft } from '#storage/drafts.ts';
import { eraseRecords } from '#storage/erase-records.ts';
import { readGoalTotal } from '#storage/goal-totals.ts';
import { readHistoryPage } from '#storage/history.ts';
import { putJoinedServer } from '#storage/joined-server.ts';
import { putPacks } from '#storage/log-packs.ts';
import { readRetentionRows } from '#storage/retention-rows.ts';
import { createLogSearch } from '#storage/search-logs.ts';
import { saveSettings } from '#storage/settings.ts';
import { undoAction } from '#storage/undo.ts';
import { dumpDatabase } from './dump-database.ts';
import { createStory, createTools, logWrite, type Story, toWrites } from './records.ts';
import { openScratch } from './scratch-database.ts';

const canary = 'Kanariefågel';
const rules: readonly RetentionRule[] = retentionKinds.map((kind) => ({
  ...{ kind, action: 'dispose', years: 2, decision: 'KS 2026/123', decidedOn: '2026-02-01' },
}));

const toDisposal = (promiseId: string): Disposal => ({
  ...{ id: 'd-1', promiseId, at: '2029-01-02T08:00:00Z', reach: 'device', decision: 'KS 2026/123' },
  ...{ counts: [{ kind: 'logs', year: '2026', count: 3 }], digest: 'a', archive: 'b' },
  prepared: { function: 'kommunpolis', on: '2029-01-01' },
  approved: { function: 'kommunchef', on: '2029-01-02' },
});

/** A promise full of canaries, another beside it, and what a device keeps of both. */
async function fill(db: Database) {
  const tools = createTools();
  const story = createStory(100, { title: `${canary} titel`, originalText: `${canary} text` });
  const beside = createStory(200, { title: 'Står kvar' });
  const save = (...writes: readonly Write[]) =>
    commitAction(db, { label: 'record-created', writes: [...writes] }, tools);
  await save(...toWrites(story));
  await save(...toWrites(beside));
  const [first, second] = [story.log({ note: `${canary} ett` }), story.log({ note: `${canary} två`, place: canary })];
  await save(logWrite(first));
  await save(logWrite(second), logWrite(beside.log({ note: 'Grannens' })));
  const correction = await save(logWrite(story.log({ corrects: first.id, note: `${canary} rättad` })));
  const comment = toComment(story, `${canary} kommentar`);
  await save({ kind: 'create', table: 'comments', record: comment });
  const changed = await save({
    kind: 'set',
    table: 'comments',
    id: comment.id,
    fields: { text: `${canary} ändrad kommentar` },
  });
  await save({ kind: 'set', table: 'goals', id: story.goals[0].id, fields: { text: `${canary} mål` } });
  await undoAction(db, correction.tx, tools);
  saveDraft(db, 'log', { activityIds: [story.activities[0].id], note: `${canary} utkast` });
  saveDraft(db, 'other', { note: 'Grannens utkast', promiseId: beside.promise.id });
  await Promise.all([settleDraft(db, 'log'), settleDraft(db, 'other')]);
  await saveSettings(db, { currentPromiseId: story.promise.id, pinnedActivityIds: [story.activities[0].id] });
  return { story, beside, comment, changed, save, tools };
}

const toComment = ({ promise, newId }: Story, text: string) => ({
  ...{ id: newId(), promiseId: promise.id, createdAt: promise.createdAt, updatedAt: promise.updatedAt },
  ...{ ref: { table: 'promises' as const, id: promise.id }, text, date: '2026-04-01' },
  byPartyId: promise.parties[0]?.id ?? '',
});

async function erase(db: Database, { promise }: Story, keys: readonly RowKey[], draftKeys: readonly string[] = []) {
  const disposal = toDisposal(promise.id);
  return eraseRecords(db, { promiseId: promise.id, keys, draftKeys, disposal, revision: 'never-before' });
}

const dumpText = async (db: Database) => JSON.stringify(await dumpDatabase(db));

describe('disposing of records', () => {
  test('leaves nothing of a whole promise anywhere in the database, and everything of the other one', async () => {
    const db = openScratch();
    const { story, beside } = await fill(db);
    expect((await dumpText(db)).split(canary).length).toBeGreaterThan(10);
    const read = await readRetentionRows(db, story.promise.id);
    if (!read) throw new Error('no rows');
    const plan = planRetention({ promise: story.promise, ...read, rules, today: '2029-01-01' });
    expect(plan.isWhole).toBe(true);
    expect(plan.draftKeys).toEqual(['log']);

    const erased = await erase(db, story, plan.due, plan.draftKeys);

    expect(erased).toEqual({ kind: 'erased', rows: plan.due.length, drafts: 1 });
    const left = await dumpText(db);
    expect(left).not.toContain(canary);
    expect(left).toContain('Grannens');
    expect(left).toContain('Grannens utkast');
    expect(await db.promises.toCollection().primaryKeys()).toEqual([beside.promise.id]);
    expect(await createLogSearch(db).find(canary.toLowerCase())).toEqual([]);
    expect(await auditTallies(db)).toMatchObject({ goals: 3, mismatches: [], miscounted: [] });
    expect(await readRetentionRows(db, story.promise.id)).toBeUndefined();
  });

  test('is told in the log of disposals: decision, functions and counts, and never what it said', async () => {
    const db = openScratch();
    const { story } = await fill(db);
    await erase(db, story, [toRowKey('promises', story.promise.id)]);
    expect(await listDisposals(db, story.promise.id)).toEqual([toDisposal(story.promise.id)]);
    expect(await listDisposals(db, 'another')).toEqual([]);
  });

  test('takes some logs and counts the goals from what is left', async () => {
    const db = openScratch();
    const { story } = await fill(db);
    const keys = (
      await db.progressLogs
        .where('[promiseId+date]')
        .between([story.promise.id, ''], [story.promise.id, '\uffff'])
        .primaryKeys()
    ).map((id) => toRowKey('progressLogs', id));
    expect(keys.length).toBeGreaterThan(3);
    const found = createLogSearch(db);
    expect(await found.find(canary.toLowerCase(), { promiseId: story.promise.id })).not.toEqual([]);
    await erase(db, story, keys);
    expect(await readGoalTotal(db, story.goals[0].id)).toEqual({});
    expect(await auditTallies(db)).toMatchObject({ mismatches: [], miscounted: [] });
    expect(await found.find(canary.toLowerCase(), { promiseId: story.promise.id })).toEqual([]);
    expect(await db.promises.get(story.promise.id)).toBeDefined();
    const { entries } = await readHistoryPage(db, { promiseId: story.promise.id });
    expect(entries.length).toBeGreaterThan(3);
  });

  test('keeps that something was done and not what, and undo brings nothing of it back', async () => {
    const db = openScratch();
    const { story, comment, changed, tools } = await fill(db);
    await erase(db, story, [toRowKey('comments', comment.id)]);
    const rows = await db.history.where('entities').equals(comment.id).toArray();
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(canary);
    expect(rows.flatMap(({ changes }) => changes).every((change) => !('f' in change) && !('before' in change))).toBe(
      true,
    );
    await undoAction(db, changed.tx, tools);
    expect(await db.comments.get(comment.id)).toBeUndefined();
  });

  test('reaches into packs', async () => {
    const db = openScratch();
    const { story } = await fill(db);
    const packed = [story.log({ note: `${canary} packad` }), story.log({ note: 'Granne i packen' })];
    await db.transaction('rw', db.tables, () => putPacks(db, story.promise.id, packed));
    await erase(db, story, [toRowKey('progressLogs', packed[0]?.id ?? '')]);
    const left = await dumpText(db);
    expect(left).not.toContain(`${canary} packad`);
    expect(left).toContain('Granne i packen');
    expect(await db.logPacks.count()).toBe(0);
  });

  test('does nothing where others have the records too', async () => {
    const db = openScratch();
    const { story } = await fill(db);
    await putJoinedServer(db, {
      ...{ spaceId: 's', spaceName: 'Exempelby', userId: 'u', userName: 'Bo', joinedAt: '2026-01-01T00:00:00Z' },
    });
    const before = await dumpText(db);
    expect(await erase(db, story, [toRowKey('promises', story.promise.id)])).toEqual({ kind: 'shared' });
    expect(await dumpText(db)).toBe(before);
  });
});
