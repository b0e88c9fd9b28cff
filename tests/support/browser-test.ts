import type { Browser } from 'playwright';
import { test as base, expect } from 'vitest';
import { type Device, type DeviceOptions, launchBrowser, openDevice } from './launch-browser.ts';

interface Fixtures {
  readonly browser: Browser;
  /** A fresh device. It is closed after the test, which fails if anything went wrong on it. */
  readonly openDevice: (options?: DeviceOptions) => Promise<Device>;
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
});
