import { afterEach, describe, expect, test } from 'vitest';
import { parseHandover } from '#domain/handover/handover.ts';
import { schemaVersion } from '#domain/operations/operation.ts';
import { commitAction } from '#storage/commit-action.ts';
import { readNotes } from '#storage/handover-notes.ts';
import { previewHandover, takeHandover } from '#storage/take-handover.ts';
import { undoHandover } from '#storage/undo-handover.ts';
import { dumpDatabase } from './dump-database.ts';
import { playForgeries } from './handover-forgeries.ts';
import { carry, findBroken, make, openDevices, readAll, type TestDevice, take, work } from './handover-ground.ts';
import { logWrite } from './records.ts';

const opened: TestDevice[] = [];
afterEach(async () => {
  for (const { db } of opened.splice(0)) await db.delete();
});

async function openTwo(): Promise<readonly [TestDevice, TestDevice]> {
  const [phone, desk, other] = await openDevices();
  if (!phone || !desk || !other) throw new Error('Three devices were asked for');
  opened.push(phone, desk, other);
  return [phone, desk];
}

const addLog = ({ db, story, tools }: TestDevice) =>
  commitAction(db, { label: 'log-created', writes: [logWrite(story.log())] }, tools);
const setWeight = ({ db, story, tools }: TestDevice, fields: object) =>
  commitAction(
    db,
    { label: 'record-changed', writes: [{ kind: 'set', table: 'goals', id: story.goals[0].id, fields }] },
    tools,
  );

describe('a handover', () => {
  test('that is given back leaves every row, figure and line of history as before', async () => {
    const [phone, desk] = await openTwo();
    await take(desk, await make(phone));
    await addLog(desk);
    await setWeight(desk, { shortName: 'Kontoret' });
    const before = await dumpDatabase(desk.db, ['meta']);
    const notes = await readNotes(desk.db);
    await addLog(phone);
    await setWeight(phone, { shortName: 'Gatan' });
    await work(phone, [{ kind: 'correct', pick: 0, value: 9 }]);
    const handover = await make(phone);
    await take(desk, handover);
    expect(await dumpDatabase(desk.db, ['meta'])).not.toEqual(before);
    expect(await undoHandover(desk.db, handover.id, desk.tools)).toEqual({ kind: 'given-back' });
    expect(await dumpDatabase(desk.db, ['meta'])).toEqual(before);
    expect(await readNotes(desk.db)).toEqual(notes);
    expect(await findBroken(desk)).toEqual([]);
    expect(await undoHandover(desk.db, handover.id, desk.tools)).toEqual({ kind: 'unknown' });
  });

  test('of a promise that was not here goes whole when it is given back, and not once work went on', async () => {
    const [phone, desk] = await openTwo();
    const first = await make(phone);
    await take(desk, first);
    await undoHandover(desk.db, first.id, desk.tools);
    expect((await readAll(desk)).rows).toMatchObject({ promises: [], goals: [], progressLogs: [] });
    await take(desk, first);
    await addLog(desk);
    expect(await undoHandover(desk.db, first.id, desk.tools)).toEqual({ kind: 'worked-on' });
  });

  test('that follows one that has not come says so, and what rests on it waits without effect', async () => {
    const [phone, desk] = await openTwo();
    const first = await make(phone, desk.name);
    await addLog(phone);
    const second = await make(phone, desk.name);
    const lone = { ...second, actions: second.actions.filter(({ label }) => label === undefined) };
    const early = await take(desk, lone);
    expect(early.plan).toMatchObject({ isGap: true, ready: [], known: 0 });
    expect(early.plan.waiting).toHaveLength(1);
    expect((await readAll(desk)).rows.progressLogs).toEqual([]);
    expect((await readNotes(desk.db)).missing).toHaveLength(1);
    const late = await take(desk, first);
    expect(late.plan.waiting).toEqual([]);
    expect((await readAll(desk)).rows).toEqual((await readAll(phone)).rows);
    expect((await readNotes(desk.db)).missing).toEqual([]);
  });

  test('shows what both have changed, keeps the first of two targets and the last of two names', async () => {
    const [phone, desk] = await openTwo();
    await take(desk, await make(phone));
    const target = (value: number) => ({ kind: 'count', value, unit: 'kontroller' });
    await setWeight(desk, { target: target(20), shortName: 'Kontoret' });
    await setWeight(phone, { target: target(30), shortName: 'Gatan' });
    const preview = await previewHandover(desk.db, await make(phone));
    if (preview.kind !== 'planned') throw new Error(preview.kind);
    const kinds = [...preview.folded.values()].flatMap(({ steps }) => steps.map(({ kind }) => kind));
    expect(kinds).toContain('left-out');
    expect(kinds).toContain('concurrent');
    await take(desk, await make(phone));
    await take(phone, await make(desk));
    expect((await readAll(desk)).rows).toEqual((await readAll(phone)).rows);
    const [goal] = (await readAll(desk)).rows.goals ?? [];
    // The desk's clock is behind.
    expect(goal).toMatchObject({ target: target(20), shortName: 'Gatan' });
  });

  test('is not taken in on a device that shares through a server', async () => {
    const [phone, desk] = await openTwo();
    const handover = await make(phone);
    await desk.db.meta.put({ key: 'device', value: { dev: 'x', scopes: {} } });
    expect(await takeHandover(desk.db, handover, desk.tools)).toEqual({ kind: 'joined' });
  });
});

test('forgeries of any kind change nothing, or leave what history and logs say', async () => {
  const { answers, complaints } = await playForgeries(1, 200);
  expect(complaints).toEqual([]);
  expect(answers.size).toBeGreaterThan(5);
}, 60_000);

/** What a forger may do to a carried action: each must be refused, or change nothing of what is known. */
const bends: readonly (readonly [name: string, bend: (action: Bent) => unknown])[] = [
  ['another text under a known name', (action) => deepSet(action, 'f.text', 'Falsk')],
  ['another amount under a known log', (action) => deepSet(action, 'f.date', '2026-02-02')],
  ['a field that no table has', (action) => deepSet(action, 'f.__proto__x', 1)],
  ['a promise that is not named', (action) => deepSet(action, 'scope', '01900000-0000-7000-8000-ffffffffffff')],
  ['a table that there is not', (action) => deepSet(action, 'tbl', 'settings')],
  ['tags of its own', (action) => deepSet(action, 'f.tags', {})],
  ['a log that is replaced', (action) => deepSet(action, 'f.replacedBy', 'x')],
  ['an instant that is none', (action) => ({ ...action, at: 'i morgon' })],
  ['a word that history does not know', (action) => ({ ...action, label: '<script>' })],
  ['no operations', (action) => ({ ...action, changes: [] })],
  ['a newer schema', (action) => ({ ...action, sv: schemaVersion + 1 })],
  ['an example', (action) => deepSet(action, 'f.example', 'promise')],
  ['a new name for known operations', (action) => ({ ...action, tx: '01900000-0000-7000-8000-fffffffffff1' })],
  ['depth', (action) => ({ ...action, changes: JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) })],
];

type Bent = Readonly<Record<string, unknown>> & { readonly changes: readonly Readonly<Record<string, unknown>>[] };

function deepSet(action: Bent, path: string, value: unknown): unknown {
  const [first = '', second] = path.split('.');
  const changes = action.changes.map((change) =>
    second === undefined
      ? { ...change, [first]: value }
      : { ...change, [first]: { ...(change[first] as object), [second]: value } },
  );
  return { ...action, changes };
}

test.each(bends)('a forged handover with %s changes nothing', async (_name, bend) => {
  const [phone, desk] = await openTwo();
  await addLog(phone);
  await setWeight(phone, { shortName: 'Gatan' });
  const handover = await make(phone);
  await take(desk, handover);
  const before = await dumpDatabase(desk.db);
  const { actions, known: _known, savedAt, ...about } = JSON.parse(JSON.stringify(handover)) as typeof handover;
  for (const [at, action] of actions.entries()) {
    const forged = actions.with(at, bend(action as unknown as Bent) as (typeof actions)[number]);
    const reading = parseHandover({ savedAt, schema: schemaVersion, about, actions: forged, known: [] });
    const answer =
      reading.kind === 'handover' ? (await takeHandover(desk.db, reading.handover, desk.tools)).kind : reading.kind;
    expect(['refused', 'contradicts', 'newer']).toContain(answer);
  }
  expect(await dumpDatabase(desk.db)).toEqual(before);
  expect(carry(handover).actions).toEqual(handover.actions);
});
