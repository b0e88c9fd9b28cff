import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { findFaults } from '#tests/support/find-faults.ts';
import { test } from '#tests/support/sample-test.ts';
import { choice, readText, visit } from '#tests/support/walk-app.ts';

async function takeExamplePromises(page: Page): Promise<void> {
  await visit(page, '/loften/nytt');
  await choice(page, 'Se exempel först').click();
  await page.getByRole('button', { name: 'Hämta fem exempel på löften' }).click();
  await page.getByRole('heading', { level: 1, name: 'Löften' }).waitFor();
}

/** The sample promise becomes one of two municipalities. */
async function shareSample(page: Page): Promise<void> {
  await visit(page, '/oversikt');
  await page.locator('header a[href^="/loften/"], main a[href^="/loften/"]').first().click();
  await page
    .getByRole('link', { name: /^Redigera/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Lägg till kommun' }).click();
  await page.getByRole('textbox', { name: 'Kommunens namn' }).nth(1).fill('Alvik');
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await page
    .getByRole('link', { name: /^Redigera/ })
    .first()
    .waitFor();
}

const titles = (page: Page) => page.getByRole('heading', { level: 2 }).allInnerTexts();
/** The cells of a goal's row, its name first. */
const readCells = async (page: Page, goal: string) => {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${goal}`) }) });
  await row.waitFor();
  return (await row.locator('td').allInnerTexts()).map((cell) => Number(cell.replaceAll(/\D/g, '')));
};

describe('the portfolio', () => {
  for (const width of [390, 1280]) {
    test(`has the promises of a police area side by side, by the alphabet, ${width} px wide`, async ({
      openSample,
    }) => {
      const { page } = await openSample({ width, reducedMotion: 'reduce' });
      await takeExamplePromises(page);

      await visit(page, '/oversikt?vy=alla');
      await page.getByRole('heading', { level: 2, name: 'Exempelköping' }).waitFor();
      const all = (await titles(page)).filter((name) => name !== 'Så räknar vi');
      expect(all).toEqual(['Bengtsfors', 'Exempelköping', 'Mark', 'Mölndal', 'Torsby', 'Kommunen är inte angiven']);
      expect(await findFaults(page, 'portfolio')).toEqual([]);

      await page.getByRole('combobox', { name: 'Polisområde' }).selectOption('Lokalpolisområde Exempelbygden');
      await page.getByRole('heading', { level: 1, name: 'Polisområde: Lokalpolisområde Exempelbygden' }).waitFor();
      await expect.poll(() => page.getByRole('heading', { level: 2, name: 'Mark' }).count()).toBe(0);
      await page.reload();
      await page.getByRole('heading', { level: 2, name: 'Exempelköping' }).waitFor();
      const card = page.getByRole('region', { name: 'Exempelköping' });
      expect(await readText(card)).toContain('7 av 13 mål är i takt eller nådda.');
      expect(await page.getByRole('heading', { level: 2 }).count()).toBe(2);
    });
  }

  test('is saved as a file with a row for each promise', async ({ openSample }) => {
    const { page } = await openSample();
    await takeExamplePromises(page);
    await visit(page, '/oversikt?vy=alla');
    await page.getByText('Visa som tabell').click();

    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Spara som CSV' }).click();
    const text = readFileSync(await (await coming).path(), 'utf8');

    expect(text.split('\r\n')[0]).toBe('\ufeffKommun;Löfte;Läget;Nådda mål');
    expect(text.trim().split('\r\n')).toHaveLength(7);
  });
});

describe('a shared promise', () => {
  for (const width of [390, 1280]) {
    test(`is told by municipality, and its parts are the whole, ${width} px wide`, async ({ openSample }) => {
      const { page } = await openSample({ width, reducedMotion: 'reduce' });
      await shareSample(page);

      await visit(page, '/oversikt');
      await page.getByRole('link', { name: 'Kommun', exact: true }).click();
      const [alvik, exempel, unallocated, whole] = await readCells(page, 'Tolv trafikkontroller');
      expect(alvik).toBe(0);
      expect((exempel ?? 0) + (unallocated ?? 0)).toBe(whole);
      expect(whole).toBe(7);
      await page.getByText(/gäller personer\. Små tal/).waitFor();
      await page.getByText('Ej fördelat: inget i loggen säger vilken').waitFor();
      expect(await findFaults(page, 'kommuner')).toEqual([]);
    });
  }

  test('has what a log says of its municipality at once, and as a file', async ({ openSample }) => {
    const { page } = await openSample();
    await shareSample(page);
    await visit(page, '/logga');
    await choice(page, 'Nattvandring').click();
    await page.getByText('Mer', { exact: true }).first().click();
    await page.getByRole('combobox', { name: /^Kommun/ }).selectOption('Alvik');
    await page.getByRole('button', { name: 'Spara insats' }).click();
    await page.getByRole('status').filter({ hasText: 'Sparad' }).waitFor();

    await visit(page, '/oversikt?vy=kommuner');
    const [alvik, , , whole] = await readCells(page, 'Nattvandringar under året');
    expect([alvik, whole]).toEqual([1, 26]);

    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Spara som CSV' }).click();
    const text = readFileSync(await (await coming).path(), 'utf8');
    expect(text.split('\r\n')[0]).toBe('\ufeffMål;Alvik;Exempelköping;Ej fördelat;Hela löftet');
  });
});
