import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { chromiumFlags } from '#tests/support/chromium-flags.ts';
import { watchContext } from '#tests/support/watch-context.ts';

/** A browser that can be killed as the power is cut: without a word, and all of its processes at once. */
export interface MortalBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** When it was started, by `performance.now()`. */
  readonly startedAt: number;
  /** Violations of the policy and requests to other hosts; the rest of what goes wrong in a killed browser is its own. */
  readonly problems: readonly string[];
  readonly kill: () => Promise<void>;
}

/** Starts one on a profile on disk and waits for nothing. Out: its address, once it has one, and how to kill it. */
export function spawnBrowser(executablePath: string, profile: string) {
  const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--lang=sv-SE', 'about:blank'];
  // A group of its own, so that one signal reaches its helpers too.
  const child = spawn(executablePath, [...chromiumFlags, ...own], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const ended = once(child, 'close');
  const address = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error('The browser ended before it was open')));
  });
  // Whoever kills it while it starts does not ask for its address.
  address.catch(() => undefined);
  const kill = async () => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    await ended;
  };
  return { address, kill };
}

/** Starts one and opens a page in it. In: the browser, a folder for what it stores, and the host that it may ask. */
export async function startBrowser(executablePath: string, profile: string, origin: string): Promise<MortalBrowser> {
  const startedAt = performance.now();
  const { address, kill } = spawnBrowser(executablePath, profile);
  const browser = await chromium.connectOverCDP(await address);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The browser has no profile');
  const problems: string[] = [];
  const note = (problem: string) => {
    if (/^foreign |violate|Trusted/i.test(problem)) problems.push(problem);
  };
  await watchContext(context, { origins: [origin], note });
  const page = context.pages()[0] ?? (await context.newPage());
  return { context, page, startedAt, problems, kill };
}
