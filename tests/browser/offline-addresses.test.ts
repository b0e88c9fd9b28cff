import { describe, expect } from 'vitest';
import { listRoutes, visitWhole } from '#tests/support/list-routes.ts';
import { test } from '#tests/support/sample-test.ts';
import { readText, visit } from '#tests/support/walk-app.ts';

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
