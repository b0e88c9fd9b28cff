import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { listRoutes, visitWhole } from '#tests/support/list-routes.ts';
import { test } from '#tests/support/sample-test.ts';

const screens = [
  ['a phone', 390],
  ['a phone at 200 %', 195],
  ['a computer at 200 %', 640],
] as const;

/** WCAG 1.4.12. The policy forbids style elements; a constructed sheet is the browser's own doing. */
const widenText = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });

const readExcess = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe('no page scrolls sideways', () => {
  for (const [screen, width] of screens) {
    test(`on ${screen}, also with wide text spacing`, { timeout: 180_000 }, async ({ openSample }) => {
      const { page } = await openSample({ width });
      const tooWide: string[] = [];
      for (const route of (await listRoutes(page)).all) {
        await visitWhole(page, route);
        const plain = await readExcess(page);
        await widenText(page);
        const spaced = await readExcess(page);
        if (plain > 0 || spaced > 0) tooWide.push(`${route}: ${plain} px, spaced ${spaced} px`);
      }
      expect(tooWide).toEqual([]);
    });
  }
});
