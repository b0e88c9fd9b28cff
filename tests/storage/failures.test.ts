import { afterEach, describe, expect, test } from 'vitest';
import { auditTallies } from '#storage/audit-tallies.ts';
import { commitAction } from '#storage/commit-action.ts';
import { type Database, openDatabase } from '#storage/database.ts';
import { readDraft, saveDraft, settleDraft } from '#storage/drafts.ts';
import { readLog } from '#storage/progress-logs.ts';
import { removeExamples } from '#storage/remove-examples.ts';
import { StorageFailure, toStorageFailure } from '#storage/storage-failure.ts';
import { undoAction } from '#storage/undo.ts';
import { dumpDatabase } from './dump-database.ts';
import { failAtCommit, injectFaults } from './fault-shim.ts';
import { createStory, createTools, logWrite, toWrites } from './records.ts';

const opened: Database[] = [];

async function startFaulty() {
  const db = openDatabase({ name: `faulty-${crypto.randomUUID()}` });
  opened.push(db);
  const faults = injectFaults(db);
  const story = createStory(9000, { example: 'promise' });
  const tools = createTools();
  await commitAction(db, { label: 'examples-taken', writes: toWrites(story) }, tools);
  const log = story.log();
  await commitAction(db, { label: 'log-created', writes: [logWrite(log)] }, tools);
  return { db, faults, story, tools, log };
}
type Faulty = Awaited<ReturnType<typeof startFaulty>>;

afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

const actions: readonly (readonly [name: string, act: (faulty: Faulty) => Promise<unknown>])[] = [
  [
    'a log with its draft',
    ({ db, story, tools }) =>
      commitAction(db, { label: 'log-created', writes: [logWrite(story.log())], draftKey: 'log' }, tools),
  ],
  [
    'a correction',
    ({ db, story, tools, log }) =>
      commitAction(
        db,
        {
          label: 'log-corrected',
          writes: [logWrite(story.log({ corrects: log.id, date: '2026-05-01' }))],
          draftKey: 'log',
        },
        tools,
      ),
  ],
  [
    'a changed goal',
    ({ db, story, tools }) =>
      commitAction(
        db,
        {
          label: 'goal-changed',
          writes: [
            { kind: 'set', table: 'goals', id: story.goals[0].id, fields: { additionalOnly: true, text: 'Nytt' } },
          ],
          draftKey: 'log',
        },
        tools,
      ),
  ],
  ['an undo', ({ db, tools, log }) => undoAction(db, log.id, tools)],
  ['removing the examples', ({ db }) => removeExamples(db)],
];

/** How many writes the action makes when nothing fails, and how many rows there are then. */
async function playUnharmed(act: (faulty: Faulty) => Promise<unknown>) {
  const faulty = await startFaulty();
  faulty.faults.arm();
  await act(faulty);
  return { writes: faulty.faults.writes, rows: await countRows(faulty.db) };
}

const countRows = (db: Database) =>
  Promise.all(db.tables.map(async (table) => [table.name, await table.count()] as const));

describe.each(actions)('%s', (_name, act) => {
  test('that fails at any write, before or after it, is not stored at all, and the draft is as it was', async () => {
    const { writes } = await playUnharmed(act);
    expect(writes).toBeGreaterThan(2);
    const faulty = await startFaulty();
    await keepDraft(faulty.db);
    const before = await dumpDatabase(faulty.db);
    for (let at = 1; at <= writes; at++) {
      for (const when of ['before', 'after'] as const) {
        faulty.faults.arm({ at, when, name: 'QuotaExceededError' });
        await expect(act(faulty)).rejects.toMatchObject({ name: 'StorageFailure', kind: 'quota' });
        faulty.faults.arm();
        expect(await dumpDatabase(faulty.db)).toEqual(before);
        expect(await readDraft(faulty.db, 'log')).toEqual({ note: 'nästan klar' });
      }
    }
  });

  test('that loses the database at any write is done again from its beginning, once', async () => {
    const unharmed = await playUnharmed(act);
    for (let at = 1; at <= unharmed.writes; at++) {
      const { db, ...faulty } = await startFaulty();
      faulty.faults.arm({ at, when: 'after', name: 'UnknownError' });
      await act({ db, ...faulty });
      expect(faulty.faults.writes).toBeGreaterThanOrEqual(at + unharmed.writes);
      expect(await countRows(db)).toEqual(unharmed.rows);
      expect(await auditTallies(db)).toMatchObject({ mismatches: [], miscounted: [] });
    }
  });
});

async function keepDraft(db: Database) {
  saveDraft(db, 'log', { note: 'nästan klar' });
  await settleDraft(db, 'log');
}

describe('a database that stays closed', () => {
  test('is told, and nothing is stored', async () => {
    const { db, story, tools } = await startFaulty();
    db.use({
      stack: 'dbcore',
      name: 'gone',
      create: (core) => ({
        ...core,
        transaction: () => {
          throw new DOMException('gone', 'InvalidStateError');
        },
      }),
    });
    db.close();
    await db.open();
    const log = story.log();
    const saving = commitAction(db, { label: 'log-created', writes: [logWrite(log)] }, tools);
    await expect(saving).rejects.toMatchObject({ name: 'StorageFailure', kind: 'closed' });
    db.unuse({ stack: 'dbcore', name: 'gone' });
    db.close();
    await db.open();
    expect(await readLog(db, log.id)).toBeUndefined();
  });

  test('is opened again when the browser has closed it behind the app’s back', async () => {
    const { db, story, tools } = await startFaulty();
    db.backendDB().close();
    const log = story.log();
    await commitAction(db, { label: 'log-created', writes: [logWrite(log)] }, tools);
    expect(await readLog(db, log.id)).toEqual(log);
  });
});

describe('a full device', () => {
  test('keeps what is typed in memory, and stores it once there is room', async () => {
    const { db, faults } = await startFaulty();
    faults.arm({ at: 1, when: 'before', name: 'QuotaExceededError' });
    saveDraft(db, 'log', { note: 'a' });
    await settleDraft(db, 'log');
    expect(await db.drafts.count()).toBe(0);
    expect(await readDraft(db, 'log')).toEqual({ note: 'a' });
    saveDraft(db, 'log', { note: 'ab' });
    await settleDraft(db, 'log');
    expect((await db.drafts.get('log'))?.value).toEqual({ note: 'ab' });
  });
});

describe('a device that turns out to be full when a log is put on disk', () => {
  test('stores nothing of it, says so, and stores it once there is room', async () => {
    const { db, story, tools } = await startFaulty();
    await keepDraft(db);
    const before = await dumpDatabase(db);
    const save = { label: 'log-created', writes: [logWrite(story.log())], draftKey: 'log' } as const;
    const mend = failAtCommit(db, 'QuotaExceededError');
    await expect(commitAction(db, save, tools)).rejects.toMatchObject({ name: 'StorageFailure', kind: 'quota' });
    mend();
    expect(await dumpDatabase(db)).toEqual(before);
    await commitAction(db, save, tools);
    expect(await readDraft(db, 'log')).toBeUndefined();
    expect(await auditTallies(db)).toMatchObject({ mismatches: [], miscounted: [] });
  });
});

describe('words for failures', () => {
  const named = (name: string, inner?: unknown) => Object.assign(new Error(name), { name, inner });

  test.each([
    [named('QuotaExceededError'), 'quota'],
    [named('AbortError', named('QuotaExceededError')), 'quota'],
    [named('DatabaseClosedError', named('VersionError')), 'outdated'],
    [named('DatabaseClosedError'), 'closed'],
    [named('UnknownError'), 'closed'],
    [named('AbortError'), 'closed'],
    [new DOMException('', 'InvalidStateError'), 'closed'],
    [named('BlockedError'), 'blocked'],
    [named('BulkError', named('ConstraintError')), 'fault'],
    [named('PrematureCommitError'), 'fault'],
    [new StorageFailure('blocked'), 'blocked'],
  ])('%s is %s', (error, kind) => {
    expect(toStorageFailure(error)?.kind).toBe(kind);
  });

  test.each([[new TypeError('a fault of the program')], [undefined], ['text'], [{ name: 7 }]])(
    '%s did not come from storage',
    (error) => {
      expect(toStorageFailure(error)).toBeUndefined();
    },
  );
});
