import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { findFaults } from '#tests/support/find-faults.ts';
import { test } from '#tests/support/sample-test.ts';
import { saveShots } from '#tests/support/share-story.ts';
import { readText, visit } from '#tests/support/walk-app.ts';

const police = 'Lokalpolisområde Exempelbygden';

/** To the page about the public page, as people go there. */
async function openDesk(page: Page): Promise<void> {
  await visit(page, '/loften');
  await page
    .getByRole('link', { name: /Medborgarlöfte 2026 för Exempelköping/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Offentlig sida' }).click();
  await page.getByRole('heading', { name: 'Offentlig sida', level: 1 }).waitFor();
  await page.getByLabel('Vem svarar på frågor').waitFor();
}

const readThrough = (page: Page) => page.getByLabel(/Jag har läst hela texten/).check();

/** One writes the contact and hands in; another reads and approves. */
async function publish(page: Page): Promise<void> {
  await page.getByLabel('Vem svarar på frågor').fill('Kommunens kontaktcenter');
  await page.getByLabel('Webbadress till kontakten').fill('https://exempelkoping.example/kontakt');
  await readThrough(page);
  await page.getByLabel('Funktion', { exact: true }).fill('Kommunpolis');
  await page.getByRole('button', { name: 'Lämna för godkännande' }).click();
  await page.getByText('Versionen är lämnad.').waitFor();
  // The form that was handed in stands until what waits has been read.
  await page.getByRole('heading', { name: 'Väntar på godkännande' }).waitFor();
  await saveShots(page, 'public-page-waiting');
  await readThrough(page);
  await page.getByLabel('Funktion', { exact: true }).fill('Säkerhetschef');
  await page.getByRole('button', { name: 'Godkänn och publicera' }).click();
  await page.getByText('Versionen är offentlig.').waitFor();
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  const path = join(mkdtempSync(join(tmpdir(), 'public-page-')), file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

describe('the public page', () => {
  test('is handed in by one and approved by another, and its file has the figures of the screen', async ({
    openSample,
    openReader,
  }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    await visit(page, '/oversikt');
    const row = await readText(page.getByRole('main'));
    const [figure = ''] = /\d+ av 12/.exec(row) ?? [];
    expect(figure).not.toBe('');
    await openDesk(page);
    await saveShots(page, 'public-page-draft');
    expect(await findFaults(page, '/offentlig utkast')).toEqual([]);
    await publish(page);
    await saveShots(page, 'public-page-published');
    expect(await findFaults(page, '/offentlig publicerad')).toEqual([]);

    const file = await download(page, 'Webbsida (HTML)');
    const { page: reader } = await openReader({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
    await reader.goto(pathToFileURL(file).href);
    const item = reader.locator('main section.item').filter({ hasText: 'Minst 12 trafikkontroller i centrum' });
    expect(await readText(item)).toContain(figure);
    expect(await readText(reader.locator('main'))).not.toMatch(/prognos|planerad/i);

    const csv = readFileSync(await download(page, 'Tabell (CSV)'), 'utf8');
    expect(csv.split('\r\n').find((line) => line.includes('Minst 12 trafikkontroller'))).toContain(
      figure.replaceAll(' ', ' '),
    );
  });

  test('the one who handed it in is not offered to approve it', async ({ openSample }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    await openDesk(page);
    await page.getByLabel('Vem svarar på frågor').fill('Kommunens kontaktcenter');
    await readThrough(page);
    await page.getByLabel('Funktion', { exact: true }).fill('Kommunpolis');
    await page.getByRole('button', { name: 'Lämna för godkännande' }).click();
    await page.getByText('Versionen är lämnad.').waitFor();
    // The form that was handed in stands until what waits has been read.
    await page.getByRole('heading', { name: 'Väntar på godkännande' }).waitFor();
    await readThrough(page);
    await page.getByLabel('Part', { exact: true }).selectOption({ label: police });
    const profiles = page.getByLabel('Profil som skriver under').locator('option');
    expect(await profiles.allInnerTexts()).not.toContain('Kommunpolis');
  });

  test('what looks like personal data stops it, with the place', async ({ openSample }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    await openDesk(page);
    await page.getByLabel('Vem svarar på frågor').fill('Ring 070-123 45 67');
    await page.getByText('Måste bort före publicering').waitFor();
    await readThrough(page);
    await page.getByLabel('Funktion', { exact: true }).fill('Kommunpolis');
    await page.getByRole('button', { name: 'Lämna för godkännande' }).click();
    await page.getByText('Texten ser ut att innehålla personuppgifter.').waitFor();
  });

  test('is withdrawn with a reason, and says so in its list of versions', async ({ openSample }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    await openDesk(page);
    await publish(page);
    await page.getByRole('button', { name: 'Återkalla versionen' }).click();
    await page.getByLabel('Skäl, som invånarna läser').fill('Fel period');
    await page.getByRole('dialog').getByRole('button', { name: 'Återkalla', exact: true }).click();
    await page.getByText('Versionen är återkallad.', { exact: true }).waitFor();
    await page.getByText('Inget är offentligt än.').waitFor();
    await page.getByText(/återkallad .* Fel period/).waitFor();
    await saveShots(page, 'public-page-withdrawn');
  });

  test('is read at every width without scrolling sideways, and holds nothing that axe finds', async ({
    openSample,
    openReader,
  }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    await openDesk(page);
    await publish(page);
    const file = pathToFileURL(await download(page, 'Webbsida (HTML)')).href;
    const faults: string[] = [];
    for (const width of [320, 390, 1280]) {
      const { page: reader } = await openReader({ viewport: { width, height: 800 } });
      await reader.goto(file);
      const excess = await reader.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (excess > 0) faults.push(`${width}: ${excess} px too wide`);
      faults.push(...(await findFaults(reader, `public-file ${width}`)));
    }
    expect(faults).toEqual([]);
  });
});
