import type { Locator, Page } from 'playwright';
import { describe, expect } from 'vitest';
import { follow, listRoutes } from '#tests/support/list-routes.ts';
import { test } from '#tests/support/sample-test.ts';
import { visit } from '#tests/support/walk-app.ts';

/** A number that the tax agency has set aside for tests: it belongs to nobody. */
const personalNumber = '19121212-1212';

const ofAPerson = /personnummer|förnamn|efternamn|födelse|telefonnummer|e-post/i;

/** Fields for free text: what asks for a number or only searches is not kept as text. */
const textFields = (within: Locator) =>
  within.locator('textarea:visible:enabled, input:visible:enabled:not([inputmode]):is([type="text"], :not([type]))');

/** Everything that is folded away, and one more of everything that there can be several of. */
async function openEverything(within: Locator): Promise<void> {
  await within.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  const adders = within.getByRole('button', { name: /^Lägg till (?!mätvärde|avvikelse|kommentar)/ });
  for (const button of await adders.all()) if (await button.isVisible()) await button.click();
}

/** Types in all fields at once, as a keyboard does. Out: their labels. */
const typeInto = (fields: readonly Element[], text: string) =>
  (fields as readonly (HTMLInputElement | HTMLTextAreaElement)[]).map((field) => {
    field.dataset.before = field.value;
    field.select();
    document.execCommand('insertText', false, text);
    return field.labels?.[0]?.textContent ?? field.ariaLabel ?? '';
  });

/** Puts back what stood in the fields. */
const takeBack = (fields: readonly Element[]) => {
  for (const field of fields as readonly (HTMLInputElement | HTMLTextAreaElement)[]) {
    field.select();
    if (field.dataset.before) document.execCommand('insertText', false, field.dataset.before);
    else document.execCommand('delete');
    delete field.dataset.before;
  }
};

/** The labels of fields with the text whose hint, issue and warning, which a screen reader hears with them, do not name it. */
const readSilent = (fields: readonly Element[], text: string) =>
  (fields as readonly (HTMLInputElement | HTMLTextAreaElement)[]).flatMap((field) => {
    const ids = (field.getAttribute('aria-describedby') ?? '').split(' ');
    const heard = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    if (field.value === text && heard.includes('personnummer')) return [];
    return [`${field.labels?.[0]?.textContent ?? field.ariaLabel ?? ''}: "${field.value}", ${heard}`];
  });

/** Types the number in every field. Out: the labels of all fields, and of those that take it in silence. */
async function typeEverywhere(within: Locator) {
  await openEverything(within);
  const text = `Samtal med ${personalNumber}`;
  const asked = await textFields(within).evaluateAll(typeInto, text);
  const typed = within.locator('[data-before]');
  let silent: readonly string[] = [];
  await expect
    .poll(
      async () => {
        silent = await typed.evaluateAll(readSilent, text);
        return silent;
      },
      { timeout: 15_000 },
    )
    .toEqual([])
    .catch(() => undefined);
  if ((await typed.count()) !== asked.length) silent = [...silent, 'a field that left while it was typed in'];
  await typed.evaluateAll(takeBack);
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
  test('is pointed out in every field for free text, on every page and in every dialog, and no field asks for one', {
    timeout: 600_000,
  }, async ({ openSample }) => {
    const { page } = await openSample();
    const { goals, all } = await listRoutes(page);
    const main = page.getByRole('main');
    const asked: string[] = [];
    const silent: string[] = [];
    const persons: string[] = [];
    const check = async (place: string, within: Locator) => {
      const found = await typeEverywhere(within);
      asked.push(...found.asked.map((label) => `${place}: ${label}`));
      silent.push(...found.silent.map((label) => `${place}: ${label}`));
    };

    for (const route of all) {
      await follow(page, route);
      const labels = await main.locator('label, legend').allInnerTexts();
      persons.push(...labels.filter((label) => ofAPerson.test(label)));
      expect(await page.locator('input:is([type="email"], [type="tel"], [autocomplete*="name"])').count()).toBe(0);
      if (!goals.includes(route)) await check(route, main);
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
    expect(persons).toEqual([]);
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
});
