import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright';

const folder = 'tests/browser/shots';
/** Pixels: a longer list only repeats itself. */
const longest = 6000;

/** With `SHOTS=1` in the environment, saves the whole page as a picture to be looked at; else does nothing. */
export async function saveShot(page: Page, name: string): Promise<void> {
  const screen = page.viewportSize();
  if (!process.env.SHOTS || !screen) return;
  mkdirSync(folder, { recursive: true });
  // The window grows to the page, so that what sticks to its edges is drawn once and where it belongs.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: screen.width, height: Math.min(Math.max(height, screen.height), longest) });
  const file = name.replaceAll(/[^a-z0-9åäö]+/gi, '-').replaceAll(/^-|-$/g, '');
  // What glides from one colour to the next has arrived.
  await page.screenshot({ path: `${folder}/${file}.png`, animations: 'disabled' });
  await page.setViewportSize(screen);
}
