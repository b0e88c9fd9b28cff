import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { inject } from 'vitest';
import { chromiumFlags } from './chromium-flags.ts';
import { watchContext } from './watch-context.ts';

export interface DeviceOptions {
  /** Width of the screen in CSS pixels; below 600 the device is a phone with touch. */
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** The browser's own language, which the app does not follow: Swedish on an English PC. */
  readonly locale?: string;
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly forcedColors?: 'active' | 'none';
  readonly offline?: boolean;
  /** Whether the app stores itself for use without network: seconds of work, which most tests have no use for. */
  readonly storesApp?: boolean;
  /** The instant at which the device's clock starts, as `2026-11-21T10:12:00+01:00`; it runs on from there. */
  readonly now?: string;
  /** What an earlier device had stored. */
  readonly storageState?: StorageState;
  /** Another server than the built app's, for tests that start one. */
  readonly baseUrl?: string;
  /** What else would be a problem, but belongs to the test: a refusal that it provokes, a provider it signs in through. */
  readonly isExpected?: (problem: string) => boolean;
}

export type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** One device: storage, service worker and network of its own. */
export interface Device {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong so far: console errors, uncaught errors, reports of the policy, requests to other hosts. */
  readonly problems: readonly string[];
  /** Opens a further tab on the same device, watched like the first. */
  readonly openTab: () => Promise<Page>;
  /** Resolves when the offline shell is stored and in charge: from then on an app that stores itself opens without network. */
  readonly waitForOfflineShell: () => Promise<void>;
  readonly goOffline: () => Promise<void>;
  readonly goOnline: () => Promise<void>;
}

/** In: further flags, for a browser that has what a machine without one lacks. */
export const launchBrowser = (flags: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: inject('chromiumPath'), args: [...chromiumFlags, ...flags] });

/** Opens a device in a browser. Times and days are Stockholm's unless the test moves the clock. */
export async function openDevice(browser: Browser, options: DeviceOptions = {}): Promise<Device> {
  const { width = 1280, height, baseUrl = inject('baseUrl') } = options;
  const isPhone = width < 600;
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width, height: height ?? (isPhone ? 844 : 800) },
    hasTouch: isPhone,
    isMobile: isPhone,
    colorScheme: options.colorScheme ?? 'light',
    locale: options.locale ?? 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: options.reducedMotion ?? 'no-preference',
    forcedColors: options.forcedColors ?? 'none',
    offline: options.offline ?? false,
    serviceWorkers: options.storesApp ? 'allow' : 'block',
    ...(options.storageState && { storageState: options.storageState }),
  });
  if (options.now) await context.clock.install({ time: new Date(options.now) });
  const problems: string[] = [];
  const { isExpected = () => false } = options;
  const note = (problem: string) => {
    if (!isExpected(problem)) problems.push(problem);
  };
  let isOffline = options.offline ?? false;
  await watchContext(context, { origins: [new URL(baseUrl).origin], note, isOffline: () => isOffline });

  const page = await context.newPage();
  const setOffline = async (offline: boolean) => {
    isOffline = offline;
    await context.setOffline(offline);
  };
  return {
    context,
    page,
    problems,
    openTab: () => context.newPage(),
    waitForOfflineShell: async () => {
      if (!options.storesApp) throw new Error('This device was opened without `storesApp`');
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    },
    goOffline: () => setOffline(true),
    goOnline: () => setOffline(false),
  };
}

/** A device whose profile lies in a folder, so that a test can look at what the browser has written there. */
export async function openProfile(folder: string): Promise<Pick<Device, 'context' | 'page' | 'problems'>> {
  const baseURL = inject('baseUrl');
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: inject('chromiumPath'),
    args: [...chromiumFlags],
    baseURL,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
  });
  const problems: string[] = [];
  await watchContext(context, { origins: [new URL(baseURL).origin], note: (problem) => problems.push(problem) });
  return { context, page: await context.newPage(), problems };
}
