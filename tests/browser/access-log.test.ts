import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { test } from '#tests/support/browser-test.ts';
import { findFaults } from '#tests/support/find-faults.ts';
import { saveShot } from '#tests/support/save-shot.ts';
import { joinAs, logAndShare, story } from '#tests/support/share-story.ts';
import { shareStory } from '#tests/support/story-server.ts';
import { choice, visit } from '#tests/support/walk-app.ts';

const shared = shareStory();

const isExpected = (problem: string) => /status of (401|404|409)/.test(problem);
/** What each row says besides its time, as it is read aloud. */
const readRows = (page: Page) =>
  page.locator('main tbody tr').evaluateAll((rows) =>
    rows.map((row) =>
      [...row.children]
        .slice(1)
        .map((cell) => cell.textContent)
        .join(': '),
    ),
  );

describe('the log', () => {
  test('tells an administrator what was shared, fetched and taken out, and by whom', async ({ openDevice }) => {
    const { title } = story.promise;
    const device = await joinAs(openDevice, shared.bo, { isExpected });
    await logAndShare(device.page);
    await visit(device.page, '/konto');
    const [download] = await Promise.all([
      device.page.waitForEvent('download'),
      device.page.getByRole('button', { name: 'Spara som fil' }).click(),
    ]);
    await device.page.getByText('Filen mina-uppgifter.json är sparad på enheten.').waitFor();
    const extract = JSON.parse(readFileSync(await download.path(), 'utf8'));
    expect(extract).toMatchObject({ account: { name: 'Bo' }, records: { progressLogs: [expect.any(String)] } });

    const { page, context } = await openDevice({ baseUrl: shared.server.url, isExpected });
    await shared.server.admin.signIn(context);
    await visit(page, '/konto');
    await page.getByRole('link', { name: 'Logg: vem har läst och ändrat vad' }).click();
    await page.getByRole('heading', { name: 'Logg', level: 1 }).waitFor();
    await expect
      .poll(() => readRows(page))
      .toEqual(expect.arrayContaining(['Bo: Hämtade det som finns lagrat om sig', 'Bo: Sparade en fil (json)']));
    const rows = await readRows(page);
    expect(rows[0]).toBe('Anna Admin: Läste loggen');
    expect(rows).toContain('Bo: Delade 1 ändring: ett löfte');
    expect(rows).toContain('Bo: Hämtade allt: ett löfte');
    expect(rows.at(-1)).toBe('Anna Admin: Startade servern');
    expect(rows.join()).not.toContain(title);

    await page.getByLabel('Person', { exact: true }).selectOption('Bo');
    await expect.poll(async () => (await readRows(page)).at(-1)).toBe('Anna Admin: Gav Bo behörighet: ett löfte');
    const ofBo = await readRows(page);
    expect(ofBo[0]).toBe('Anna Admin: Läste loggen om Bo');
    expect(ofBo.every((row) => row.includes('Bo'))).toBe(true);
  });

  test('becomes a report of a quarter: by account and promise, on paper, and as a file', async ({ openDevice }) => {
    const { page, context } = await openDevice({ baseUrl: shared.server.url, isExpected });
    await shared.server.admin.signIn(context);
    await visit(page, '/logg');
    await page.getByRole('link', { name: 'Kvartalsrapport' }).click();
    await page.getByRole('heading', { name: 'Kvartalsrapport över åtkomst' }).waitFor();
    const table = (name: string) => page.getByRole('table', { name });
    await table('Per konto').first().waitFor();
    const read = async (name: string) =>
      (await table(name).first().getByRole('row').allInnerTexts()).map((text) => text.split(/\s+/).join(' '));
    const people = await page.getByRole('table', { name: 'Per konto', exact: true }).getByRole('row').allInnerTexts();
    const [, , ofBo = ''] = people.map((text) => text.split(/\s+/).join(' '));
    expect(ofBo).toMatch(/^Bo \d+ [1-9]\d* 1 1$/);
    expect((await read('Per konto och löfte')).join()).toMatch(/Bo ett löfte \(…[0-9a-f]{4}\) [1-9]\d* 1 /);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Spara som kalkylblad (CSV)' }).click(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv.split('\r\n')[0]).toBe('\ufeffKonto;Löfte;Inloggningar;Läsningar;Ändringar;Uttag');
    expect(csv).toMatch(/\r\nBo;ett löfte \(…[0-9a-f]{4}\);0;\d+;1;/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Skriv ut' }).isVisible()).toBe(false);
    expect(await page.getByText(/^Kvartal \d \d{4}, /).isVisible()).toBe(true);
    await saveShot(page, 'access-report-paper');
    await page.emulateMedia({ media: 'screen' });
    // A quarter before the log began.
    await page.getByLabel('Kvartal', { exact: true }).selectOption({ index: 5 });
    await page.getByRole('heading', { name: 'Inget loggat' }).waitFor();
    await page.getByText(/^Loggen börjar/).waitFor();
    await saveShot(page, 'access-report-empty');
    await visit(page, '/logg');
    await expect.poll(() => readRows(page)).toContain('Anna Admin: Tog fram kvartalsrapporten över åtkomst');
  });

  test('is for no one else, and says so', async ({ openDevice }) => {
    const { page, context } = await openDevice({ baseUrl: shared.server.url, isExpected });
    await visit(page, '/logg');
    await page.getByText('Logga in för att läsa loggen.').waitFor();
    await shared.bo.signIn(context);
    await visit(page, '/logg');
    await page.getByText('Loggen läses bara av den som administrerar personer.').waitFor();
    await visit(page, '/konto');
    await page.getByRole('button', { name: 'Spara som fil' }).waitFor();
    expect(await page.getByRole('link', { name: /^Logg:/ }).count()).toBe(0);
  });

  for (const width of [390, 1280]) {
    test(`is read in both languages without a barrier, ${width} px wide`, async ({ openDevice }) => {
      const options = { baseUrl: shared.server.url, width, reducedMotion: 'reduce', isExpected } as const;
      const { page, context } = await openDevice(options);
      await shared.server.admin.signIn(context);
      const faults: string[] = [];
      for (const [language, title] of [
        ['Svenska', 'Logg'],
        ['English', 'Log'],
      ] as const) {
        await visit(page, '/installningar');
        await choice(page, language).click();
        await visit(page, '/logg');
        await page.getByRole('heading', { name: title, level: 1, exact: true }).waitFor();
        await expect.poll(async () => (await readRows(page)).length).toBeGreaterThan(5);
        faults.push(...(await findFaults(page, `/logg ${language}`)));
        await saveShot(page, `access-log-${language}-${width}`);
        await visit(page, '/logg?del=rapport');
        await page.getByRole('table').first().waitFor();
        faults.push(...(await findFaults(page, `/logg report ${language}`)));
        await saveShot(page, `access-report-${language}-${width}`);
      }
      const isWide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect([faults, isWide]).toEqual([[], false]);
    });
  }
});
