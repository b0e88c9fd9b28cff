/** A database that will not open, and what its device had: brought to another one, and nothing of it to the wrong eyes. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { breakOpening } from '#tests/support/break-opening.ts';
import { findFaults } from '#tests/support/find-faults.ts';
import type { Device } from '#tests/support/launch-browser.ts';
import { encrypt, lockedHeading, passphrase, unlock } from '#tests/support/lock-device.ts';
import { sampleNow, test } from '#tests/support/sample-test.ts';
import { saveShots } from '#tests/support/share-story.ts';
import { readText, visit } from '#tests/support/walk-app.ts';

const backupPage = '/installningar/sakerhetskopia';
const note = 'Kanariefågel på torget';
/** For a page that names no icon the browser asks for one. */
const isExpected = (problem: string) => problem.includes('status of 404');
const calm = { reducedMotion: 'reduce', isExpected } as const;

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Every row of the device, past the app, by table; each promise changed on the way where that is asked for. */
const readRows = (page: Page, change?: object): Promise<Rows> =>
  page.evaluate(async (fields) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('lofteskollen');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const tables = Array.from(db.objectStoreNames);
    const transaction = db.transaction(tables, 'readwrite');
    const ended = new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    const rows: Record<string, Record<string, unknown>[]> = {};
    for (const table of tables)
      transaction.objectStore(table).getAll().onsuccess = ({ target }) => {
        const found: Record<string, unknown>[] = (target as IDBRequest).result;
        rows[table] = found;
        if (table !== 'promises' || fields === undefined) return;
        for (const row of found) transaction.objectStore(table).put({ ...row, ...fields });
      };
    await ended;
    db.close();
    return rows;
  }, change);

/** What people have written. A restore tags rows anew, counts them itself, and keeps many logs in packs. */
const work = [
  ...['promises', 'focusAreas', 'activities', 'goals', 'progressLogs', 'measurements', 'deviations'],
  ...['assessments', 'comments', 'feedback', 'meetings', 'followUps', 'reportParts', 'publications', 'drafts'],
];
function tellWork(rows: Rows): unknown {
  const packed = (rows.logPacks ?? []).flatMap(
    ({ logs }) => JSON.parse(String(logs)) as readonly Rows[string][number][],
  );
  const listAll = (table: string) => [...(rows[table] ?? []), ...(table === 'progressLogs' ? packed : [])];
  const told = work.map((table) => {
    const own = listAll(table).map(({ tags: _tags, ...row }) => row);
    return [table, own.sort((one, other) => String(one.id ?? one.key).localeCompare(String(other.id ?? other.key)))];
  });
  return JSON.parse(JSON.stringify(told));
}

async function logNote(page: Page): Promise<void> {
  await visit(page, '/logga');
  await page.getByRole('button', { name: 'Anteckning' }).click();
  await page.getByRole('textbox', { name: 'Anteckning' }).fill(note);
  await press(page, 'Spara insats');
  await page.getByRole('status').filter({ hasText: 'Sparad' }).waitFor();
}

async function readOverview(page: Page): Promise<string> {
  await visit(page, '/oversikt');
  const goal = page.getByRole('link', { name: /Tolv trafikkontroller/ }).first();
  await goal.waitFor();
  await expect.poll(() => page.getByText('Hämtar …').count()).toBe(0);
  const text = await readText(page.getByRole('main'));
  return text.slice(text.indexOf(await readText(page.getByRole('heading', { level: 1 }).first())));
}

/** A further tab on the device, whose browser does not open the database any more. */
async function openBroken({ page, openTab }: Device): Promise<Page> {
  await page.goto('/manifest.webmanifest');
  const broken = await openTab();
  await broken.addInitScript(breakOpening);
  await broken.goto('/oversikt');
  await broken.getByRole('heading', { name: 'Databasen går inte att öppna' }).waitFor();
  return broken;
}

async function save(page: Page, button: string) {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, button)]);
  const file = { mimeType: 'application/octet-stream', buffer: readFileSync(await download.path()) };
  return { ...file, name: download.suggestedFilename() };
}

async function restore(page: Page, file: Awaited<ReturnType<typeof save>>, typed?: string): Promise<void> {
  await visit(page, backupPage);
  await page.getByLabel('Fil att återställa från').setInputFiles(file);
  if (typed !== undefined) {
    const field = page.getByLabel('Filen är låst. Skriv lösenfrasen som den sparades med.');
    await field.fill('fem gröna bussar står');
    await press(page, 'Lås upp');
    await page.getByText(/Lösenfrasen stämmer inte/).waitFor();
    await field.fill(typed);
    await press(page, 'Lås upp');
  }
  await page.getByRole('heading', { name: 'Det här finns i filen' }).waitFor();
  await saveShots(page, `rescue-preview-${typed === undefined ? 'open' : 'closed'}`);
  await press(page, 'Återställ');
  await page.getByRole('heading', { name: 'Återställt' }).waitFor();
}

/** A device with work on a protected promise of its own, and what is there. */
async function beginProtected(device: Device) {
  const { page } = device;
  await page.goto('/manifest.webmanifest');
  await readRows(page, { example: undefined, visibility: 'protected' });
  await logNote(page);
  return { device, page, overview: await readOverview(page), rows: await readRows(page) };
}

describe('a closed device whose database will not open', () => {
  test('is rescued as a closed file, which its passphrase opens on another device: nothing is missing', async ({
    openSample,
    openDevice,
  }) => {
    const { device, page, overview, rows } = await beginProtected(await openSample(calm));
    expect(JSON.stringify(rows.progressLogs)).toContain(note);
    await encrypt(page);
    await unlock(page);
    await press(page, 'Ta bort krypteringen');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/får bara ligga på en krypterad enhet/).waitFor();
    expect(await dialog.getByRole('button', { name: 'Ta bort krypteringen' }).count()).toBe(0);
    await page.reload();
    await lockedHeading(page).waitFor();

    const broken = await openBroken(device);
    await saveShots(broken, 'rescue-closed');
    const file = await save(broken, 'Spara som fil');
    await broken.getByText(/filen är det också/).waitFor();
    await saveShots(broken, 'rescue-closed-saved');
    expect(await findFaults(broken, 'rescue, closed')).toEqual([]);
    expect(file.buffer.includes(note)).toBe(false);
    expect(await broken.getByText(/inte med i filen/).count()).toBe(0);

    const { page: other } = await openDevice({ ...calm, now: sampleNow });
    await restore(other, file, passphrase);
    expect(await readOverview(other)).toBe(overview);
    expect(tellWork(await readRows(other))).toEqual(tellWork(rows));
  });

  test('is waited for in words while another tab holds it, and goes on by itself', async ({ openSample }) => {
    const { page, openTab } = await openSample(calm);
    await page.goto('/manifest.webmanifest');
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          indexedDB.deleteDatabase('lofteskollen');
          const opening = indexedDB.open('lofteskollen', 10);
          opening.onupgradeneeded = () => opening.result.createObjectStore('promises', { keyPath: 'id' });
          opening.onsuccess = () => resolve();
          localStorage.setItem('lofteskollen-lock', '1');
        }),
    );
    const waiting = await openTab();
    await waiting.goto('/oversikt');
    await waiting.getByRole('heading', { name: 'Databasen svarar inte ännu' }).waitFor();
    await page.close();
    await waiting.getByRole('heading', { name: 'Databasen svarar inte ännu' }).waitFor({ state: 'detached' });
    await waiting.getByRole('heading', { level: 1 }).waitFor();
  });
});

describe('an open device whose database will not open', () => {
  test('leaves its protected promise out of a plain copy, says so, and saves all with a passphrase', async ({
    openSample,
    openDevice,
  }) => {
    const { device, overview, rows } = await beginProtected(await openSample(calm));

    const broken = await openBroken(device);
    const plain = await save(broken, 'Spara som fil');
    await broken.getByText('Ett skyddat löfte är inte med i filen.').waitFor();
    await saveShots(broken, 'rescue-without');
    expect(await findFaults(broken, 'rescue, without')).toEqual([]);
    const { tables } = JSON.parse(plain.buffer.toString()) as { readonly tables: Rows };
    const ids = Object.values(rows).flatMap((own) => own.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])));
    expect(ids.filter((id) => plain.buffer.includes(id))).toEqual([]);
    expect(plain.buffer.includes(note)).toBe(false);
    expect(tables.promises).toEqual([]);

    await press(broken, 'Spara allt med lösenfras');
    await broken.getByText('Lösenfrasen behöver vara minst 12 tecken.').waitFor();
    await broken.getByLabel('Lösenfras', { exact: true }).fill(passphrase);
    await broken.getByLabel('Lösenfrasen en gång till').fill(passphrase);
    const sealed = await save(broken, 'Spara allt med lösenfras');
    await broken.getByText(/skyddade löften med/).waitFor();
    await saveShots(broken, 'rescue-all');
    expect(sealed.buffer.includes(note)).toBe(false);
    const { page: other } = await openDevice({ ...calm, now: sampleNow });
    await restore(other, sealed, passphrase);
    expect(await readOverview(other)).toBe(overview);
    expect(tellWork(await readRows(other))).toEqual(tellWork(rows));
  });

  test('has an unprotected promise in a plain copy, which another device takes as it is', async ({
    openSample,
    openDevice,
  }) => {
    const device = await openSample(calm);
    await device.page.goto('/manifest.webmanifest');
    await readRows(device.page, { example: undefined });
    const overview = await readOverview(device.page);
    const rows = await readRows(device.page);
    const broken = await openBroken(device);
    const file = await save(broken, 'Spara som fil');
    await broken.getByText(/Alla delar gick att läsa/).waitFor();
    expect(await broken.getByText(/inte med i filen/).count()).toBe(0);
    const { page: other } = await openDevice({ ...calm, now: sampleNow });
    await restore(other, file);
    expect(await readOverview(other)).toBe(overview);
    expect(tellWork(await readRows(other))).toEqual(tellWork(rows));
  });
});
