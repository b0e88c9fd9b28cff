import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Operation } from '#domain/operations/operation.ts';
import { test } from '#tests/support/browser-test.ts';
import { fillWithStory, joinAs, log, pill, saveShots, story, waitUntilShared } from '#tests/support/share-story.ts';
import { openSharedApp } from '#tests/support/shared-app.ts';
import { newId, type SharedServer, type SignedInPerson, startSharedServer } from '#tests/support/shared-server.ts';
import { choice, visit } from '#tests/support/walk-app.ts';

let server: SharedServer;
let bo: SignedInPerson;

beforeAll(async () => {
  server = await startSharedServer(await openSharedApp());
  bo = await fillWithStory(server);
});
afterAll(() => server.stop());

test('what waits is told from what is confirmed, in the row, in the chart and in words', async ({ openDevice }) => {
  const anna = await joinAs(openDevice, server.admin);
  await anna.goOffline();
  await log(anna.page);
  await visit(anna.page, '/logga');
  await choice(anna.page, 'Nattvandring').click();
  await anna.page.getByRole('button', { name: 'Spara insats' }).click();
  await pill(anna.page).filter({ hasText: '2 väntar' }).waitFor();
  await visit(anna.page, '/oversikt');
  await anna.page.getByText('varav 1 väntar på att delas', { exact: true }).waitFor();
  await anna.page.getByText('1 insats väntar på att delas', { exact: true }).waitFor();
  await saveShots(anna.page, 'sharing-overview-cells');
  for (const [index, { id }] of story.goals.slice(0, 2).entries()) {
    await visit(anna.page, `/loften/${story.promise.id}/mal/${id}`);
    await anna.page.getByText(/(Varav 1|1 insats) väntar på att delas\./).waitFor();
    await saveShots(anna.page, `sharing-goal-${index}-waiting`);
  }
  await anna.goOnline();
  await anna.page.evaluate(() => window.dispatchEvent(new Event('online')));
  await waitUntilShared(anna.page);
  await expect.poll(() => anna.page.getByText('väntar på att delas').count()).toBe(0);
});

describe('what cannot simply be shared', () => {
  test('is put side by side, with ways out that end the same on both sides', async ({ openDevice }) => {
    const anna = await joinAs(openDevice, server.admin);
    await anna.goOffline();
    await visit(anna.page, `/loften/${story.promise.id}/mal/${story.goals[0].id}/redigera`);
    await anna.page.getByLabel('Kort namn').fill('Kontroller vid skolan');
    await anna.page.getByRole('button', { name: 'Spara' }).click();
    await pill(anna.page).filter({ hasText: '1 väntar' }).waitFor();
    await visit(anna.page, '/installningar/synk');
    await anna.page.getByText('Mål: Kontroller vid skolan').waitFor();
    await saveShots(anna.page, 'sharing-storage-waiting');

    await server.admin.push([toChange('set', { shortName: 'Kontroller i centrum' }), toRemoval(story.goals[1].id)]);
    await anna.goOnline();
    await anna.page.getByRole('button', { name: 'Synka nu' }).click();
    await anna.page.getByRole('heading', { name: 'Ändrades samtidigt' }).waitFor();
    await anna.page.getByRole('cell', { name: 'Kontroller i centrum' }).waitFor();
    await saveShots(anna.page, 'sharing-storage-overlaid');
    await anna.page.getByRole('button', { name: 'Lägg tillbaka det andra' }).click();
    await waitUntilShared(anna.page);
    await visit(anna.page, '/oversikt');
    await anna.page.getByRole('link', { name: 'Kontroller i centrum' }).first().waitFor();
  });

  test('keeps the text of who was refused', async ({ openDevice }) => {
    const anna = await joinAs(openDevice, server.admin);
    const id = story.goals[2].id;
    await anna.goOffline();
    await visit(anna.page, `/loften/${story.promise.id}/mal/${id}/redigera`);
    await anna.page.getByLabel('Kort namn').fill('Min text om fordon');
    await anna.page.getByRole('button', { name: 'Spara' }).click();
    await pill(anna.page).filter({ hasText: '1 väntar' }).waitFor();
    await server.admin.push([toRemoval(id)]);
    await anna.goOnline();
    await visit(anna.page, '/installningar/synk');
    await anna.page.getByRole('heading', { name: 'Kunde inte delas' }).waitFor();
    await anna.page.getByRole('heading', { name: 'har tagits bort av' }).waitFor();
    await anna.page.getByRole('cell', { name: 'Min text om fordon' }).waitFor();
    await pill(anna.page).filter({ hasText: '1 att avgöra' }).waitFor();
    await saveShots(anna.page, 'sharing-storage-refused');
    await anna.page.getByRole('button', { name: 'Lägg tillbaka med min ändring' }).click();
    await waitUntilShared(anna.page);
    await visit(anna.page, '/oversikt');
    await anna.page.getByRole('link', { name: 'Min text om fordon' }).first().waitFor();
  });
});

test('what one person wrote is not sent while another is signed in', async ({ openDevice }) => {
  const isExpected = (problem: string) => /status of 40[19]/.test(problem);
  const anna = await joinAs(openDevice, server.admin, { isExpected });
  await anna.goOffline();
  await log(anna.page);
  await anna.context.clearCookies();
  await bo.signIn(anna.context);
  await anna.goOnline();
  await visit(anna.page, '/installningar/synk');
  await anna.page.getByText('Någon annan är inloggad').waitFor();
  await pill(anna.page).filter({ hasText: 'Fel person inloggad · 1 väntar' }).waitFor();
  await saveShots(anna.page, 'sharing-other-person');
  await anna.context.clearCookies();
  await server.admin.signIn(anna.context);
  await anna.page.getByRole('button', { name: 'Synka nu' }).click();
  await waitUntilShared(anna.page);
});

test('a device that stays away is locked when its lease ends', async ({ openDevice }) => {
  const anna = await joinAs(openDevice, server.admin);
  await anna.goOffline();
  const now = Date.now();
  await anna.page.clock.setSystemTime(now + 15 * 86_400_000);
  await visit(anna.page, '/oversikt');
  await anna.page.getByRole('heading', { name: 'Enheten är låst' }).waitFor();
  expect(await anna.page.getByText(story.promise.title).count()).toBe(0);
  await saveShots(anna.page, 'sharing-locked');
  await anna.page.clock.setSystemTime(now);
  await visit(anna.page, '/oversikt');
  await anna.page.getByText(/av 12/).first().waitFor();
});

const goalOp = (id: string, kind: 'set' | 'delete') => {
  const op = newId();
  const place = { id: op, tx: op, txi: 0, txn: 1, v: 1, sv: 1 } as const;
  return {
    ...place,
    kind,
    tbl: 'goals',
    ent: id,
    scope: story.promise.id,
    at: '2026-11-21T09:00:00.000+01:00',
  } as const;
};
const toChange = (kind: 'set', f: { readonly shortName: string }): Operation => ({
  ...goalOp(story.goals[0].id, kind),
  f,
  base: { shortName: null },
});
const toRemoval = (id: string): Operation => ({ ...goalOp(id, 'delete'), base: { deletedAt: null } });
