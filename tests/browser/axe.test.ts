import axe from 'axe-core';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { follow, listRoutes } from '#tests/support/list-routes.ts';
import { test } from '#tests/support/sample-test.ts';
import { saveShot } from '#tests/support/save-shot.ts';
import { readReceipt, visit } from '#tests/support/walk-app.ts';

const everyRule = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } as const;
/** A theme changes colours and nothing else. */
const colourRules = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;

/** What axe finds on the page as it stands, first in light and then in dark: the rule, and where. */
async function findFaults(page: Page, place: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [colorScheme, runOnly] of [
    ['light', everyRule],
    ['dark', colourRules],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
    const found = await page.evaluate(
      async (options) => {
        const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary?.split('\n')[1]}`),
        );
      },
      { runOnly: { type: runOnly.type, values: [...runOnly.values] }, resultTypes: ['violations' as const] },
    );
    faults.push(...found.map((fault) => `${place} ${colorScheme}: ${fault}`));
    await saveShot(page, `${nameOf(place)} ${page.viewportSize()?.width} ${colorScheme}`);
  }
  return faults;
}

/** Ids differ from run to run: their last letters keep pictures of one kind apart. */
const nameOf = (place: string) => place.replaceAll(/[0-9a-f-]{32}([0-9a-f]{4})/g, '$1');

describe('axe finds nothing', () => {
  for (const width of [390, 1280]) {
    test(`on any page, light and dark, ${width} px wide`, { timeout: 600_000 }, async ({ openSample }) => {
      const { page } = await openSample({ width, reducedMotion: 'reduce' });
      const faults: string[] = [];
      for (const route of (await listRoutes(page)).all) {
        await follow(page, route);
        faults.push(...(await findFaults(page, route)));
      }
      expect(faults).toEqual([]);
    });

    test(`on the receipt and open dialogs, ${width} px wide`, async ({ openSample }) => {
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
  }
});
