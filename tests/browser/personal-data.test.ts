import type { Locator, Page } from 'playwright';
import { describe, expect } from 'vitest';
import { follow, listRoutes } from '#tests/support/list-routes.ts';
import { test } from '#tests/support/sample-test.ts';
import { visit } from '#tests/support/walk-app.ts';

/** A number that the tax agency has set aside for tests: it belongs to nobody. */
const personalNumber = '19121212-1212';

/** Fields for free text: what asks for a number or only searches is not kept as text. */
const textFields = (within: Locator) =>
  within.locator('textarea:visible:enabled, input:visible:enabled:not([inputmode]):is([type="text"], :not([type]))');

const readLabel = (field: Locator) =>
  field.evaluate((element) => (element as HTMLInputElement).labels?.[0]?.textContent ?? element.ariaLabel ?? '');

/** The words that a screen reader hears with the field: hint, issue and warning. */
const readDescription = (field: Locator) =>
  field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );

/** Everything that is folded away, and one more of everything that there can be several of. */
async function openEverything(within: Locator): Promise<void> {
  await within.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  const adders = within.getByRole('button', { name: /^Lägg till (?!mätvärde|avvikelse|kommentar)/ });
  for (const button of await adders.all()) if (await button.isVisible()) await button.click();
}

/** Types the number in every field. Out: the labels of all fields, and of those that take it in silence. */
async function typeEverywhere(within: Locator) {
  await openEverything(within);
  const asked: string[] = [];
  const silent: string[] = [];
  for (const field of await textFields(within).all()) {
    const [label, before] = [await readLabel(field), await field.inputValue()];
    await field.fill(`Samtal med ${personalNumber}`);
    asked.push(label);
    const isNamed = await expect
      .poll(() => readDescription(field), { timeout: 15_000 })
      .toContain('personnummer')
      .then(() => true)
      .catch(() => false);
    if (!isNamed) silent.push(label);
    await field.fill(before);
  }
  return { asked, silent };
}

/** Every stored row but the drafts, as text. */
const readStored = (page: Page) =>
  page.evaluate(async () => {
    const [{ name = '' } = {}] = await indexedDB.databases();
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const tables = [...db.objectStoreNames].filter((table) => table !== 'drafts');
    const rows = await Promise.all(
      tables.map(
        (table) =>
          new Promise<unknown[]>((resolve, reject) => {
            const reading = db.transaction(table).objectStore(table).getAll();
            reading.onsuccess = () => resolve(reading.result);
            reading.onerror = () => reject(reading.error);
          }),
      ),
    );
    db.close();
    return JSON.stringify(rows);
  });

describe('a personal number', () => {
  test('is pointed out in every field for free text, on every page and in every dialog', { timeout: 600_000 }, async ({
    openSample,
  }) => {
    const { page } = await openSample();
    const { goals, all } = await listRoutes(page);
    const main = page.getByRole('main');
    const asked: string[] = [];
    const silent: string[] = [];
    const check = async (place: string, within: Locator) => {
      const found = await typeEverywhere(within);
      asked.push(...found.asked.map((label) => `${place}: ${label}`));
      silent.push(...found.silent.map((label) => `${place}: ${label}`));
    };

    for (const route of all.filter((address) => !goals.includes(address))) {
      await follow(page, route);
      await check(route, main);
    }
    await follow(page, '/loften/nytt?satt=tomt');
    await check('a new promise', main);
    await follow(page, goals[2] ?? '');
    for (const button of ['Lägg till avvikelse', 'Bedöm målet', 'Lägg till kommentar']) {
      await page.getByRole('button', { name: button }).click();
      await check(button, page.getByRole('dialog'));
      await page.keyboard.press('Escape');
    }

    expect(silent).toEqual([]);
    expect(asked.length).toBeGreaterThan(40);
  });

  test('is never stored: saving is refused, with the way out beside the button', async ({ openSample }) => {
    const { page } = await openSample({ width: 390 });
    await visit(page, '/logga');
    await page.getByRole('button', { name: 'Anteckning' }).tap();
    const note = page.getByRole('textbox', { name: 'Anteckning' });
    await note.pressSequentially(`Träffade ${personalNumber}`);
    await page.getByRole('button', { name: 'Spara insats' }).tap();

    await page.getByRole('alert').waitFor();
    expect(await readStored(page)).not.toContain(personalNumber);
    expect(await note.inputValue()).toContain(personalNumber);

    await note.fill('Träffade boende');
    await page.getByRole('button', { name: 'Spara insats' }).tap();
    await page.getByRole('heading', { name: 'Sparad i telefonen' }).waitFor();
    expect(await readStored(page)).toContain('Träffade boende');
  });

  test('has nowhere to be asked for: no field is about a person', async ({ openSample }) => {
    const { page } = await openSample();
    const persons: string[] = [];
    for (const route of (await listRoutes(page)).all) {
      await follow(page, route);
      const labels = await page.getByRole('main').locator('label, legend').allInnerTexts();
      persons.push(
        ...labels.filter((label) => /personnummer|förnamn|efternamn|födelse|telefonnummer|e-post/i.test(label)),
      );
      expect(await page.locator('input:is([type="email"], [type="tel"], [autocomplete*="name"])').count()).toBe(0);
    }
    expect(persons).toEqual([]);
  });
});
