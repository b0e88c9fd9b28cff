/** Closing a device with a passphrase, and opening it, as people do it on the pages for it. */
import type { Page } from 'playwright';
import { visit } from './walk-app.ts';

export const passphrase = 'sju gula lampor sover';
export const lockedHeading = (page: Page) => page.getByRole('heading', { name: 'Enheten är låst', level: 1 });

/** From the app's pages to the question for the passphrase. */
export async function encrypt(page: Page): Promise<void> {
  await visit(page, '/installningar/skydd');
  await page.getByRole('button', { name: 'Kryptera och lås', exact: true }).click();
  await page.getByLabel('Ny lösenfras').fill(passphrase);
  await page.getByLabel('Lösenfrasen en gång till').fill(passphrase);
  await page.getByLabel('Jag förstår att lösenfrasen inte går att få tillbaka').check();
  await page.getByRole('button', { name: 'Kryptera allt som finns här', exact: true }).click();
  await lockedHeading(page).waitFor();
}

export async function unlock(page: Page, typed = passphrase): Promise<void> {
  await page.getByLabel('Lösenfras', { exact: true }).fill(typed);
  await page.getByRole('button', { name: 'Lås upp', exact: true }).click();
}
