import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { findFaults } from '#tests/support/find-faults.ts';
import { test } from '#tests/support/sample-test.ts';
import { saveShots } from '#tests/support/share-story.ts';
import { readText, visit } from '#tests/support/walk-app.ts';

async function save(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return readFileSync(await file.path(), 'utf8');
}

describe('handing out', () => {
  test('finds records by word, masks by hand, and what was masked is in no file', { timeout: 120_000 }, async ({
    openSample,
  }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    await visit(page, '/utlamnande');
    await page.getByRole('searchbox', { name: 'Ord' }).fill('nattvandring');
    await page.getByRole('button', { name: 'Sök', exact: true }).click();
    await page.getByText(/^\d+ uppgift/).waitFor();
    const boxes = page.getByRole('checkbox', { name: /^Ta med (Insats|Kommentar|Möte)/ });
    await boxes.first().check();
    await boxes.nth(1).check();
    await page.getByRole('heading', { name: 'Maska', exact: true }).waitFor();
    await saveShots(page, 'disclosure-mask');
    expect(await findFaults(page, 'utlämnande, maska')).toEqual([]);

    await page.getByRole('textbox', { name: 'Ord eller text som ska bort överallt' }).fill('Nattvandring');
    await page.getByRole('button', { name: 'Maska överallt' }).click();
    const preview = page.locator('#forhandsvisning');
    await expect.poll(() => readText(preview)).toContain('█████');
    expect((await readText(preview)).toLowerCase()).not.toContain('nattvandring');

    await page.getByRole('button', { name: 'Spara som webbsida' }).click();
    await page.getByText('Skriv ärendets beteckning.').waitFor();
    await page.getByRole('textbox', { name: 'Ärendets beteckning' }).fill('KS 2026/77');
    for (const name of ['Spara som webbsida', 'Spara som text', 'Spara som kalkylblad (CSV)']) {
      const file = await save(page, name);
      expect(file.toLowerCase()).not.toContain('nattvandring');
      expect(file).toContain('█████');
      expect(file).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
    }
    await expect.poll(() => page.getByRole('row').filter({ hasText: 'KS 2026/77' }).count()).toBe(3);
    await saveShots(page, 'disclosure-done');
    expect(await findFaults(page, 'utlämnande, lämnat')).toEqual([]);
    await visit(page, '/insatser?sok=nattvandring');
    await page.locator('main a[href^="/insatser/"]').first().waitFor();
  });
});
