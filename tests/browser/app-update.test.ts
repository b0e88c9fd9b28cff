import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { serve } from '@hono/node-server';
import { describe, expect } from 'vitest';
import { createApp } from '#server/app.ts';
import { toFileMap } from '#server/static-files.ts';
import { test } from '#tests/support/browser-test.ts';
import { takeSampleYear } from '#tests/support/sample-test.ts';

const folder = 'dist/app';
const uncompressed = { br: (bytes: Uint8Array<ArrayBuffer>) => bytes, gzip: (bytes: Uint8Array<ArrayBuffer>) => bytes };

/** A server of the built app whose service worker can be changed under way, as a new release would. */
async function serveReleases() {
  const built = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(folder, file).split(sep).join('/'),
      bytes: new Uint8Array(readFileSync(file)),
    }));
  // Without compressed variants: the encodings are the real server's matter.
  const files = new Map(
    [...toFileMap(built, uncompressed)].map(([path, file]) => [path, { ...file, encoded: {} }] as const),
  );
  const app = createApp({ version: 'test', files });
  const server = serve({ fetch: app.fetch, port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    baseUrl: `http://localhost:${port}`,
    release: () => {
      const worker = files.get('/sw.js');
      if (!worker) throw new Error('The build has no service worker');
      const text = `${new TextDecoder().decode(worker.plain)}\n// a newer release`;
      files.set('/sw.js', { ...worker, plain: new TextEncoder().encode(text) });
    },
    close: () => {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    },
  };
}

describe('a new version', () => {
  test('waits until the person takes it, and never reloads a page by itself', async ({
    openDevice,
    onTestFinished,
  }) => {
    const server = await serveReleases();
    onTestFinished(server.close);
    const { page, waitForOfflineShell } = await openDevice({ baseUrl: server.baseUrl, storesApp: true });
    await page.goto('/');
    await waitForOfflineShell();
    await page.evaluate(() => document.documentElement.setAttribute('data-same-page', ''));

    server.release();
    const waiting = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const installing = registration.installing;
      if (installing) {
        await new Promise((resolve) => installing.addEventListener('statechange', resolve, { once: true }));
      }
      return registration.waiting?.state;
    });

    expect(waiting).toBe('installed');
    expect(await page.evaluate(() => document.documentElement.hasAttribute('data-same-page'))).toBe(true);
  });

  test('is offered beside a half-written form, and taking it keeps what was written', async ({
    openDevice,
    onTestFinished,
  }) => {
    const server = await serveReleases();
    onTestFinished(server.close);
    const { page, waitForOfflineShell } = await openDevice({ baseUrl: server.baseUrl, storesApp: true });
    await page.goto('/logga');
    await waitForOfflineShell();
    await takeSampleYear(page);
    await page.getByRole('button', { name: 'Anteckning' }).click();
    const note = page.getByRole('textbox', { name: 'Anteckning' });
    await note.pressSequentially('Halvvägs');

    server.release();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.getByText('En ny version finns.').waitFor();
    expect(await note.inputValue()).toBe('Halvvägs');
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Uppdatera' }).click()]);

    await expect.poll(() => note.inputValue()).toBe('Halvvägs');
  });
});
