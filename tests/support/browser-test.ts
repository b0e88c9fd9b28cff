import type { Browser } from 'playwright';
import { test as base, expect } from 'vitest';
import { type Device, type DeviceOptions, launchBrowser, openDevice } from './launch-browser.ts';
import { openReader, type Reader, type ReaderOptions } from './open-reader.ts';

interface Fixtures {
  readonly browser: Browser;
  /** A fresh device. It is closed after the test, which fails if anything went wrong on it. */
  readonly openDevice: (options?: DeviceOptions) => Promise<Device>;
  /** Somebody without the app, watched in the same way. */
  readonly openReader: (options?: ReaderOptions) => Promise<Reader>;
}

export const test = base.extend<Fixtures>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from this pattern
    async ({}, use) => {
      const browser = await launchBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  openDevice: async ({ browser }, use) => {
    const devices: Device[] = [];
    await use(async (options) => {
      const device = await openDevice(browser, options);
      devices.push(device);
      return device;
    });
    for (const { context } of devices) await context.close();
    expect(devices.flatMap(({ problems }) => problems)).toEqual([]);
  },
  openReader: async ({ browser }, use) => {
    const readers: Reader[] = [];
    await use(async (options) => {
      const reader = await openReader(browser, options);
      readers.push(reader);
      return reader;
    });
    for (const { context } of readers) await context.close();
    expect(readers.flatMap(({ problems }) => problems)).toEqual([]);
  },
});
