import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { findFaults } from '#tests/support/find-faults.ts';
import { sampleNow, test } from '#tests/support/sample-test.ts';
import { saveShots } from '#tests/support/share-story.ts';
import { readText, visit } from '#tests/support/walk-app.ts';

const passphrase = 'tre katter under en bro';
const backupPage = '/installningar/sakerhetskopia';
const restoreField = 'Fil att återställa från';
const tryField = 'Fil att prova';

/** The sample year as somebody's own work: it is nobody's example any more. */
async function makeOwn(page: Page): Promise<void> {
  await visit(page, '/om');
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('lofteskollen');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const store = opening.result.transaction('promises', 'readwrite').objectStore('promises');
          const asking = store.getAll();
          asking.onsuccess = () => {
            for (const { example: _example, ...row } of asking.result) store.put(row);
            store.transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        };
      }),
  );
}

/** What a page says from its heading on: reminders stand above it. */
async function readPage(page: Page): Promise<string> {
  const title = await readText(page.getByRole('heading', { level: 1 }).first());
  const text = await readText(page.getByRole('main'));
  return text.slice(text.indexOf(title));
}

/** What the overview and the report say, word for word. */
async function readFigures(page: Page): Promise<readonly string[]> {
  await visit(page, '/oversikt');
  const goal = page.getByRole('link', { name: /Tolv trafikkontroller/ }).first();
  await goal.waitFor();
  await expect.poll(() => page.getByText('Hämtar …').count()).toBe(0);
  const overview = await readPage(page);
  await visit(page, '/uppfoljning?del=rapport');
  await page.getByRole('table').first().waitFor();
  return [overview, await readPage(page)];
}

interface Chosen {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

async function saveSealed(page: Page): Promise<Chosen> {
  await visit(page, backupPage);
  await page.getByLabel('Lösenfras', { exact: true }).fill(passphrase);
  await page.getByLabel('Lösenfrasen en gång till').fill(passphrase);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Spara säkerhetskopia' }).click(),
  ]);
  await page.getByText(/är klar\. Webbläsaren lägger den/).waitFor();
  const name = download.suggestedFilename();
  return { name, mimeType: 'application/octet-stream', buffer: readFileSync(await download.path()) };
}

async function unlock(page: Page, typed: string): Promise<void> {
  await page.getByLabel('Filen är låst. Skriv lösenfrasen som den sparades med.').fill(typed);
  await page.getByRole('button', { name: 'Lås upp' }).click();
}

describe('a year of work', () => {
  test('goes from one device to another by file alone, and the figures are the same', async ({
    openSample,
    openDevice,
  }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    await makeOwn(page);
    const figures = await readFigures(page);
    const file = await saveSealed(page);
    await page.getByText('Inget har ändrats sedan dess.').waitFor();
    expect(await findFaults(page, backupPage)).toEqual([]);
    await saveShots(page, 'backup-saved');

    const { page: other } = await openDevice({ now: sampleNow, reducedMotion: 'reduce' });
    await visit(other, backupPage);
    await other.getByLabel(restoreField).setInputFiles(file);
    await unlock(other, 'fyra katter under en bro');
    await other.getByText(/Lösenfrasen stämmer inte/).waitFor();
    await saveShots(other, 'backup-wrong');
    await unlock(other, passphrase);
    await other.getByRole('heading', { name: 'Det här finns i filen' }).waitFor();
    expect(await other.getByRole('radio', { name: /Ersätt allt/ }).count()).toBe(0);
    expect(await findFaults(other, `${backupPage} preview`)).toEqual([]);
    await saveShots(other, 'backup-preview');
    await other.getByRole('button', { name: 'Återställ', exact: true }).click();
    await other.getByRole('heading', { name: 'Återställt' }).waitFor();
    await saveShots(other, 'backup-restored');
    expect(await readFigures(other)).toEqual(figures);

    // A further visit can take it back.
    await visit(other, backupPage);
    await other.getByRole('button', { name: 'Ångra återläsningen' }).click();
    await other.getByText('Återläsningen är ångrad. Allt är som det var före den.').waitFor();
    await visit(other, '/loften');
    expect(await other.getByText('Exempelköping').count()).toBe(0);
  });

  test('is read back for trial, and a damaged or foreign file changes nothing', async ({ openSample }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    await makeOwn(page);
    const figures = await readFigures(page);
    const file = await saveSealed(page);

    await page.getByLabel(tryField).setInputFiles(file);
    await unlock(page, passphrase);
    await page.getByText('Filen går att läsa tillbaka').waitFor();
    await page.getByText('Alla siffror är också desamma som på den här enheten.').waitFor();
    await saveShots(page, 'backup-tried');
    const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(names).not.toContain('lofteskollen-trial');

    const flipped = Buffer.from(file.buffer);
    flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 1;
    await page.getByLabel(restoreField).setInputFiles({ ...file, buffer: flipped });
    await page.getByText(/Filen är skadad/).waitFor();
    await page
      .getByLabel(restoreField)
      .setInputFiles({ ...file, name: 'bild.zip', buffer: Buffer.from('PK\u0003\u0004 hej') });
    await page.getByText('bild.zip gick inte att läsa').waitFor();
    await saveShots(page, 'backup-refused');
    await page
      .getByLabel(restoreField)
      .setInputFiles({ ...file, name: 'ny.json', buffer: Buffer.from('{"format":"lofteskollen-copy","version":2}') });
    await page.getByText(/sparad av en nyare version/).waitFor();
    expect(await readFigures(page)).toEqual(figures);
  });

  test('is replaced by a file where a person says so, and comes back when they take it back', async ({
    openSample,
  }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    await makeOwn(page);
    const file = await saveSealed(page);
    await visit(page, '/logga');
    await page.getByRole('button', { name: 'Spara insats' }).click();
    await page.getByRole('status').filter({ hasText: 'Sparad' }).waitFor();
    const figures = await readFigures(page);

    await visit(page, backupPage);
    await page.getByText(/Sedan dess: 1 insats/).waitFor();
    await page.getByLabel(restoreField).setInputFiles(file);
    await unlock(page, passphrase);
    await page.locator('label').filter({ hasText: 'Ersätt allt på enheten' }).click();
    await saveShots(page, 'backup-choice');
    await page.getByRole('button', { name: 'Ersätt allt', exact: true }).click();
    await page.getByRole('heading', { name: 'Återställt' }).waitFor();
    await page.getByRole('button', { name: 'Ångra återläsningen' }).click();
    await page.getByText('Återläsningen är ångrad. Allt är som det var före den.').waitFor();

    expect(await readFigures(page)).toEqual(figures);
  });
});

describe('a file that is written by itself', () => {
  test('is chosen once, and follows what is done', async ({ openSample }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    await makeOwn(page);
    // The browser's own dialog cannot be driven; the handle behind it is a real one, of the origin's own folder.
    await page.addInitScript(() => {
      Object.assign(globalThis, {
        showSaveFilePicker: async () =>
          (await navigator.storage.getDirectory()).getFileHandle('kopia.zip', { create: true }),
      });
    });
    const size = () =>
      page.evaluate(async () => {
        const folder = await navigator.storage.getDirectory();
        return (await (await folder.getFileHandle('kopia.zip')).getFile()).size;
      });
    await visit(page, backupPage);
    await page.getByRole('button', { name: 'Välj fil', exact: true }).click();
    await page.getByText(/Sparar till kopia\.zip\. Senast skriven/).waitFor();
    const first = await size();
    expect(first).toBeGreaterThan(10_000);

    const bytes = await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      const file = await (await folder.getFileHandle('kopia.zip')).getFile();
      return Array.from(new Uint8Array(await file.arrayBuffer()));
    });
    await page
      .getByLabel(tryField)
      .setInputFiles({ name: 'kopia.zip', mimeType: 'application/zip', buffer: Buffer.from(bytes) });
    await page.getByText('Filen går att läsa tillbaka').waitFor();
    await page.getByText(/Sparar till kopia\.zip/).waitFor();
    await page.getByRole('button', { name: 'Sluta spara av sig själv' }).click();
    await page.getByText(/Sparar till kopia\.zip/).waitFor({ state: 'detached' });
  });
});
