import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { chromiumFlags } from '#tests/support/chromium-flags.ts';

/** A device with a profile on disk, so that the browser can be started anew on what is stored. */
export interface Device {
  /** Starts the browser, does the work on it and closes it. */
  readonly use: <T>(work: (context: BrowserContext) => Promise<T>) => Promise<T>;
  readonly remove: () => void;
}

/** Addresses of the measuring build: the app, the floors and the peers are origins of their own, and so have a store each. */
export interface Places {
  readonly app: string;
  readonly floors: string;
  /** Only of the sharing jobs, where they are asked for. */
  readonly peers?: string | undefined;
  readonly executablePath: string;
}

export function createDevice({ executablePath }: Places): Device {
  const folder = mkdtempSync(join(tmpdir(), 'lofteskollen-bench-'));
  mkdirSync(folder, { recursive: true });
  return {
    use: async (work) => {
      const context = await chromium.launchPersistentContext(folder, {
        executablePath,
        args: [...chromiumFlags],
        serviceWorkers: 'block',
        viewport: { width: 1280, height: 800 },
        locale: 'sv-SE',
        timezoneId: 'Europe/Stockholm',
      });
      context.setDefaultTimeout(1_200_000);
      try {
        return await work(context);
      } finally {
        await context.close();
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** The app, on a page that reads no logs. */
export async function openApp(context: BrowserContext, { app }: Places, path = '/hjalp'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${app}${path}`);
  await page.waitForFunction(() => window.__bench !== undefined && document.querySelector('main h1') !== null);
  return page;
}

export async function openFloors(context: BrowserContext, { floors }: Places): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${floors}/tests/bench/page/floors.html`);
  await page.waitForFunction(() => window.__floors !== undefined);
  return page;
}

export async function openPeers(context: BrowserContext, { peers }: Places): Promise<Page> {
  if (peers === undefined) throw new Error('The peers were not asked for');
  const page = await context.newPage();
  await page.goto(`${peers}/tests/bench/page/peers.html`);
  await page.waitForFunction(() => window.__peers !== undefined);
  return page;
}

export async function openReact(context: BrowserContext, { floors }: Places): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${floors}/tests/bench/page/react.html`);
  await page.waitForFunction(() => document.querySelector('main') !== null);
  return page;
}
