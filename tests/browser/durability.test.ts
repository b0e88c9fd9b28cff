/** Whatever happens to the storage ends in words, with a way out, and without loss of what was saved. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Download, Page } from 'playwright';
import { describe, expect } from 'vitest';
import { breakOpening } from '#tests/support/break-opening.ts';
import { test } from '#tests/support/sample-test.ts';
import { saveShot } from '#tests/support/save-shot.ts';
import { readReceipt, visit } from '#tests/support/walk-app.ts';

/** On the same origin, and no page of the app: nothing there holds the database. */
const beside = '/manifest.webmanifest';
/** For a page that names no icon the browser asks for one. */
const besides = { isExpected: (problem: string) => problem.includes('status of 404') };

async function shoot(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const [width, height] of [
    [390, 844],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    await saveShot(page, `durability-${name}-${width}`);
  }
  if (before) await page.setViewportSize(before);
}

async function setQuota(context: BrowserContext, page: Page, quotaSize?: number): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(page.url()).origin,
    ...(quotaSize !== undefined && { quotaSize }),
  });
}

/** What the browser answers to a write past the app: it remembers for a while how much room there was. */
const tryWrite = (page: Page) =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('lofteskollen');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const transaction = db.transaction('drafts', 'readwrite');
    transaction.objectStore('drafts').put({ key: 'probe', value: 'x'.repeat(1_000_000) });
    const answer = await new Promise<string>((resolve) => {
      transaction.oncomplete = () => resolve('written');
      transaction.onabort = () => resolve(transaction.error?.name ?? 'aborted');
    });
    db.close();
    return answer;
  });

/** Changes one row where it lies, past the app. */
const changeRow = (page: Page, table: string, index: number, fields: object) =>
  page.evaluate(
    async ([name, at, change]) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('lofteskollen');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = db.transaction([name, 'meta'], 'readwrite');
      // The daily look is due again.
      transaction.objectStore('meta').delete('broken-rows');
      const all = transaction.objectStore(name).getAll();
      all.onsuccess = () => transaction.objectStore(name).put({ ...all.result[at], ...change });
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      const row = all.result[at] as { readonly shortName?: string };
      db.close();
      return row.shortName ?? '';
    },
    [table, index, fields] as const,
  );

/** Resolves once the app has looked after its storage, which it does after the first page stands. */
const waitForGuard = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open('lofteskollen');
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        const asking = db.transaction('meta').objectStore('meta').get('broken-rows');
        return new Promise<boolean>((resolve) => {
          asking.onsuccess = () => {
            db.close();
            resolve(asking.result !== undefined);
          };
        });
      }),
    )
    .toBe(true);

/** The sample year as somebody's own work: marked as such, and looked after. */
async function makeOwn(page: Page): Promise<void> {
  await page.goto(beside);
  await changeRow(page, 'promises', 0, { example: undefined });
  await visit(page, '/oversikt');
  await expect.poll(() => page.evaluate(() => localStorage.getItem('canary'))).not.toBeNull();
  await waitForGuard(page);
}

const readDownload = async (download: Download): Promise<Record<string, unknown>> =>
  JSON.parse(readFileSync(await download.path(), 'utf8'));

describe('a full device', () => {
  test('says so in the frame, keeps what is typed, gives a copy, and goes on when there is room', async ({
    openSample,
  }) => {
    const { context, page } = await openSample();
    await visit(page, '/logga');
    await waitForGuard(page);
    await page.getByRole('button', { name: 'Anteckning' }).click();
    const note = page.getByRole('textbox', { name: 'Anteckning' });
    await note.fill('Lugnt på torget');
    await setQuota(context, page, 1);
    await expect.poll(() => tryWrite(page), { timeout: 60_000 }).toBe('QuotaExceededError');
    await page.getByRole('button', { name: 'Spara insats' }).click();

    await page.getByText('Enheten är full: inget nytt kan sparas just nu').waitFor();
    expect(await note.inputValue()).toBe('Lugnt på torget');
    await note.fill('Lugnt på torget, mycket folk');
    await shoot(page, 'full');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Spara en kopia av allt' }).click(),
    ]);
    const copy = await readDownload(download);
    expect(JSON.stringify(copy.drafts)).toContain('mycket folk');
    await page.getByRole('button', { name: 'Försök igen' }).first().click();
    await page.getByText('Det är fortfarande fullt.').waitFor();
    expect(await note.inputValue()).toBe('Lugnt på torget, mycket folk');

    await setQuota(context, page);
    await page.getByRole('button', { name: 'Spara insats' }).click();
    await readReceipt(page);
    await expect.poll(() => page.getByText('Enheten är full').count()).toBe(0);
  });
});

describe('a browser that has cleared the storage', () => {
  test('is noticed before anything else, with every way back', async ({ openSample }) => {
    const { page } = await openSample(besides);
    await makeOwn(page);
    await page.goto(beside);
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          indexedDB.deleteDatabase('lofteskollen').onsuccess = resolve;
        }),
    );
    await visit(page, '/oversikt');
    await page.getByRole('heading', { name: 'Dina uppgifter finns inte kvar på den här enheten' }).waitFor();
    expect(await page.getByRole('link', { name: 'Hämta från servern' }).count()).toBe(0);
    await shoot(page, 'cleared');
    const backup = page.getByRole('link', { name: 'Läs tillbaka en säkerhetskopia' });
    expect(await backup.getAttribute('href')).toBe('/installningar/sakerhetskopia');
    // Where the device shared, the server has it; what it is called is nowhere.
    await page.evaluate(() => localStorage.setItem('canary', 'joined'));
    await visit(page, '/logga');
    await page.getByRole('link', { name: 'Hämta från servern' }).waitFor();
    await shoot(page, 'cleared-shared');
    await page.getByRole('button', { name: 'Börja om' }).click();
    await page.getByRole('button', { name: 'Hämta exempelåret' }).waitFor();
    await visit(page, '/logga');
    await waitForGuard(page);
    expect(await page.getByText('finns inte kvar på den här enheten').count()).toBe(0);
  });

  test('in part is told once, and everything saved is there', async ({ openSample }) => {
    const { page } = await openSample(besides);
    await makeOwn(page);
    await page.evaluate(() => localStorage.clear());
    await visit(page, '/oversikt');
    await page.getByText('Webbläsaren har rensat en del av lagringen').waitFor();
    await page.getByRole('link', { name: '25 av 36' }).waitFor();
    await shoot(page, 'partly-cleared');
    await expect.poll(() => page.evaluate(() => localStorage.getItem('canary'))).toBe('alone');
    await visit(page, '/oversikt');
    await page.getByRole('link', { name: '25 av 36' }).waitFor();
    expect(await page.getByText('Webbläsaren har rensat').count()).toBe(0);
  });

  test('is nothing to a new device, nor to one with nothing but examples', async ({ openDevice, openSample }) => {
    for (const { page } of [await openDevice(), await openSample()]) {
      await visit(page, '/logga');
      await waitForGuard(page);
      expect(await page.getByText(/finns inte kvar|har rensat/).count()).toBe(0);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    }
  });
});

describe('a database that an older tab holds', () => {
  test('is told of, first above the page and then in its place, and goes on by itself', async ({ openDevice }) => {
    const { page, openTab } = await openDevice(besides);
    const holder = await openTab();
    await holder.goto(beside);
    await holder.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('lofteskollen', 10);
          // As stubborn as a tab that is frozen: it does not close when it is asked to.
          opening.onupgradeneeded = () => opening.result.createObjectStore('promises', { keyPath: 'id' });
          opening.onsuccess = () => resolve();
        }),
    );
    await page.goto('/om');
    await page.getByText('En annan flik håller kvar en äldre version').waitFor();
    await page.getByRole('heading', { name: 'Databasen svarar inte ännu' }).waitFor();
    await shoot(page, 'silent');
    await holder.close();
    await page.getByRole('heading', { name: 'Databasen svarar inte ännu' }).waitFor({ state: 'detached' });
    expect(await page.getByText('håller kvar en äldre version').count()).toBe(0);
  });
});

describe('a database that does not open', () => {
  test('is said on a page of its own: try again, save what can be read, and last begin anew', async ({
    openSample,
  }) => {
    const { page, openTab } = await openSample(besides);
    await makeOwn(page);
    await page.goto(beside);
    const broken = await openTab();
    await broken.addInitScript(breakOpening);
    await broken.goto('/oversikt');
    await broken.getByRole('heading', { name: 'Databasen går inte att öppna' }).waitFor();
    await shoot(broken, 'failed');
    const [download] = await Promise.all([
      broken.waitForEvent('download'),
      broken.getByRole('button', { name: 'Spara som fil' }).click(),
    ]);
    const { tables } = (await readDownload(download)) as { tables: Record<string, readonly unknown[]> };
    expect(tables.promises).toHaveLength(1);
    expect(tables.progressLogs?.length).toBeGreaterThan(100);
    await broken.getByText(/rader sparade\. Alla delar gick att läsa/).waitFor();

    await broken.getByRole('button', { name: 'Ta bort och börja om …' }).click();
    await broken.getByRole('button', { name: 'Ta bort databasen' }).click();
    await broken.getByText('Skriv orden precis som de står.').waitFor();
    await shoot(broken, 'failed-remove');
    await broken.getByRole('textbox', { name: 'Skriv BÖRJA OM för att bekräfta' }).fill('börja om');
    await broken.getByRole('button', { name: 'Ta bort databasen' }).click();
    const isThere = () =>
      page.evaluate(async () => (await indexedDB.databases()).some(({ name }) => name === 'lofteskollen'));
    await expect.poll(isThere).toBe(false);
    // It starts anew by itself, and here cannot open a new one either: closed in the middle of that, the browser may hang.
    await broken.waitForURL((url) => url.pathname !== '/oversikt');
    await broken.getByRole('heading', { name: 'Databasen går inte att öppna' }).waitFor();
    await broken.close();
    await visit(page, '/oversikt');
    await page.getByRole('heading', { name: 'Dina uppgifter finns inte kvar på den här enheten' }).waitFor();
  });
});

describe('a connection that the browser closes', () => {
  test('is opened again: what is being saved is saved, once', async ({ openSample }) => {
    const { page } = await openSample();
    await visit(page, '/logga');
    await waitForGuard(page);
    await page.evaluate(() => {
      const { transaction } = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
        IDBDatabase.prototype.transaction = transaction;
        this.close();
        return transaction.apply(this, args);
      };
    });
    await page.getByRole('button', { name: 'Spara insats' }).click();
    await readReceipt(page);
    await visit(page, '/oversikt');
    await page
      .getByText(/insatser hittills/)
      .first()
      .waitFor();
  });
});

describe('a record that cannot be read', () => {
  test('is named above every page, and built up again from history with its figures', async ({ openSample }) => {
    const { page } = await openSample(besides);
    await visit(page, '/oversikt');
    const figure = page.getByRole('link', { name: '25 av 36' });
    await figure.waitFor();
    await page.goto(beside);
    const name = await changeRow(page, 'goals', 0, { target: 7 });
    await page.goto('/om');
    await page.getByText('1 post går inte att läsa').waitFor();
    await shoot(page, 'broken-notice');
    await page.getByRole('link', { name: 'Se efter' }).click();
    await page.getByRole('heading', { name: `Mål: ${name}` }).waitFor();
    await shoot(page, 'broken-rows');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Spara dem som fil' }).click(),
    ]);
    expect(JSON.stringify(await readDownload(download))).toContain('"target":7');
    await page.getByRole('button', { name: 'Bygg upp igen' }).click();
    await page.getByText('1 post går inte att läsa').waitFor({ state: 'detached' });
    await visit(page, '/oversikt');
    await figure.waitFor();
  });
});
