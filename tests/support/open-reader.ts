import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { watchContext } from './watch-context.ts';

/** Somebody who reads what was published or saved, without the app: a browser of its own with nothing stored. */
export interface Reader {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong so far, as on a device. */
  readonly problems: readonly string[];
}

export interface ReaderOptions extends BrowserContextOptions {
  /** The hosts that may be asked; a file that was saved needs none. */
  readonly origins?: readonly string[];
}

/** Opens one. In: see the options, beside what Playwright takes. */
export async function openReader(browser: Browser, { origins = [], ...options }: ReaderOptions = {}): Promise<Reader> {
  const context = await browser.newContext(options);
  const problems: string[] = [];
  await watchContext(context, { origins, note: (problem) => problems.push(problem) });
  return { context, page: await context.newPage(), problems };
}
