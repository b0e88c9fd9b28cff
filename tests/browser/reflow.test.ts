import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { findTooWide } from '#tests/support/find-too-wide.ts';
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

async function listTooWide(page: Page, widths: readonly number[]): Promise<readonly string[]> {
  const tooWide: string[] = [];
  for (const route of (await listRoutes(page)).all) {
    await follow(page, route);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 844 });
      const plain = await page.evaluate(findTooWide);
      await widenText(page);
      const spaced = await page.evaluate(findTooWide);
      await narrowText(page);
      tooWide.push(...plain.map((found) => `${route} at ${width}: ${found}`));
      tooWide.push(...spaced.map((found) => `${route} at ${width}, spaced: ${found}`));
    }
  }
  return tooWide;
}

describe('no page scrolls sideways, also with wide text spacing', () => {
  test('on a phone, and on a phone at 200 %', { timeout: 180_000 }, async ({ openSample }) => {
    const { page } = await openSample({ width: 390 });
    expect(await listTooWide(page, [390, 195])).toEqual([]);
  });

  test('on a computer at 200 %', { timeout: 180_000 }, async ({ openSample }) => {
    const { page } = await openSample({ width: 640 });
    expect(await listTooWide(page, [640])).toEqual([]);
  });
});
