import { describe, expect } from 'vitest';
import { listRoutes, visitWhole } from '#tests/support/list-routes.ts';
import { test } from '#tests/support/sample-test.ts';
import { readText, visit } from '#tests/support/walk-app.ts';

describe('an address that is typed', () => {
  test('opens at its top, wherever the page before it was left', async ({ openSample }) => {
    const { page } = await openSample({ width: 390 });
    await visitWhole(page, '/hjalp');
    await page.evaluate(() => window.scrollTo(0, 700));
    await visitWhole(page, '/oversikt');
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await visitWhole(page, '/hjalp');
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(700);
  });
});

describe('without network', () => {
  test('every address opens from the address bar, with what it is about', async ({ openSample }) => {
    const device = await openSample({ width: 390, storesApp: true });
    const { page } = device;
    await visit(page, '/oversikt');
    await device.waitForOfflineShell();
    const { all } = await listRoutes(page);
    await device.goOffline();

    const headings: string[] = [];
    for (const route of all) {
      await visitWhole(page, route);
      headings.push(await readText(page.getByRole('heading', { level: 1 }).first()));
    }
    expect(headings.filter((heading) => heading === '')).toEqual([]);
    expect(headings).toContain('Hjälp');
    expect(new Set(headings).size).toBeGreaterThan(35);
  });
});
