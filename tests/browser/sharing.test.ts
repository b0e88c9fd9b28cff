import { describe, expect } from 'vitest';
import { findTag } from '#domain/operations/apply-operation.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import { exchangeAddress } from '#protocol/exchange-address.ts';
import { test } from '#tests/support/browser-test.ts';
import { findFaults } from '#tests/support/find-faults.ts';
import { joinAs, log, pill, saveShots, story, waitUntilShared } from '#tests/support/share-story.ts';
import { newId, type SignedInPerson } from '#tests/support/shared-server.ts';
import { shareStory } from '#tests/support/story-server.ts';
import { choice, visit } from '#tests/support/walk-app.ts';

const shared = shareStory();

test('what waits is told from what is confirmed, in the row, in the chart and in words', async ({ openDevice }) => {
  const anna = await joinAs(openDevice, shared.server.admin, { storesApp: true });
  await anna.goOffline();
  await log(anna.page);
  await visit(anna.page, '/logga');
  await choice(anna.page, 'Nattvandring').click();
  await anna.page.getByRole('button', { name: 'Spara insats' }).click();
  await pill(anna.page).filter({ hasText: '2 väntar' }).waitFor();
  await visit(anna.page, '/oversikt');
  // Work of a week moves the week's figure on its last day, and until then only waits.
  const waits = anna.page.getByText(/^(varav 1|1 insats) väntar på att delas$/);
  await anna.page.getByText('varav 1 väntar på att delas', { exact: true }).first().waitFor();
  await waits.nth(1).waitFor();
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
    const anna = await joinAs(openDevice, shared.server.admin, { storesApp: true });
    await anna.goOffline();
    await visit(anna.page, `/loften/${story.promise.id}/mal/${story.goals[0].id}/redigera`);
    await anna.page.getByLabel('Kort namn').fill('Kontroller vid skolan');
    await anna.page.getByRole('button', { name: 'Spara' }).click();
    await pill(anna.page).filter({ hasText: '1 väntar' }).waitFor();
    await visit(anna.page, '/installningar/synk');
    await anna.page.getByText('Mål: Kontroller vid skolan').first().waitFor();
    await saveShots(anna.page, 'sharing-storage-waiting');

    const seen = await readTag(shared.bo, story.goals[0].id, 'shortName');
    await shared.bo.push([toChange({ shortName: 'Kontroller i centrum' }, seen), toRemoval(story.goals[1].id)]);
    await anna.goOnline();
    await anna.page.getByRole('button', { name: 'Synka nu' }).click();
    await anna.page.getByRole('heading', { name: 'du och Bo skrev samtidigt' }).waitFor();
    await anna.page.getByRole('cell', { name: 'Kontroller i centrum' }).waitFor();
    await saveShots(anna.page, 'sharing-storage-overlaid');
    await anna.page.getByRole('button', { name: 'Lägg tillbaka det andra' }).click();
    await waitUntilShared(anna.page);
    await visit(anna.page, '/oversikt');
    await anna.page.getByRole('link', { name: 'Kontroller i centrum' }).first().waitFor();
  });

  test('is told to who wrote first, too, with the name of who came last', async ({ openDevice }) => {
    const anna = await joinAs(openDevice, shared.server.admin, { reducedMotion: 'reduce' });
    await visit(anna.page, `/loften/${story.promise.id}/mal/${story.goals[0].id}/redigera`);
    await anna.page.getByLabel('Kort namn').fill('Annas kontroller');
    const before = await readTag(shared.bo, story.goals[0].id, 'shortName');
    await anna.page.getByRole('button', { name: 'Spara' }).click();
    // What the pill says is not enough: it says that all is shared before the change is saved, too.
    await expect.poll(() => readTag(shared.bo, story.goals[0].id, 'shortName')).not.toBe(before);
    await waitUntilShared(anna.page);
    await shared.bo.push([toChange({ shortName: 'Bos kontroller' }, null)]);
    await visit(anna.page, '/installningar/synk');
    await anna.page.getByText('Det som Bo skrev kom sist och gäller nu.').waitFor();
    await anna.page.getByRole('cell', { name: 'Bos kontroller' }).waitFor();
    await saveShots(anna.page, 'sharing-storage-overtaken');
    expect(await findFaults(anna.page, '/installningar/synk')).toEqual([]);
    await anna.page.getByRole('button', { name: 'Lägg tillbaka mitt' }).click();
    await waitUntilShared(anna.page);
    await visit(anna.page, '/oversikt');
    await anna.page.getByRole('link', { name: 'Annas kontroller' }).first().waitFor();
  });

  test('keeps the text of who was refused', async ({ openDevice }) => {
    const anna = await joinAs(openDevice, shared.server.admin, { storesApp: true });
    const id = story.goals[2].id;
    await anna.goOffline();
    await visit(anna.page, `/loften/${story.promise.id}/mal/${id}/redigera`);
    await anna.page.getByLabel('Kort namn').fill('Min text om fordon');
    await anna.page.getByRole('button', { name: 'Spara' }).click();
    await pill(anna.page).filter({ hasText: '1 väntar' }).waitFor();
    await shared.bo.push([toRemoval(id)]);
    await anna.goOnline();
    await visit(anna.page, '/installningar/synk');
    await anna.page.getByRole('heading', { name: 'Kunde inte delas' }).waitFor();
    await anna.page.getByRole('heading', { name: 'har tagits bort av Bo' }).waitFor();
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
  const anna = await joinAs(openDevice, shared.server.admin, { isExpected, storesApp: true });
  await anna.goOffline();
  await log(anna.page);
  await anna.context.clearCookies();
  await shared.bo.signIn(anna.context);
  await anna.goOnline();
  await visit(anna.page, '/installningar/synk');
  await anna.page.getByText('Någon annan är inloggad').waitFor();
  await pill(anna.page).filter({ hasText: 'Fel person inloggad · 1 väntar' }).waitFor();
  await saveShots(anna.page, 'sharing-other-person');
  await anna.context.clearCookies();
  await shared.server.admin.signIn(anna.context);
  await anna.page.getByRole('button', { name: 'Synka nu' }).click();
  await waitUntilShared(anna.page);
});

test('a device that stays away is locked when its lease ends', async ({ openDevice }) => {
  const anna = await joinAs(openDevice, shared.server.admin, { storesApp: true });
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
/** In: what is written, and what its author had seen; null for somebody who had not seen what stands. */
const toChange = (f: { readonly shortName: string }, seen: string | null): Operation => ({
  ...goalOp(story.goals[0].id, 'set'),
  f,
  base: { shortName: seen },
});
const toRemoval = (id: string): Operation => ({ ...goalOp(id, 'delete'), base: { deletedAt: null } });

/** The operation that last wrote a field, as a device of somebody would know it. */
async function readTag({ ask }: SignedInPerson, goalId: string, field: string): Promise<string> {
  const pull = async (epoch: string) => {
    const { body } = await ask('POST', exchangeAddress.pull, {
      epoch,
      dev: crypto.randomUUID(),
      acked: 0,
      cursors: {},
    });
    return body as { readonly epoch: string; readonly rows?: readonly { readonly row: StoredRow }[] };
  };
  const { rows = [] } = await pull((await pull('')).epoch);
  const row = rows.find((one) => one.row.id === goalId)?.row;
  if (row === undefined) throw new Error('The goal is not on the server');
  return findTag(row, field);
}

test('a device whose first promises are on their way says so, and asks nobody to begin one', async ({ openDevice }) => {
  const isExpected = (problem: string) => /status of 409|net::ERR_FAILED/.test(problem);
  const device = await openDevice({ baseUrl: shared.server.url, reducedMotion: 'reduce', isExpected });
  const { page } = device;
  await shared.bo.signIn(device.context);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await visit(page, '/anslut');
  const join = page.getByRole('button', { name: 'Anslut och dela' });
  await join.waitFor();
  await page.route('**/api/sync/v1/pull', async (route) => {
    await released;
    // The page that asked may be gone by then.
    await route.continue().catch(() => undefined);
  });
  await join.click();
  await page.getByText('Enheten delar nu.').waitFor();
  await visit(page, '/oversikt');
  await page.getByRole('heading', { name: 'Löftena hämtas' }).waitFor();
  await saveShots(page, 'sharing-first-fetch');
  expect(await findFaults(page, '/oversikt fetching')).toEqual([]);
  expect(await page.getByRole('link', { name: 'Nytt löfte' }).count()).toBe(0);
  release();
  await page.getByText(/av 12/).first().waitFor();
});

test('a computer that others use is cleared at sign-out, and what is not shared is told first', async ({
  openDevice,
}) => {
  const grants = [{ scope: story.promise.id, role: 'editor', lens: 'full' }];
  const link = (await shared.server.admin.ask('POST', '/api/invitations', { grants })).body as {
    readonly token: string;
  };
  const isExpected = (problem: string) => /status of 40[19]|net::ERR_FAILED/.test(problem);
  const { page } = await openDevice({ baseUrl: shared.server.url, reducedMotion: 'reduce', isExpected });
  await visit(page, `/inbjudan#${link.token}`);
  await page.getByLabel('Namn som andra ser').fill('Vakthavande');
  await page.getByLabel('Användarnamn').fill('vakt@example.se');
  await page.getByLabel('Välj ett lösenord', { exact: true }).fill('fyra ord som ingen gissar');
  await page.getByRole('button', { name: 'Skapa konto och gå med' }).click();
  await page.getByText('Du är inloggad.').waitFor();
  await visit(page, '/anslut');
  await page.getByRole('button', { name: 'Anslut och dela' }).click();
  await page.getByText('Enheten delar nu.').waitFor();
  await visit(page, '/oversikt');
  await page.getByText(/av 12/).first().waitFor();
  await visit(page, '/mer');
  await page.getByRole('link', { name: 'Mitt konto' }).click();
  await page.getByText('Andra använder datorn').waitFor();
  await page.route('**/api/sync/**', (route) => route.abort());
  await log(page);
  await visit(page, '/konto');
  await page.getByRole('button', { name: 'Logga ut och töm datorn' }).click();
  await page.getByText('1 ändring är inte delad och försvinner.').waitFor();
  await saveShots(page, 'sharing-wipe-waiting');
  expect(await findFaults(page, '/konto wiping')).toEqual([]);
  await page.unroute('**/api/sync/**');
  // The app tries by itself, too, and may be quicker than the finger: then the button is gone.
  const share = page.getByRole('button', { name: 'Dela först' });
  await share.click({ timeout: 3000 }).catch(() => undefined);
  await page.getByText('Allt är delat.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Logga ut och töm datorn' }).click();
  await page.getByRole('heading', { name: 'Logga in', level: 1 }).waitFor();
  await visit(page, '/oversikt');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByText(story.promise.title).count()).toBe(0);
  expect(await pill(page).count()).toBe(0);
});
