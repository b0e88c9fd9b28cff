/** Steps that many browser tests take. */
import type { Locator, Page } from 'playwright';

/** Opens an address and waits until its page has a heading, which it has once what it shows has been read. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

/** The card or chip of a choice: what a finger touches, while the radio inside it is what a screen reader hears. */
export const choice = (page: Page, text: string | RegExp): Locator =>
  page.locator('label').filter({ hasText: text }).first();

/** Counts every touch or press from now on, also those that lead to another page of the app. */
export async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const root = document.documentElement;
    root.dataset.taps = '0';
    const count = (event: Event) => {
      if (event.isTrusted) root.dataset.taps = String(Number(root.dataset.taps) + 1);
    };
    window.addEventListener('pointerdown', count, { capture: true });
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset.taps));
}

/** The sentences of the receipt, which has replaced the form. */
export async function readReceipt(page: Page): Promise<string> {
  const receipt = page.getByRole('status').filter({ hasText: 'Sparad' });
  return readText(receipt);
}

/** What is read, with ordinary spaces where figures are held together by others. */
export async function readText(locator: Locator): Promise<string> {
  return (await locator.innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');
}
