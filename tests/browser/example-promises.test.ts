import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { bengtsforsPromise } from '#domain/examples/bengtsfors-promise.ts';
import { markPromise } from '#domain/examples/mark-promise.ts';
import { molndalPromise } from '#domain/examples/molndal-promise.ts';
import { torsbyPromise } from '#domain/examples/torsby-promise.ts';
import { unnamedPromise } from '#domain/examples/unnamed-promise.ts';
import { sampleNow, test } from '#tests/support/sample-test.ts';
import { choice, readText, visit } from '#tests/support/walk-app.ts';

const described = [markPromise, unnamedPromise, molndalPromise, bengtsforsPromise, torsbyPromise];

async function takeExamplePromises(page: Page): Promise<void> {
  await visit(page, '/loften/nytt');
  await choice(page, 'Se exempel först').click();
  await page.getByRole('button', { name: 'Hämta fem exempel på löften' }).click();
  await page.getByRole('heading', { level: 1, name: 'Löften' }).waitFor();
}

describe('the five example promises', () => {
  test('each open and show every item of their text in its order, with goals that say what they are', async ({
    openDevice,
  }) => {
    const { page } = await openDevice({ now: sampleNow });
    await takeExamplePromises(page);
    for (const promise of described) {
      await visit(page, '/loften');
      await page.getByRole('link', { name: promise.title }).click();
      await page.getByRole('heading', { level: 1, name: promise.title }).waitFor();
      await page.getByText('Exempel', { exact: true }).first().waitFor();

      const shown = await readText(page.getByRole('region', { name: 'Det här är lovat' }));
      const places = promise.items.map(({ text }) => shown.indexOf(text));
      expect(promise.items.filter((_, index) => places[index] === -1)).toEqual([]);
      expect(places, promise.title).toEqual(places.toSorted((left, right) => left - right));

      const counted = promise.items.filter((item) => item.kind === 'goal' && item.target.kind === 'count');
      expect(shown.match(/^\d+ av \d+$/gm) ?? [], 'no figure is made up').toHaveLength(counted.length);
    }
  });

  test('“minst fem individer” is said to be reached or not yet, as those who are no party see it', async ({
    openDevice,
  }) => {
    const { page } = await openDevice({ now: sampleNow });
    await takeExamplePromises(page);
    const goal = described
      .flatMap(({ items }) => items)
      .find((item) => item.kind === 'goal' && item.target.kind === 'count' && item.target.value === 5);
    const { title } = described.find(({ items }) => goal && items.includes(goal)) ?? described[0] ?? { title: '' };
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();

    await page.locator('main a[href*="/mal/"]:not([href$="/nytt"]):not([href$="/redigera"])').first().click();

    await page.getByText('Målet gäller människor').waitFor();
    await page.getByText(/Andra ser: ”[^”\d]*inte nått”/i).waitFor();
  });
});
