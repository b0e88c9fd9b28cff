import '#tests/support/node-storage.ts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { readUndecided } from '#storage/waiting-work.ts';
import { type Device, joinServer } from '#tests/simulation/exchange-ground.ts';
import { createStory, createTools, toWrites } from '#tests/storage/records.ts';
import { reachRoutes } from '#tests/support/reach-routes.ts';
import { type EngineName, engines } from '#tests/support/server-databases.ts';
import { openTestServer } from '#tests/support/test-server.ts';

/** A promise on the devices of three people, one of whom only reads what is shared with others. */
async function startThree(engine: EngineName) {
  const server = await openTestServer(engine, []);
  onTestFinished(server.drop);
  const { browser, me } = await server.setUp();
  const story = createStory();
  const first = await joinServer(reachRoutes(browser, me.user.id), 1);
  const save = (device: Device, number: number, ...writes: Write[]) =>
    commitAction(device.db, { label: 'record-changed', writes }, createTools(number));
  await save(first, 1, ...toWrites(story));
  await first.exchange();
  const enter = async (name: string, number: number, role: 'manager' | 'editor' | 'reader') => {
    const grants = [{ scope: story.promise.id, role, lens: role === 'reader' ? 'shared' : 'full' } as const];
    const person = await server.letIn(browser, name, grants);
    const device = await joinServer(reachRoutes(person.browser, person.me.user.id), number);
    await device.exchange();
    return device;
  };
  const second = await enter('Bo', 2, 'manager');
  const colleague = await enter('Cia', 3, 'editor');
  const reader = await enter('Siv', 4, 'reader');
  const change = (fields: object) => ({ kind: 'set', table: 'promises', id: story.promise.id, fields }) as Write;
  return { me, first, second, colleague, reader, change, save, story };
}

const readCards = async (device: Device) => {
  const { refused, overlaid } = await readUndecided(device.db);
  return { refused, overlaid };
};

describe.each(engines)('on %s', (engine) => {
  test('both who wrote at the same time are told whom they met, and what each of them wrote; nobody else is', async () => {
    const { me, first, second, colleague, reader, change, save, story } = await startThree(engine);
    await save(first, 11, change({ title: 'Annas' }));
    await save(second, 12, change({ title: 'Bos' }));
    for (const device of [first, second, first, colleague, reader]) await device.exchange();

    const [overlaid] = (await readCards(second)).overlaid;
    expect(overlaid?.isOvertaken).toBeUndefined();
    expect(overlaid?.outcomes[0]?.fields).toMatchObject([{ field: 'title', value: 'Annas', by: me.user.name }]);
    const [overtaken, ...more] = (await readCards(first)).overlaid;
    expect(more).toEqual([]);
    expect(overtaken?.isOvertaken).toBe(true);
    expect(overtaken?.operations).toMatchObject([{ tbl: 'promises', ent: story.promise.id, f: { title: 'Annas' } }]);
    expect(overtaken?.outcomes[0]?.fields).toMatchObject([{ field: 'title', value: 'Bos', by: 'Bo' }]);
    for (const device of [colleague, reader]) {
      expect((await device.db.promises.get(story.promise.id))?.title).toBe('Bos');
      expect(await readCards(device)).toEqual({ refused: [], overlaid: [] });
    }
  });

  test('who changes what they have seen is no news to anybody', async () => {
    const { first, second, change, save } = await startThree(engine);
    await save(first, 11, change({ title: 'Annas' }));
    for (const device of [first, second]) await device.exchange();
    await save(second, 12, change({ title: 'Bos' }));
    for (const device of [second, first]) await device.exchange();
    expect((await readCards(first)).overlaid).toEqual([]);
    expect((await readCards(second)).overlaid).toEqual([]);
  });

  test('a conflict names whose change came first', async () => {
    const { me, first, second, change, save } = await startThree(engine);
    await save(first, 11, change({ status: 'archived' }));
    await save(second, 12, change({ status: 'ended' }));
    for (const device of [first, second, first]) await device.exchange();
    const [entry] = (await readCards(second)).refused;
    expect(entry?.outcomes[0]?.fields).toMatchObject([{ field: 'status', value: 'archived', by: me.user.name }]);
    expect((await readCards(first)).overlaid).toEqual([]);
  });
});
