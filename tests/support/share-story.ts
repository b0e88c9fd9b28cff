/** A promise that several devices share, and what their people do with it. */
import type { Page } from 'playwright';
import type { StoredRow } from '#domain/operations/operation.ts';
import type { TableName } from '#domain/records/tables.ts';
import { createStory } from '#tests/storage/records.ts';
import type { Device, DeviceOptions } from './launch-browser.ts';
import { saveShot } from './save-shot.ts';
import type { SharedServer, SignedInPerson } from './shared-server.ts';
import { choice, readText, visit } from './walk-app.ts';

export const story = createStory();

/** A device without the server's line of history is told it with status 409 (sync 2.7), which the browser writes down. */
const isAskingForEpoch = (problem: string) => problem.includes('status of 409');

export type OpenDevice = (options?: DeviceOptions) => Promise<Device>;

/** Puts the promise on a server. In: where Bo comes in, when that is another one. Out: Bo, who manages it. */
export async function fillWithStory(server: SharedServer, at?: string): Promise<SignedInPerson> {
  const { promise, activities, goals } = story;
  const rows = { promises: [promise], activities, goals };
  await server.fill(new Map(Object.entries(rows) as unknown as [TableName, StoredRow[]][]));
  return server.letIn('Bo', [{ scope: promise.id, role: 'manager', lens: 'full' }], at);
}

/** A device of somebody, with what they may see fetched, and with the app stored where that is asked for. */
export async function joinAs(openDevice: OpenDevice, person: SignedInPerson, options: DeviceOptions = {}) {
  const device = await openDevice({ baseUrl: person.url, isExpected: isAskingForEpoch, ...options });
  await person.signIn(device.context);
  await visit(device.page, '/anslut');
  await saveShots(device.page, 'sharing-join');
  await device.page.getByRole('button', { name: 'Anslut och dela' }).click();
  await device.page.getByText('Enheten delar nu.').waitFor();
  if (options.storesApp) await device.waitForOfflineShell();
  await visit(device.page, '/oversikt');
  await device.page.getByText(/av 12/).first().waitFor();
  return device;
}

/** Logs a piece of work, which is on the device then. */
export async function log(page: Page): Promise<void> {
  await visit(page, '/logga');
  await choice(page, 'Trafikkontroll').click();
  await page.getByRole('button', { name: 'Spara insats' }).click();
  await page.getByRole('status').filter({ hasText: 'Sparad' }).waitFor();
}

/** Logs a piece of work, and waits until its receipt says that the others have it. */
export async function logAndShare(page: Page): Promise<void> {
  await log(page);
  await page.getByText('Delad med de andra.').waitFor();
}

export const pill = (page: Page) => page.locator('a[href="/installningar/synk"]').filter({ visible: true }).first();

/** After something that the pill has shown as waiting, or to be decided: it is neither any more. */
export async function waitUntilShared(page: Page): Promise<void> {
  await pill(page).filter({ hasText: 'Delat, bekräftat' }).waitFor();
}

/** Every figure of the overview, as it is read. */
export async function readFigures(page: Page): Promise<string> {
  await visit(page, '/oversikt');
  await waitUntilShared(page);
  return readText(page.locator('main section ul').first());
}

/** As it is seen on a computer and on a phone, by day and by night. */
export async function saveShots(page: Page, name: string): Promise<void> {
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
