import { describe, expect } from 'vitest';
import { test } from '#tests/support/sample-test.ts';
import { choice, readReceipt, readText, visit } from '#tests/support/walk-app.ts';

describe('two tabs', () => {
  test('a log in one is shown in the other without a reload', async ({ openSample }) => {
    const { page, openTab } = await openSample();
    const other = await openTab();
    await visit(other, '/oversikt');
    await other.getByRole('link', { name: '25 av 36' }).waitFor();

    await visit(page, '/logga');
    await choice(page, 'Nattvandring').click();
    await page.getByRole('button', { name: 'Spara insats' }).click();
    await readReceipt(page);

    await other.getByRole('link', { name: '26 av 36' }).waitFor();
    await page.getByRole('button', { name: 'Ångra' }).click();
    await other.getByRole('link', { name: '25 av 36' }).waitFor();
  });

  test('what is being typed in one is left alone by a log from the other', async ({ openSample }) => {
    const { page, openTab } = await openSample();
    const other = await openTab();
    await visit(other, '/logga');
    await choice(other, 'Nattvandring').click();
    await visit(page, '/logga');
    await page.getByRole('button', { name: 'Anteckning' }).click();
    const note = page.getByRole('textbox', { name: 'Anteckning' });
    await note.pressSequentially('Lugnt och');

    await other.getByRole('button', { name: 'Spara insats' }).click();
    await readReceipt(other);
    await note.pressSequentially(' stilla.');

    expect(await note.inputValue()).toBe('Lugnt och stilla.');
    await page.getByRole('button', { name: 'Spara insats' }).click();
    await readReceipt(page);
  });

  test('a newer version of the storage opening beside an older tab is told in words, and nothing is lost', async ({
    openSample,
  }) => {
    const { page, openTab } = await openSample();
    await visit(page, '/logga');
    await page.getByRole('button', { name: 'Anteckning' }).click();
    await page.getByRole('textbox', { name: 'Anteckning' }).fill('Kvar efter bytet');
    const newer = await openTab();
    await visit(newer, '/om');

    await newer.evaluate(async () => {
      const [{ name = '', version = 0 } = {}] = await indexedDB.databases();
      await new Promise((resolve, reject) => {
        const opening = indexedDB.open(name, version + 10);
        opening.onsuccess = () => resolve(opening.result.close());
        opening.onerror = () => reject(opening.error);
      });
    });

    const notice = page.getByRole('alert');
    await notice.waitFor();
    expect(await readText(notice)).toMatch(/\S+ \S+ \S+/);
    expect(await page.getByRole('textbox', { name: 'Anteckning' }).inputValue()).toBe('Kvar efter bytet');
  });
});
