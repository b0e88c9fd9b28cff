import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import type { TableName } from '#domain/records/tables.ts';
import { createStory } from '#tests/storage/records.ts';
import { test } from '#tests/support/browser-test.ts';
import type { Device, DeviceOptions } from '#tests/support/launch-browser.ts';
import { saveShot } from '#tests/support/save-shot.ts';
import { newId, type SharedServer, type SignedInPerson, startSharedServer } from '#tests/support/shared-server.ts';
import { choice, readText, visit } from '#tests/support/walk-app.ts';

const story = createStory();
let server: SharedServer;
let bo: SignedInPerson;

beforeAll(async () => {
  server = await startSharedServer();
  const { promise, activities, goals } = story;
  const rows = { promises: [promise], activities, goals };
  await server.fill(new Map(Object.entries(rows) as unknown as [TableName, StoredRow[]][]));
  bo = await server.letIn('Bo', [{ scope: promise.id, role: 'manager', lens: 'full' }]);
});
afterAll(() => server.stop());

/** A device without the server's line of history is told it with status 409 (sync 2.7), which the browser writes down. */
const isAskingForEpoch = (problem: string) => problem.includes('status of 409');

type OpenDevice = (options?: DeviceOptions) => Promise<Device>;

/** A device of somebody, with the app stored and what they may see fetched. */
async function joinAs(openDevice: OpenDevice, person: SignedInPerson, options: DeviceOptions = {}) {
  const device = await openDevice({ baseUrl: server.url, isExpected: isAskingForEpoch, ...options });
  await person.signIn(device.context);
  await visit(device.page, '/anslut');
  await saveShots(device.page, 'sharing-join');
  await device.page.getByRole('button', { name: 'Anslut och dela' }).click();
  await device.page.getByText('Enheten delar nu.').waitFor();
  await device.waitForOfflineShell();
  await visit(device.page, '/oversikt');
  await device.page.getByText(/av 12/).first().waitFor();
  return device;
}

async function log(page: Page): Promise<void> {
  await visit(page, '/logga');
  await choice(page, 'Trafikkontroll').click();
  await page.getByRole('button', { name: 'Spara insats' }).click();
  await page.getByRole('status').filter({ hasText: 'Sparad' }).waitFor();
}

const pill = (page: Page) => page.locator('a[href="/installningar/synk"]').filter({ visible: true }).first();

async function waitUntilShared(page: Page): Promise<void> {
  await pill(page).filter({ hasText: 'Delat, bekräftat' }).waitFor();
}

/** Every figure of the overview, as it is read. */
async function readFigures(page: Page): Promise<string> {
  await visit(page, '/oversikt');
  await waitUntilShared(page);
  return readText(page.locator('main section ul').first());
}

describe('two devices of two people', () => {
  test('end with the same rows and the same figures, with the network cut and restored between them', async ({
    openDevice,
  }) => {
    const [anna, other] = [await joinAs(openDevice, server.admin), await joinAs(openDevice, bo)];
    await log(anna.page);
    await waitUntilShared(anna.page);

    await anna.goOffline();
    await log(anna.page);
    await pill(anna.page).filter({ hasText: '1 väntar' }).waitFor();
    await visit(anna.page, '/insatser');
    await expect.poll(() => anna.page.getByText('Sparad på datorn').count()).toBe(1);
    await expect.poll(() => anna.page.getByText('Delad', { exact: true }).count()).toBe(1);
    await saveShots(anna.page, 'sharing-logs-waiting');
    await visit(anna.page, '/oversikt');
    await saveShots(anna.page, 'sharing-overview-waiting');
    await visit(other.page, '/logga');
    await choice(other.page, 'Trafikkontroll').click();
    await other.page.getByText('Trafikkontroll är redan loggad den dagen.').waitFor();
    await saveShots(other.page, 'sharing-twin');
    await log(other.page);
    await waitUntilShared(other.page);

    await anna.goOnline();
    await anna.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await waitUntilShared(anna.page);
    const figures = await readFigures(anna.page);
    expect(figures).toContain('3 av 12');
    await expect.poll(() => readFigures(other.page), { timeout: 60_000 }).toBe(figures);
    for (const { page } of [anna, other]) {
      await visit(page, '/insatser');
      await expect.poll(() => page.getByText('Delad', { exact: true }).count(), { timeout: 60_000 }).toBe(3);
    }
  });

  test('a change by one is seen by the other without doing anything', async ({ openDevice }) => {
    const anna = await joinAs(openDevice, server.admin);
    await log(anna.page);
    await waitUntilShared(anna.page);
    const other = await joinAs(openDevice, bo);
    const countShared = () => other.page.getByText('Delad', { exact: true }).count();
    await visit(other.page, '/insatser');
    await expect.poll(countShared).toBeGreaterThan(0);
    const before = await countShared();
    await log(anna.page);
    await expect.poll(countShared, { timeout: 60_000 }).toBe(before + 1);
  });
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

/** As it is seen on a computer and on a phone, by day and by night. */
async function saveShots(page: Page, name: string): Promise<void> {
  if (!process.env.SHOTS) return;
  const screen = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: screen.height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await saveShot(page, `${name}-${width}-${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(screen);
}
