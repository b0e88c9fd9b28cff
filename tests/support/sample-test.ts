import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { inject } from 'vitest';
import { test as base } from './browser-test.ts';
import { type Device, type DeviceOptions, openDevice as open, type StorageState } from './launch-browser.ts';

/** A Saturday near the end of the sample year, so that what the tests read is the same whatever day they are run. */
export const sampleNow = '2026-11-21T10:12:00+01:00';

interface SampleFixtures {
  /** What a device has stored once the sample year has been taken with the button that people press. */
  readonly sampleState: StorageState;
  /** A device with the sample year on it, watched like every other. */
  readonly openSample: (options?: DeviceOptions) => Promise<Device>;
}

export const test = base.extend<SampleFixtures>({
  sampleState: [
    async ({ browser }, use) => {
      await use(readSampleState() ?? (await makeSampleState(browser)));
    },
    { scope: 'file' },
  ],
  openSample: async ({ sampleState, openDevice }, use) => {
    await use((options) => openDevice({ now: sampleNow, storageState: sampleState, ...options }));
  },
});

/** What another file of this run has made already. */
function readSampleState(): StorageState | undefined {
  const file = inject('sampleStateFile');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Two files at once may both get here; either's will do for the rest, but not half of one. */
async function makeSampleState(browser: Browser): Promise<StorageState> {
  const { context, page } = await open(browser, { now: sampleNow });
  await page.goto('/logga');
  await takeSampleYear(page);
  const state = await context.storageState({ indexedDB: true });
  await context.close();
  const file = inject('sampleStateFile');
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(state));
  renameSync(`${file}.${process.pid}`, file);
  return state;
}

/** On the empty page for logging: takes the sample year and waits for the form. */
export async function takeSampleYear(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hämta exempelåret' }).click();
  await page.getByRole('button', { name: 'Spara insats' }).waitFor();
}
