import { describe, expect } from 'vitest';
import { findFaults } from './find-faults.ts';
import { follow, listRoutes } from './list-routes.ts';
import { test } from './sample-test.ts';
import { readReceipt, visit } from './walk-app.ts';

/** Registers the promises that axe keeps for every page, receipt and dialog. In: the width of the screen in CSS pixels. */
export function describeAccessiblePages(width: number): void {
  describe(`axe finds nothing, ${width} px wide`, () => {
    test('on any page, light and dark', { timeout: 600_000 }, async ({ openSample }) => {
      const { page } = await openSample({ width, reducedMotion: 'reduce' });
      const faults: string[] = [];
      for (const route of (await listRoutes(page)).all) {
        await follow(page, route);
        faults.push(...(await findFaults(page, route)));
      }
      expect(faults).toEqual([]);
    });

    test('on the receipt and open dialogs', { timeout: 600_000 }, async ({ openSample }) => {
      const { page } = await openSample({ width, reducedMotion: 'reduce' });
      const faults: string[] = [];
      const check = async (place: string) => faults.push(...(await findFaults(page, place)));
      await visit(page, '/logga');
      await page.getByRole('button', { name: 'Anteckning' }).click();
      await page.getByRole('textbox', { name: 'Anteckning' }).fill('Ring 070-123 45 67');
      await page.getByText('Mer', { exact: true }).first().click();
      await check('a form with a warning');
      await page.getByRole('textbox', { name: 'Anteckning' }).fill('');
      await page.getByRole('button', { name: 'Spara insats' }).click();
      await readReceipt(page);
      await check('the receipt');

      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await check('the palette');

      const { goals } = await listRoutes(page);
      await follow(page, goals[2] ?? '');
      for (const button of ['Lägg till avvikelse', 'Bedöm målet', 'Lägg till kommentar']) {
        await page.getByRole('button', { name: button }).click();
        await page.getByRole('dialog').waitFor();
        await check(button);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      await page.getByRole('button', { name: 'Visa som tabell' }).click();
      await page.getByRole('button', { name: /^Öppna kalender/ }).click();
      await check('the table and the calendar');
      expect(faults).toEqual([]);
    });
  });
}
