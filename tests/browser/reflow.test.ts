import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { follow, listRoutes } from '#tests/support/list-routes.ts';
import { test } from '#tests/support/sample-test.ts';

/** WCAG 1.4.12. The policy forbids style elements; a constructed sheet is the browser's own doing. */
const widenText = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
const narrowText = (page: Page) =>
  page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });

/** Pixels that the page is wider than its window. What measures itself, as charts do, gets some frames to do it in. */
const readExcess = (page: Page) =>
  page.evaluate(async () => {
    const measure = () => document.documentElement.scrollWidth - innerWidth;
    for (let frame = 0; frame < 30 && (frame < 2 || measure() > 0); frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return measure();
  });

async function findTooWide(page: Page, widths: readonly number[]): Promise<readonly string[]> {
  const tooWide: string[] = [];
  for (const route of (await listRoutes(page)).all) {
    await follow(page, route);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 844 });
      const plain = await readExcess(page);
      await widenText(page);
      const spaced = await readExcess(page);
      await narrowText(page);
      if (plain > 0 || spaced > 0) tooWide.push(`${route} at ${width}: ${plain} px, spaced ${spaced} px`);
    }
  }
  return tooWide;
}

describe('no page scrolls sideways, also with wide text spacing', () => {
  test('on a phone, and on a phone at 200 %', { timeout: 180_000 }, async ({ openSample }) => {
    const { page } = await openSample({ width: 390 });
    expect(await findTooWide(page, [390, 195])).toEqual([]);
  });

  test('on a computer at 200 %', { timeout: 180_000 }, async ({ openSample }) => {
    const { page } = await openSample({ width: 640 });
    expect(await findTooWide(page, [640])).toEqual([]);
  });
});
