/** Every kind of write that the app makes, on a device where each of them has something to do. */
import type { DeviceChanges } from '#domain/delivery/device-state.ts';
import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import type { TableName } from '#domain/records/tables.ts';
import { auditTallies } from '#storage/audit-tallies.ts';
import type { BackupContents } from '#storage/backup-contents.ts';
import { type Action, commitAction, type Write } from '#storage/commit-action.ts';
import { type Database, openDatabase } from '#storage/database.ts';
import { createDeviceStore } from '#storage/device-store.ts';
import { joinServer, leaveServer } from '#storage/join-server.ts';
import { removeExamples } from '#storage/remove-examples.ts';
import { type RestoreWay, restoreBackup } from '#storage/restore-backup.ts';
import { saveSettings } from '#storage/settings.ts';
import { undoAction, undoBatch } from '#storage/undo.ts';
import { type Faults, injectFaults } from './fault-shim.ts';
import { createStory, createTools, logWrite, numberIds, type Story, toWrites } from './records.ts';

export interface Ground {
  readonly db: Database;
  readonly faults: Faults;
  readonly story: Story;
  readonly tools: ReturnType<typeof createTools>;
  /** For ids that nothing else on this device has. */
  readonly nextSeries: () => number;
  /** Names of what has been done: to be taken back. */
  readonly done: Readonly<Record<'log' | 'withdrawn' | 'change' | 'batch', string>>;
}

const server = {
  spaceId: 's',
  spaceName: 'Exempelby',
  userId: 'u',
  userName: 'Funktion',
  joinedAt: '2026-06-01T09:00:00.000+02:00',
};

/** A promise with logs, one of them withdrawn, an import, a removed goal and a changed one, examples, and a draft. */
export async function layGround(isJoined = false): Promise<Ground> {
  const db = openDatabase({ name: `faulty-${crypto.randomUUID()}` });
  const faults = injectFaults(db);
  const story = createStory(9000);
  const tools = createTools();
  const commit = (action: Action) => commitAction(db, action, tools);
  const create = (own: Story) => commit({ label: 'record-created', writes: toWrites(own) });
  await create(story);
  await create(createStory(9100, { example: 'promise' }));
  const logs = [story.log(), story.log(), story.log()] as const;
  for (const log of logs) await commit({ label: 'log-created', writes: [logWrite(log)] });
  const withdrawn = story.log({ corrects: logs[1].id, withdrawn: true });
  await commit({ label: 'log-withdrawn', writes: [logWrite(withdrawn)] });
  const change = await commit({ label: 'goal-changed', writes: [setGoal(story, 'Ändrat')] });
  const batch = story.newId();
  await commit({ label: 'imported', writes: [logWrite(story.log()), logWrite(story.log())], batch });
  await commit({ label: 'record-deleted', writes: [{ kind: 'delete', table: 'goals', id: story.goals[1].id }] });
  if (isJoined) await join(db, tools);
  await db.drafts.put({ key: 'log', value: { note: 'nästan klar' } });
  let series = 0x5000;
  const nextSeries = () => {
    series += 1;
    return series;
  };
  return {
    db,
    faults,
    story,
    tools,
    nextSeries,
    done: { log: logs[0].id, withdrawn: withdrawn.id, change: change.tx, batch },
  };
}

const setGoal = (story: Story, text: string): Write => ({
  kind: 'set',
  table: 'goals',
  id: story.goals[0].id,
  fields: { text, additionalOnly: text.length % 2 === 0 },
});

const join = (db: Database, tools: Ground['tools']) =>
  joinServer(db, { server, dev: tools.newId(), known: new Set() }, tools);

export interface WriteKind {
  readonly name: string;
  readonly prepare?: (ground: Ground) => Promise<unknown>;
  readonly act: (ground: Ground) => Promise<unknown>;
  /** On a device that shares. */
  readonly isJoined?: boolean;
}

const committing =
  (toAction: (ground: Ground) => Action): WriteKind['act'] =>
  (ground) =>
    commitAction(ground.db, toAction(ground), ground.tools);

const logging = committing(({ story }) => ({
  label: 'log-created',
  writes: [logWrite(story.log())],
  draftKey: 'log',
}));
const correcting = committing(({ story, done }) => ({
  label: 'log-corrected',
  writes: [logWrite(story.log({ corrects: done.log, date: '2026-05-01' }))],
  draftKey: 'log',
}));
const changing = committing(({ story }) => ({
  label: 'record-changed',
  writes: [{ kind: 'set', table: 'activities', id: story.activities[0].id, fields: { text: 'Nytt' } }],
  draftKey: 'log',
}));

/** One for every label, and for what is stored without one. */
export const writeKinds: readonly WriteKind[] = [
  { name: 'a log with its draft', act: logging },
  { name: 'a correction', act: correcting },
  {
    name: 'a withdrawal',
    act: committing(({ story, done }) => ({
      label: 'log-withdrawn',
      writes: [logWrite(story.log({ corrects: done.log, withdrawn: true }))],
    })),
  },
  {
    name: 'a withdrawn log that counts again',
    act: committing(({ story, done }) => ({
      label: 'log-restored',
      writes: [logWrite(story.log({ corrects: done.withdrawn }))],
    })),
  },
  {
    name: 'a new promise with all that belongs to it',
    act: committing(({ nextSeries }) => ({
      label: 'record-created',
      writes: toWrites(createStory(nextSeries())),
      draftKey: 'log',
    })),
  },
  { name: 'a changed record', act: changing },
  {
    name: 'a removed record',
    act: committing(({ story }) => ({
      label: 'record-deleted',
      writes: [{ kind: 'delete', table: 'activities', id: story.activities[1].id }],
    })),
  },
  {
    name: 'a record that comes back',
    act: committing(({ story }) => ({
      label: 'record-restored',
      writes: [{ kind: 'restore', table: 'goals', id: story.goals[1].id }],
    })),
  },
  {
    name: 'a changed goal',
    act: committing(({ story }) => ({
      label: 'goal-changed',
      writes: [setGoal(story, 'Ändrat igen')],
      draftKey: 'log',
    })),
  },
  {
    name: 'a sealed promise',
    act: committing(({ story }) => ({
      label: 'promise-sealed',
      writes: [{ kind: 'set', table: 'promises', id: story.promise.id, fields: { status: 'ended' } }],
    })),
  },
  {
    name: 'examples that are taken',
    act: committing(({ nextSeries }) => ({
      label: 'examples-taken',
      writes: toWrites(createStory(nextSeries(), { example: 'sample-year' })),
    })),
  },
  { name: 'examples that are removed', act: ({ db }) => removeExamples(db) },
  {
    name: 'an import',
    act: committing(({ story }) => ({
      label: 'imported',
      writes: Array.from({ length: 6 }, (_, n) => logWrite(story.log({ date: `2026-02-0${n + 1}` }))),
      batch: story.newId(),
      draftKey: 'log',
    })),
  },
  { name: 'an undone log', act: ({ db, tools, done }) => undoAction(db, done.log, tools) },
  { name: 'an undone change', act: ({ db, tools, done }) => undoAction(db, done.change, tools) },
  { name: 'an undone import', act: ({ db, tools, done }) => undoBatch(db, done.batch, tools) },
  { name: 'a setting', act: ({ db }) => saveSettings(db, { theme: 'dark' }) },
  { name: 'joining a server', act: ({ db, tools }) => join(db, tools) },
  { name: 'a log on a device that shares', act: logging, isJoined: true },
  { name: 'a correction on a device that shares', act: correcting, isJoined: true },
  { name: 'a changed record on a device that shares', act: changing, isJoined: true },
  {
    name: 'an undone log on a device that shares',
    act: ({ db, tools, done }) => undoAction(db, done.log, tools),
    isJoined: true,
  },
  { name: 'leaving a server', act: ({ db }) => leaveServer(db, { keep: true }), isJoined: true },
  { name: 'leaving a server without a trace', act: ({ db }) => leaveServer(db, { keep: false }), isJoined: true },
  { name: 'what a server answers', act: applyAnswer, isJoined: true },
  { name: 'a backup that is added', act: (ground) => restore(ground, { kind: 'add', takeOlder: false }) },
  { name: 'a backup in place of everything', act: (ground) => restore(ground, { kind: 'replace' }) },
  {
    name: 'a backup that is added on a device that shares',
    act: (ground) => restore(ground, { kind: 'add', takeOlder: false }),
    isJoined: true,
  },
  {
    name: 'figures that are put right',
    prepare: async ({ db }) => {
      const [total] = await db.goalTotals.toArray();
      if (total) await db.goalTotals.put({ ...total, tally: { ...total.tally, sum: 99 } as never });
    },
    act: ({ db }) => auditTallies(db),
  },
];

/** A promise with two logs and a draft comes from a file. */
function restore({ db, tools, nextSeries }: Ground, way: RestoreWay): Promise<unknown> {
  const { promise, activities, goals, log } = createStory(nextSeries());
  const byTable = { promises: [promise], activities, goals, progressLogs: [log(), log({ date: '2026-04-04' })] };
  const rows = new Map(
    Object.entries(byTable).map(([table, own]) => [
      table as TableName,
      own.map(
        (row) => ({ ...row, ...(table !== 'progressLogs' && { tags: { '*': promise.id } }) }) as unknown as StoredRow,
      ),
    ]),
  );
  const registers = [{ key: 'disclosure/other', value: { id: 'other' } }];
  const contents = { rows, history: [], drafts: [{ key: 'other', value: 1 }], settings: undefined, registers };
  return restoreBackup(db, contents as unknown as BackupContents, way, tools);
}

/** A pull as the exchange stores it: a promise that arrives with its logs in a pack, answers, a refusal, another cursor. */
function applyAnswer({ db, tools, nextSeries }: Ground): Promise<unknown> {
  const arriving = createStory(nextSeries());
  const logs = [arriving.log(), arriving.log(), arriving.log()];
  const newId = numberIds(nextSeries());
  return createDeviceStore(db, tools.newId, 2).changeDevice({
    needs: () => ({ rows: [], promises: [], ring: true }),
    decide: ({ meta, outbox }) => {
      const records = [arriving.promise, ...arriving.activities, ...arriving.goals];
      const tables = ['promises', 'activities', 'activities', 'goals', 'goals', 'goals'] as const;
      const rows = new Map<RowKey, StoredRow | undefined>(
        records.map((record, index) => [
          toRowKey(tables[index] ?? 'goals', record.id),
          { ...record, tags: {}, version: 7 } as unknown as StoredRow,
        ]),
      );
      for (const log of logs)
        rows.set(toRowKey('progressLogs', log.id), { ...log, version: 8 } as unknown as StoredRow);
      const [first, second] = outbox;
      const changes: DeviceChanges = {
        rows,
        meta: { ...meta, generation: meta.generation + 1, answered: 2, confirmedAt: 9, epoch: 'e' },
        outbox: new Map([first, second].flatMap((one) => (one ? [[one.seq, undefined] as const] : []))),
        ringAdded: first?.op ? [{ id: newId(), n: meta.ringNext, op: first.op, keptAt: 5 }] : [],
        boxAdded: second?.op ? [{ tx: second.op.tx, operations: [second.op], outcomes: [] }] : [],
      };
      return { changes, result: true };
    },
  });
}
