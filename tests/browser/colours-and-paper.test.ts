import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { listRoutes, visitWhole } from '#tests/support/list-routes.ts';
import { test } from '#tests/support/sample-test.ts';

/** Each status as it stands: its word, and whether a sign is drawn beside it. */
const readStatuses = (page: Page) =>
  page.evaluate(() => {
    const words = ['Efter takt', 'I takt', 'Nått', 'Ej nått', 'Risk', 'Vilande'];
    const spans = [...document.querySelectorAll<HTMLElement>('main span')];
    return spans
      .filter((span) => words.includes(span.innerText?.trim() ?? '') && span.querySelector('svg'))
      .map((span) => ({
        word: span.innerText.trim(),
        sign: (span.querySelector('svg')?.getBoundingClientRect().width ?? 0) > 0,
      }));
  });

describe('a status is a sign and a word', () => {
  test('in forced colours, on the overview and on a goal', async ({ openSample }) => {
    const { page } = await openSample({ forcedColors: 'active' });
    const { goals } = await listRoutes(page);
    for (const address of ['/oversikt', goals[0] ?? '']) {
      await visitWhole(page, address);
      const statuses = await readStatuses(page);
      expect(statuses.length, address).toBeGreaterThan(0);
      expect(statuses.filter(({ sign }) => !sign)).toEqual([]);
    }
  });

  test('on paper, which is white also where the system is dark', async ({ openSample }) => {
    const { page } = await openSample({ colorScheme: 'dark' });
    const { goals } = await listRoutes(page);
    for (const address of ['/oversikt', goals[0] ?? '']) {
      await visitWhole(page, address);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const statuses = await readStatuses(page);
      const paper = await page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.body);
        const isShown = (element: Element | null) => element !== null && element.getClientRects().length > 0;
        return { backgroundColor, color, hasMenu: [...document.querySelectorAll('nav')].some(isShown) };
      });
      await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });

      expect(statuses.length, address).toBeGreaterThan(0);
      expect(statuses.filter(({ sign }) => !sign)).toEqual([]);
      expect(paper).toMatchObject({
        backgroundColor: expect.stringMatching(/255, 255, 255|rgba\(0, 0, 0, 0\)/),
        hasMenu: false,
      });
      expect(paper.color).toMatch(/^rgb\((\d|[1-4]\d), /);
    }
  });
});
