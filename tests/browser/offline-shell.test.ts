import { describe, expect } from 'vitest';
import { test } from '#tests/support/browser-test.ts';
import type { Device } from '#tests/support/launch-browser.ts';

/** Opens an address and waits until its page says something. */
async function visit({ page }: Device, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('main:visible').filter({ hasText: /\S/ }).first().waitFor();
}

describe('the offline shell', () => {
  for (const width of [390, 1280]) {
    test(`opens on any deep link without network after the first visit, ${width} px wide`, async ({ openDevice }) => {
      const device = await openDevice({ width, storesApp: true });
      await visit(device, '/');
      await device.waitForOfflineShell();

      await device.goOffline();

      await visit(device, '/installningar');
      await visit(device, '/loften/00000000-0000-7000-8000-000000000000/mal/nytt');
      await device.page.reload();
      await visit(device, '/hjalp');
      await visit(device, '/oversikt');
    });
  }

  test('stores every file of the build, also what nobody has opened', async ({ openDevice }) => {
    const { page, waitForOfflineShell } = await openDevice({ storesApp: true });
    await page.goto('/');
    await waitForOfflineShell();

    const missing = await page.evaluate(async () => {
      const keys = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      const stored = new Set(keys.flat().map(({ url }) => new URL(url).pathname));
      const worker = await (await fetch('/sw.js')).text();
      const listed = [...worker.matchAll(/url:"([^"]+)"/g)].map(([, url]) => `/${url}`);
      return { missing: listed.filter((url) => !stored.has(url)), listed: listed.length };
    });

    expect(missing.missing).toEqual([]);
    expect(missing.listed).toBeGreaterThan(5);
  });

  test('leaves the server its own addresses', async ({ openDevice }) => {
    const { page, waitForOfflineShell } = await openDevice({ storesApp: true });
    await page.goto('/');
    await waitForOfflineShell();

    const status = await page.evaluate(async () => (await fetch('/api/status')).json());
    const published = await page.context().request.get('/offentlig/kommun/lofte');

    expect(status).toMatchObject({ backend: 'none' });
    expect(published.status()).toBe(404);
  });
});
