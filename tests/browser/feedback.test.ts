import { describe, expect } from 'vitest';
import { findFaults } from '#tests/support/find-faults.ts';
import { test } from '#tests/support/sample-test.ts';
import { saveShots } from '#tests/support/share-story.ts';
import { readText, visit } from '#tests/support/walk-app.ts';

describe('telling residents', () => {
  test('a text is fetched, told and written down, and its clock starts anew', async ({ openSample }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    await visit(page, '/loften');
    await page
      .getByRole('link', { name: /Medborgarlöfte 2026 för Exempelköping/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Återkoppling', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Återkoppling', level: 1 }).waitFor();
    const row = page.getByRole('row').filter({ hasText: 'Tidigare okända lagförs' });
    expect(await readText(row)).toMatch(/\d+ dagar/);
    await page.getByText('Om vad').click();
    await page.getByLabel('Tidigare okända lagförs', { exact: true }).check();
    await page.getByRole('button', { name: 'Hämta förslag till text' }).click();
    const text = await page.getByLabel('Text', { exact: true }).inputValue();
    expect(text).toContain('Minst tio personer');
    expect(text.slice(text.indexOf('Det här har vi gjort'))).not.toMatch(/\d/);
    await saveShots(page, 'feedback');
    expect(await findFaults(page, '/aterkoppling')).toEqual([]);
    await page.getByRole('button', { name: 'Skriv upp att det är gjort' }).click();
    await page.getByText('Uppskrivet.').waitFor();
    await page.getByRole('row').filter({ hasText: 'Tidigare okända lagförs' }).getByText('i dag').waitFor();
    expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('');
  });
});
