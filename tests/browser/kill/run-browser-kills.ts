import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright';
import { createRandom, type Random } from '#tests/simulation/random.ts';
import { pill } from '#tests/support/share-story.ts';
import { choice, visit } from '#tests/support/walk-app.ts';
import { type MortalBrowser, spawnBrowser, startBrowser } from './mortal-browser.ts';
import { readDevice } from './read-device.ts';

export interface BrowserKillOptions {
  readonly executablePath: string;
  /** An empty folder for what the browser stores. */
  readonly profile: string;
  /** Where the app and its server are. */
  readonly origin: string;
  /** Signs the browser in: what a cookie was a moment ago may not be on the disk yet. */
  readonly signIn: (context: BrowserContext) => Promise<void>;
  readonly kills: number;
  readonly seed: number;
  /** Told after each kill; answers whether to end before all of them are done. */
  readonly onKill?: (count: number) => boolean;
}

export interface BrowserKillReport {
  readonly kills: number;
  /** How many logs the page said were saved. */
  readonly acknowledged: number;
  /** Ids of the logs that are on the device at the end, everything shared. */
  readonly logs: readonly string[];
  /** Milliseconds from the start of a browser until the overview showed its figure: median and longest. */
  readonly restart: { readonly median: number; readonly longest: number };
  readonly violations: readonly string[];
}

interface Course extends BrowserKillOptions {
  readonly random: Random;
  /** Logs whose receipt was read, and all that were found on the device so far. */
  readonly said: Set<string>;
  readonly found: Set<string>;
  readonly violations: string[];
  readonly restarts: number[];
}

/** How many logs a browser saves at most before the one that it is killed at, and milliseconds later at most. */
const mostLogs = 4;
const longestAfter = 150;
/** Milliseconds that a browser lives at most which is killed while it starts. */
const longestStart = 1500;
const shareKilledEarly = 0.2;
const shareOffline = 0.4;
/** Milliseconds that the app is given to show what it must: on a busy machine a browser takes minutes to start. */
const patience = 600_000;

/**
 * Kills a browser again and again while it saves and shares logs, and looks after each start whether everything is there
 * that the page said was saved, once, and in the figures. In: see the options. Out: the report.
 */
export async function runBrowserKills(options: BrowserKillOptions): Promise<BrowserKillReport> {
  const course: Course = {
    ...{ ...options, random: createRandom(options.seed) },
    ...{ said: new Set(), found: new Set(), violations: [], restarts: [] },
  };
  const { random, kills, onKill, executablePath, profile } = course;
  let browser = await open(course);
  let logs: readonly string[] = [];
  let count = 0;
  let isEnough = false;
  try {
    await join(browser.page, course);
    while (count < kills && !isEnough) {
      await work(browser, course);
      await browser.kill();
      course.violations.push(...browser.problems);
      count += 1;
      if (random.chance(shareKilledEarly) && count < kills) {
        const { kill } = spawnBrowser(executablePath, profile);
        await pause(random.below(longestStart));
        await kill();
        count += 1;
      }
      browser = await open(course);
      await look(browser, course);
      isEnough = onKill?.(count) ?? false;
    }
    logs = await shareAll(browser.page, course);
  } finally {
    await browser.kill();
  }
  const sorted = course.restarts.toSorted((one, other) => one - other);
  return {
    ...{ kills: count, acknowledged: course.said.size, logs, violations: course.violations },
    restart: { median: sorted[Math.floor(sorted.length / 2)] ?? 0, longest: sorted.at(-1) ?? 0 },
  };
}

async function open({ executablePath, profile, origin, signIn }: Course): Promise<MortalBrowser> {
  const browser = await startBrowser(executablePath, profile, origin);
  browser.context.setDefaultTimeout(patience);
  await signIn(browser.context);
  return browser;
}

async function join(page: Page, { origin }: Course): Promise<void> {
  await visit(page, `${origin}/anslut`);
  await page.getByRole('button', { name: 'Anslut och dela' }).click();
  await page.getByText('Enheten delar nu.').waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Saves some logs and reads their receipts; of one more only the beginning. */
async function work({ context, page }: MortalBrowser, { origin, random, said }: Course): Promise<void> {
  await context.setOffline(random.chance(shareOffline));
  await visit(page, `${origin}/logga`);
  for (let left = random.below(mostLogs + 1); left > 0; left--) {
    await fill(page);
    await page.getByRole('button', { name: 'Spara insats' }).click();
    const link = page.getByRole('link', { name: 'Öppna insatsen' });
    said.add((await link.getAttribute('href'))?.split('/').at(-1) ?? '');
    await page.getByRole('button', { name: 'Logga en till' }).click();
  }
  await fill(page);
  // It goes on while the browser dies, and may end in any way.
  const saving = page.getByRole('button', { name: 'Spara insats' }).click();
  saving.catch(() => undefined);
  await pause(random.below(longestAfter));
}

async function fill(page: Page): Promise<void> {
  await choice(page, 'Trafikkontroll').click();
  await page.getByRole('button', { name: 'Spara insats' }).waitFor();
}

/** Compares what is there after a start with what the page said before it. */
async function look({ page, startedAt }: MortalBrowser, course: Course): Promise<void> {
  const { origin, said, found, violations, restarts } = course;
  await visit(page, `${origin}/oversikt`);
  await page
    .getByText(/^\d+ av 12/)
    .first()
    .waitFor();
  restarts.push(performance.now() - startedAt);
  const { logs } = await readDevice(page);
  const there = new Set(logs);
  const place = `After ${restarts.length} restarts`;
  for (const id of said) if (!there.has(id)) violations.push(`${place} the log ${id} is gone, which was saved`);
  if (there.size < logs.length) violations.push(`${place} ${logs.length - there.size} logs lie there twice`);
  // What was begun and not acknowledged is one log at most.
  const more = logs.filter((id) => !found.has(id) && !said.has(id));
  if (more.length > 1) violations.push(`${place} ${more.length} logs are there that nobody saved: ${more.join(' ')}`);
  const lost = [...found].filter((id) => !there.has(id) && !said.has(id));
  if (lost.length > 0) violations.push(`${place} logs are gone that were there: ${lost.join(' ')}`);
  for (const id of logs) found.add(id);
  if (!(await showsFigure(page, logs.length))) violations.push(`${place} the figure is not ${logs.length}`);
}

const showsFigure = (page: Page, logs: number): Promise<boolean> =>
  page
    .getByText(new RegExp(`^${logs} av 12`))
    .first()
    .waitFor()
    .then(() => true)
    .catch(() => false);

/** Waits until nothing is left to send. Out: the logs on the device then. */
async function shareAll(page: Page, { origin, violations }: Course): Promise<readonly string[]> {
  await visit(page, `${origin}/oversikt`);
  const isShared = await pill(page)
    .filter({ hasText: 'Delat, bekräftat' })
    .waitFor()
    .then(() => true)
    .catch(() => false);
  const { logs, waiting } = await readDevice(page);
  if (!isShared || waiting > 0) violations.push(`${waiting} operations still wait at the end`);
  return logs;
}
