/** A protected promise is there for its parties alone (guard P12). */
import '#tests/support/node-storage.ts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { readDeviceMeta } from '#storage/device-meta.ts';
import { joinServer } from '#tests/simulation/exchange-ground.ts';
import { createStory, createTools, toWrites } from '#tests/storage/records.ts';
import { reachRoutes } from '#tests/support/reach-routes.ts';
import { engines } from '#tests/support/server-databases.ts';
import { openTestServer } from '#tests/support/test-server.ts';

describe.each(engines)('on %s', (engine) => {
  test('leaves whole from whoever only sees what is shared, and comes back whole when it is opened', async () => {
    const server = await openTestServer(engine, []);
    onTestFinished(server.drop);
    const { browser, me } = await server.setUp();
    const story = createStory();
    const { id } = story.promise;
    const first = await joinServer(reachRoutes(browser, me.user.id), 1);
    const save = (number: number, ...writes: readonly Write[]) =>
      commitAction(first.db, { label: 'record-changed', writes }, createTools(number));
    await save(1, ...toWrites(story));
    await first.exchange();
    const person = await server.letIn(browser, 'Siv', [{ scope: id, role: 'reader', lens: 'shared' }]);
    const reader = await joinServer(reachRoutes(person.browser, person.me.user.id), 2);
    const readAll = async () => {
      await reader.exchange();
      const { promises, goals, activities } = reader.db;
      return { promises: await promises.count(), goals: await goals.count(), activities: await activities.count() };
    };
    const before = await readAll();
    expect(before).toMatchObject({ promises: 1 });
    expect(before.goals + before.activities).toBeGreaterThan(0);

    const classify = (visibility: 'partners' | 'protected') =>
      ({ kind: 'set', table: 'promises', id, fields: { visibility } }) as const;
    await save(2, classify('protected'));
    await first.exchange();
    expect(await readAll()).toEqual({ promises: 0, goals: 0, activities: 0 });
    expect(await first.db.promises.count()).toBe(1);

    await save(3, classify('partners'));
    await first.exchange();
    expect(await readAll()).toEqual(before);
  });

  test('is kept from an open device of a party, which is told, and comes when the device is closed', async () => {
    const server = await openTestServer(engine, []);
    onTestFinished(server.drop);
    const { browser, me } = await server.setUp();
    const story = createStory(9001, { visibility: 'protected' });
    const open = createStory(9002);
    const closed = await joinServer(reachRoutes(browser, me.user.id), 1);
    for (const [number, one] of [story, open].entries()) {
      await commitAction(closed.db, { label: 'record-changed', writes: toWrites(one) }, createTools(number + 1));
    }
    await closed.exchange();
    const routes = reachRoutes(browser, me.user.id);
    let isOpen = true;
    const other = await joinServer(
      { ...routes, pull: (request) => routes.pull({ ...(request as object), open: isOpen }) },
      2,
    );
    const look = async () => {
      await other.exchange();
      const { withheld = 0 } = (await readDeviceMeta(other.db)) ?? {};
      return { promises: (await other.db.promises.toArray()).map(({ id }) => id), withheld };
    };

    expect(await look()).toEqual({ promises: [open.promise.id], withheld: 1 });
    expect(await other.db.goals.where('promiseId').equals(story.promise.id).count()).toBe(0);
    isOpen = false;
    const all = await look();
    expect(all).toMatchObject({ withheld: 0 });
    expect(all.promises.sort()).toEqual([story.promise.id, open.promise.id].sort());
    isOpen = true;
    expect(await look()).toEqual({ promises: [open.promise.id], withheld: 1 });
  });
});
