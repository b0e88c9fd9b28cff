/** A disposal that two accounts approve on their own devices, and whoever runs the server carries out. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { StoredRow } from '#domain/operations/operation.ts';
import type { TableName } from '#domain/records/tables.ts';
import { createStory } from '#tests/storage/records.ts';
import { test } from '#tests/support/browser-test.ts';
import { createDataFolder, type ScratchFolder } from '#tests/support/data-folders.ts';
import { findFaults } from '#tests/support/find-faults.ts';
import { runToEnd, type ServerProcess, startServerProcess } from '#tests/support/server-process.ts';
import { joinAs, saveShots, waitUntilShared } from '#tests/support/share-story.ts';
import { type SharedServer, type SignedInPerson, startSharedServer } from '#tests/support/shared-server.ts';
import { readText, visit } from '#tests/support/walk-app.ts';

const script = 'dist/server/node.js';
const note = 'Kanariefågel på torget';
/** Ended long ago by any clock. */
const story = createStory(9000, { period: { from: '2023-01-01', to: '2023-12-31', basis: 'under 2023' } });
const logs = [note, 'Lugnt', 'Regn'].map((text) => story.log({ date: '2023-03-31', note: text }));

let folder: ScratchFolder;
let running: ServerProcess;
let server: SharedServer;
let bo: SignedInPerson;

const start = (port: string) => startServerProcess(script, { MLO_DATA: folder.path, PORT: port });
async function stop(): Promise<void> {
  running.child.kill('SIGTERM');
  await running.ended;
}

beforeAll(async () => {
  folder = createDataFolder();
  running = await start('0');
  const setUpLink = running.lines.join('\n').match(/https?:\S+\/kom-igang#\S+/)?.[0] ?? '';
  server = await startSharedServer({ baseUrl: running.origin, setUpLink, close: stop });
  const rows = { promises: [story.promise], activities: story.activities, goals: story.goals, progressLogs: logs };
  await server.fill(new Map(Object.entries(rows) as unknown as [TableName, StoredRow[]][]));
  bo = await server.letIn('Bo', [{ scope: story.promise.id, role: 'manager', lens: 'full' }]);
});
afterAll(async () => {
  await server?.stop();
  folder[Symbol.dispose]();
});

/** Also while the server is away, or on its way there. */
const isExpected = (problem: string) => /status of (404|409|503)|ERR_CONNECTION_REFUSED|net::ERR/.test(problem);
const options = { reducedMotion: 'reduce', isExpected } as const;

async function openDesk(page: Page): Promise<void> {
  await visit(page, `/loften/${story.promise.id}/gallring`);
  await page.getByRole('heading', { name: 'Vad som kan gallras i dag' }).waitFor();
}

async function setRule(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: `Ändra regeln för ${kind}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Efter hur många år?').fill('1');
  await dialog.getByLabel('Beslutets beteckning').fill('KS 2026/123');
  await dialog.getByRole('group', { name: 'Beslutat den' }).getByRole('spinbutton').first().click();
  await page.keyboard.type('20260201');
  await dialog.getByRole('button', { name: 'Spara regeln' }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function save(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  const path = join(folder.path, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

async function readBack(page: Page, path: string): Promise<void> {
  await page.getByLabel('Läs tillbaka filen').setInputFiles(path);
  await page.getByText('Filen är hel').waitFor();
}

async function sign(page: Page, role: string, button: string): Promise<void> {
  await page.getByLabel('Funktion', { exact: true }).fill(role);
  await page.getByRole('button', { name: button, exact: true }).click();
}

const countLogs = (page: Page) => page.locator('main a[href^="/insatser/"]').count();

/** Whether anything that the device has stored still holds the note. */
const holdsNote = (page: Page) =>
  page.evaluate(async (text) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('lofteskollen');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const read = (name: string) =>
      new Promise<unknown>((resolve) => {
        db.transaction(name).objectStore(name).getAll().onsuccess = ({ target }) =>
          resolve((target as IDBRequest).result);
      });
    const rows = await Promise.all(Array.from(db.objectStoreNames, read));
    db.close();
    return JSON.stringify(rows).includes(text);
  }, note);

describe('a disposal of what is shared', () => {
  test('is prepared by one account, approved by another on its own device, and carried out by the server’s command', async ({
    openDevice,
  }) => {
    const { page } = await joinAs(openDevice, server.admin, options);
    const { page: other } = await joinAs(openDevice, bo, options);
    await openDesk(page);
    await setRule(page, 'Insatser med sina anteckningar');
    await page.getByRole('heading', { name: 'Arkivpaketet först' }).waitFor();
    expect(await page.getByRole('button', { name: 'Förbered gallringen' }).count()).toBe(0);
    const archive = await save(page, 'Spara arkivpaketet');
    await readBack(page, archive);
    await saveShots(page, 'shared-disposal-prepare');
    await sign(page, 'Kommunpolis', 'Förbered gallringen');
    await page.getByText('Gallringen är förberedd.').waitFor();
    expect(await page.getByRole('button', { name: 'Spara gallringsordern' }).count()).toBe(0);

    // The same account is not the second person, whatever it would call itself.
    await page.getByText('Den som förberedde kan inte godkänna.').waitFor();
    expect(await page.getByRole('button', { name: 'Godkänn gallringen' }).count()).toBe(0);
    await saveShots(page, 'shared-disposal-same-person');

    await openDesk(other);
    await other.getByRole('heading', { name: 'Den andra personen godkänner' }).waitFor();
    await other.getByText('Spara och läs tillbaka arkivpaketet först.').waitFor();
    expect(await other.getByRole('button', { name: 'Godkänn gallringen' }).count()).toBe(0);
    await readBack(other, archive);
    await other.getByLabel('Skriv löftets namn').fill(story.promise.title);
    await saveShots(other, 'shared-disposal-approve');
    expect(await findFaults(other, 'shared disposal, approve')).toEqual([]);
    await sign(other, 'Säkerhetschef', 'Godkänn gallringen');
    const ordered = other.getByText('Gallringen är godkänd. Spara gallringsordern').first();
    await ordered.waitFor();
    const order = await save(other, 'Spara gallringsordern');
    await saveShots(other, 'shared-disposal-ordered');
    expect(await findFaults(other, 'shared disposal, ordered')).toEqual([]);
    const row = other.getByRole('row').filter({ hasText: 'Kommunpolis och Säkerhetschef' });
    expect(await readText(row)).toContain('beställt av servern');
    await waitUntilShared(other);
    // Nothing is gone before the server has carried it out.
    expect(await holdsNote(other)).toBe(true);

    const { port } = new URL(running.origin);
    await stop();
    const erase = (path: string) => runToEnd(script, { MLO_DATA: folder.path }, 'erase', '--order', path);
    const forged = join(folder.path, 'forged.json');
    const text = readFileSync(order, 'utf8');
    expect(text).not.toContain(note);
    writeFileSync(forged, text.replace(logs[2]?.id ?? '', story.activities[0].id));
    expect(await erase(forged)).toMatchObject({ code: 1 });
    expect(await erase(order)).toMatchObject({ code: 0 });
    running = await start(port);

    for (const device of [page, other]) {
      await visit(device, '/insatser');
      await expect.poll(() => countLogs(device), { timeout: 60_000 }).toBe(0);
      await expect.poll(() => holdsNote(device), { timeout: 60_000 }).toBe(false);
      await openDesk(device);
      await device.getByText('Ingenting ska gallras i dag.').waitFor();
      expect(await device.getByRole('button', { name: 'Spara gallringsordern' }).count()).toBe(0);
    }
    await saveShots(other, 'shared-disposal-done');
    await visit(other, '/oversikt');
    await other.getByText('uppgifterna är gallrade').first().waitFor();
    await saveShots(other, 'shared-disposal-overview');
  });
});
