import type { Locator, Page } from 'playwright';
import { describe, expect } from 'vitest';
import { test } from '#tests/support/sample-test.ts';
import { choice, readText, visit } from '#tests/support/walk-app.ts';

/** What is typed key by key, and what the field then says: nothing, a sentence, or a question with its answers. */
const table = {
  sv: {
    whole: [
      ['12', ''],
      ['1 000', ''],
      ['1\u00a0000', ''],
      ['1,5', 'Ange ett heltal'],
      ['1.5', 'Ange ett heltal'],
      ['1.234', 'Menar du 1 234'],
      ['tre', 'Skriv ett tal, till exempel 3'],
    ],
    decimal: [
      ['12,5', ''],
      ['12.5', ''],
      ['1 234,5', ''],
      ['1.234', 'Menar du 1 234 1,234'],
      ['12,', 'Skriv ett tal, till exempel 2,5'],
      ['1,2,3', 'Skriv ett tal, till exempel 2,5'],
    ],
  },
  en: {
    whole: [
      ['12', ''],
      ['1,5', 'Enter a whole number'],
      ['1.234', 'Do you mean'],
      ['three', 'Write a number'],
    ],
    decimal: [
      ['12.5', ''],
      ['12,5', ''],
      ['1.234', 'Do you mean'],
      ['12.', 'Write a number'],
    ],
  },
} as const;

/** What stands under the field once it has been left. */
async function readAnswer(field: Locator): Promise<string> {
  await field.press('Tab');
  const frame = field.locator('xpath=ancestor::*[.//label][1]');
  const [label, whole] = [await frame.locator('label').first().innerText(), await readText(frame)];
  return whole.replace(label, '').replaceAll(/\s+/g, ' ').trim();
}

/** Types as fingers do, in place of what is there. */
async function retype(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.press('ControlOrMeta+a');
  await field.press('Delete');
  await field.pressSequentially(text);
}

async function typeAll(field: Locator, rows: readonly (readonly [typed: string, answer: string])[]) {
  for (const [typed, answer] of rows) {
    await retype(field, typed);
    const said = await readAnswer(field);
    expect(await field.inputValue(), 'what was typed is never changed').toBe(typed);
    if (answer === '') expect(await field.getAttribute('aria-invalid'), typed).toBeNull();
    else expect(said, typed).toContain(answer);
  }
}

const speakEnglish = async (page: Page) => {
  await visit(page, '/installningar');
  await choice(page, 'English').click();
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
};

describe('a number is typed as people type it', () => {
  test('in Swedish, counted or measured', async ({ openSample }) => {
    const { page } = await openSample();
    await visit(page, '/logga');
    await typeAll(page.getByRole('textbox', { name: 'Antal' }), table.sv.whole);

    await visit(page, '/oversikt');
    await page.getByRole('link', { name: 'Fler trygga ute på kvällen' }).click();
    await page.getByRole('button', { name: 'Lägg till mätvärde' }).click();
    await typeAll(page.getByRole('textbox', { name: 'Värde' }), table.sv.decimal);
  });

  test('in English, counted or measured', async ({ openSample }) => {
    const { page } = await openSample();
    await speakEnglish(page);
    await visit(page, '/logga');
    await typeAll(page.getByRole('textbox', { name: 'Number' }), table.en.whole);

    await visit(page, '/oversikt');
    await page.getByRole('link', { name: 'Fler trygga ute på kvällen' }).click();
    await page.getByRole('button', { name: /^Add a? ?measure/ }).click();
    await typeAll(page.getByRole('textbox', { name: 'Value' }), table.en.decimal);
  });
});
