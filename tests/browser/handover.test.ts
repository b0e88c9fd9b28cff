import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { createScratchFolder } from '#tests/support/data-folders.ts';
import { cameraFlags, filmPictures } from '#tests/support/film-pictures.ts';
import { findFaults } from '#tests/support/find-faults.ts';
import { type DeviceOptions, launchBrowser, openDevice } from '#tests/support/launch-browser.ts';
import { test } from '#tests/support/sample-test.ts';
import { saveShots } from '#tests/support/share-story.ts';
import { choice, readText, visit } from '#tests/support/walk-app.ts';

/** Two days after the sample year was taken: what is made in the same hours is handed over again with what is new. */
const now = '2026-11-23T10:12:00+01:00';
const handoverPage = '/installningar/overlamning';

/** The sample year as somebody's own work, in the rows and in their history: it is nobody's example any more. */
async function makeOwn(page: Page): Promise<void> {
  await visit(page, '/om');
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        interface Stored {
          readonly changes: readonly { readonly f?: { readonly example?: unknown } }[];
        }
        const disown = ({ changes, ...action }: Stored) => ({
          ...action,
          label: 'imported',
          changes: changes.map(({ f: { example: _example, ...f } = {}, ...change }) => ({
            ...change,
            ...(Object.keys(f).length > 0 && { f }),
          })),
        });
        const opening = indexedDB.open('lofteskollen');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(['promises', 'history'], 'readwrite');
          const promises = transaction.objectStore('promises');
          const history = transaction.objectStore('history');
          const rows = promises.getAll();
          rows.onsuccess = () => {
            for (const { example: _example, ...row } of rows.result) promises.put(row);
          };
          const actions = history.getAll();
          actions.onsuccess = () => {
            for (const action of actions.result) history.put(disown(action));
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
}

/** What the overview says, word for word, below its heading. */
async function readFigures(page: Page): Promise<string> {
  await visit(page, '/oversikt');
  await page
    .getByRole('link', { name: /Tolv trafikkontroller/ })
    .first()
    .waitFor();
  // Each part of the page comes when it has been read.
  await page
    .getByText(/insatser hittills/)
    .first()
    .waitFor();
  await page.getByText('Hämtar …').first().waitFor({ state: 'detached' });
  const title = await readText(page.getByRole('heading', { level: 1 }).first());
  const text = await readText(page.getByRole('main'));
  return text.slice(text.indexOf(title));
}

async function log(page: Page): Promise<void> {
  await visit(page, '/logga');
  await page.getByRole('button', { name: 'Spara insats' }).click();
  await page.getByRole('status').filter({ hasText: 'Sparad' }).waitFor();
}

/** Everything up to the code. Out: the code. */
async function prepare(page: Page, own: string, receiver: string, since = false): Promise<string> {
  await visit(page, handoverPage);
  await page.getByLabel('Vad heter den här enheten?').fill(own);
  await page.getByLabel('Vem tar emot?').fill(receiver);
  if (since) await choice(page, 'Det som är nytt sedan förra lämningen').click();
  await page.getByRole('button', { name: 'Visa vad som lämnas' }).click();
  await page.getByRole('heading', { name: 'Det här lämnas' }).waitFor();
  return readText(page.getByText(/^[A-Z0-9]{4}(-[A-Z0-9]{4}){4}$/));
}

async function saveFile(page: Page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Spara som fil' }).click(),
  ]);
  await page.getByText(/Filen är sparad/).waitFor();
  const buffer = readFileSync(await download.path());
  return { name: download.suggestedFilename(), mimeType: 'application/octet-stream', buffer };
}

async function open(page: Page, code: string): Promise<void> {
  await page.getByLabel('Kod', { exact: true }).fill(code.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Öppna' }).click();
}

async function take(page: Page): Promise<void> {
  await page.getByRole('heading', { name: /Det här kommer från/ }).waitFor();
  await page.getByRole('button', { name: 'Ta emot', exact: true }).click();
  await page.getByRole('heading', { name: /Mottaget från/ }).waitFor();
}

/** A picture of every code that is shown, the last one first. */
async function takePictures(page: Page): Promise<readonly Buffer[]> {
  const label = await readText(page.getByText(/^Kod \d+ av \d+$/).last());
  const count = Number(label.split(' ').at(-1));
  const pictures: Buffer[] = [];
  for (let number = 1; number <= count; number++) {
    const shown = page.getByRole('img', { name: `Kod ${number} av ${count}` });
    await shown.waitFor();
    pictures.unshift(await shown.screenshot());
    if (number < count) await page.getByRole('button', { name: 'Nästa kod' }).click();
  }
  return pictures;
}

async function readPictures(page: Page, pictures: readonly Buffer[]): Promise<void> {
  await visit(page, handoverPage);
  for (const [read, buffer] of pictures.entries()) {
    const picture = { name: 'kod.png', mimeType: 'image/png', buffer };
    await page.getByLabel('Eller bilder av QR-koderna').setInputFiles(picture);
    await page.getByText(`${read + 1} av ${pictures.length} koder lästa.`).waitFor();
  }
  await page.getByText('Alla koder är lästa.').waitFor();
}

async function readByCamera(page: Page): Promise<void> {
  await visit(page, handoverPage);
  await page.getByRole('button', { name: 'Läs QR-koder med kameran' }).click();
  await page.getByText('Alla koder är lästa.').waitFor();
  // Nobody is filmed any longer than it takes.
  await page.getByRole('button', { name: 'Läs QR-koder med kameran' }).waitFor();
}

/** A device in a browser of its own. */
async function withDevice(options: DeviceOptions, flags: readonly string[], use: (page: Page) => Promise<void>) {
  const browser = await launchBrowser(flags);
  try {
    const { context, page, problems } = await openDevice(browser, options);
    await context.grantPermissions(['camera']);
    await use(page);
    expect(problems).toEqual([]);
  } finally {
    await browser.close();
  }
}

describe('without a server', () => {
  test('phone and desk hand each other a year by file, and their figures are the same after both have worked', async ({
    openSample,
    openDevice,
  }) => {
    const { page: phone } = await openSample({ now, reducedMotion: 'reduce' });
    await makeOwn(phone);
    const figures = await readFigures(phone);
    const code = await prepare(phone, 'Telefonen', 'Skrivbordet');
    expect(await findFaults(phone, `${handoverPage} given`)).toEqual([]);
    await saveShots(phone, 'handover-given');
    const file = await saveFile(phone);

    const { page: desk, context } = await openDevice({ now, reducedMotion: 'reduce' });
    await visit(desk, handoverPage);
    await desk.getByLabel('Fil som du har fått').setInputFiles(file);
    await open(desk, 'ACDE-ACDE-ACDE-ACDE-ACDE');
    await desk.getByText(/Koden stämmer inte med lämningen/).waitFor();
    await open(desk, code);
    await desk.getByRole('heading', { name: 'Det här kommer från Telefonen' }).waitFor();
    expect(await findFaults(desk, `${handoverPage} preview`)).toEqual([]);
    await saveShots(desk, 'handover-preview');
    await take(desk);
    await saveShots(desk, 'handover-taken');
    expect(await readFigures(desk)).toEqual(figures);

    await log(phone);
    await log(desk);
    const back = await prepare(desk, 'Skrivbordet', 'Telefonen', true);
    const answer = await saveFile(desk);
    await visit(phone, handoverPage);
    await phone.getByLabel('Fil som du har fått').setInputFiles(answer);
    await open(phone, back);
    await take(phone);

    // What is new is little enough for codes: the pictures of them are read in the other order.
    const again = await prepare(phone, 'Telefonen', 'Skrivbordet', true);
    await phone.getByRole('button', { name: 'Visa som QR-koder' }).click();
    await phone.getByRole('heading', { name: 'QR-koder', exact: true }).waitFor();
    await saveShots(phone, 'handover-codes');
    const storageState = await context.storageState({ indexedDB: true });
    const pictures = await takePictures(phone);
    await readPictures(desk, pictures);
    await open(desk, again);
    await take(desk);
    const both = await readFigures(phone);
    expect(both).not.toEqual(figures);
    expect(await readFigures(desk)).toEqual(both);

    using folder = createScratchFolder();
    const film = join(folder.path, 'codes.y4m');
    await filmPictures(desk, pictures, film);
    await withDevice({ now, storageState }, cameraFlags(film), async (tablet) => {
      await readByCamera(tablet);
      await open(tablet, again);
      await take(tablet);
      expect(await readFigures(tablet)).toEqual(both);
    });
  });

  test('a damaged handover changes nothing, and one that was taken in can be given back', async ({
    openSample,
    openDevice,
  }) => {
    const { page: phone } = await openSample({ now, reducedMotion: 'reduce' });
    await makeOwn(phone);
    const code = await prepare(phone, 'Telefonen', 'Skrivbordet');
    const file = await saveFile(phone);
    const { page: desk } = await openDevice({ now, reducedMotion: 'reduce' });
    await visit(desk, handoverPage);
    const cut = { ...file, buffer: file.buffer.subarray(0, -100) };
    await desk.getByLabel('Fil som du har fått').setInputFiles(cut);
    await open(desk, code);
    await desk.getByText(/skadad eller avkortad/).waitFor();
    await desk.getByLabel('Fil som du har fått').setInputFiles(file);
    await open(desk, code);
    await take(desk);
    await desk.getByRole('button', { name: 'Lämna tillbaka' }).click();
    await desk.getByText('Lämningen är borttagen. Allt är som innan du tog emot den.').waitFor();
    await visit(desk, '/loften');
    expect(await desk.getByText('Exempelköping').count()).toBe(0);
  });
});
