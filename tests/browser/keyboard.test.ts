import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { test } from '#tests/support/sample-test.ts';
import { readReceipt, readText, visit } from '#tests/support/walk-app.ts';

/** What has the focus, as a screen reader names it, and whether it can be seen to have it. */
const readFocus = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement as HTMLElement | null;
    if (!focused || focused === document.body) return { name: '', isSeen: true };
    const label = (focused as HTMLInputElement).labels?.[0];
    const marked = [focused, label].filter((element) => element !== undefined && element !== null);
    const isSeen = marked.some((element) => {
      const { outlineStyle, outlineWidth, backgroundColor } = getComputedStyle(element);
      // The parts of a date are filled with the accent instead: a ring would cover the next part.
      const isFilled = element.role === 'spinbutton' && backgroundColor !== 'rgba(0, 0, 0, 0)';
      return isFilled || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2);
    });
    return { name: (focused.ariaLabel ?? label?.textContent ?? focused.textContent ?? '').trim(), isSeen };
  });

/** Presses Tab until something has the focus whose name fits. Everything on the way must show that it has it. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  const unseen: string[] = [];
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press(key);
    const focus = await readFocus(page);
    if (!focus.isSeen) unseen.push(focus.name);
    if (!name.test(focus.name)) continue;
    expect(unseen, 'focused without showing it').toEqual([]);
    return;
  }
  throw new Error(`Tab never came to ${name}`);
}

describe('with the keyboard alone', () => {
  test('the first Tab offers to skip to the content', async ({ openSample }) => {
    const { page } = await openSample();
    await visit(page, '/oversikt');

    await page.keyboard.press('Tab');
    expect((await readFocus(page)).name).toBe('Hoppa till innehållet');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');

    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  test('an insats is logged and undone', async ({ openSample }) => {
    const { page } = await openSample();
    await visit(page, '/logga');
    await page.getByRole('button', { name: 'Spara insats' }).waitFor();

    await tabTo(page, /Närvaro resecentrum/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: /^Nattvandring/ }).isChecked()).toBe(true);
    await tabTo(page, /^Antal/);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('2');
    await page.keyboard.press('Control+Enter');

    expect(await readReceipt(page)).toContain('nu 27 av 36');
    // The receipt takes the focus once it is painted; before that the next Tab is one that nobody could press.
    await page.waitForFunction(() => /^Sparad/.test(document.activeElement?.textContent ?? ''));
    await tabTo(page, /^Ångra$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ångrad' }).waitFor();
  });

  test('a sealed goal is changed with a reason', async ({ openSample }) => {
    const { page } = await openSample();
    await visit(page, '/oversikt');
    await page.getByRole('link', { name: 'Tolv trafikkontroller' }).waitFor();

    await tabTo(page, /^Tolv trafikkontroller$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Tolv trafikkontroller: 7/ }).waitFor();
    await tabTo(page, /^Ändra mål$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Redigera målet' }).waitFor();
    await tabTo(page, /^Målvärde/);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('10');
    await tabTo(page, /^Skäl till ändringen/);
    await page.keyboard.type('Sommaren gick åt till annat.');
    await tabTo(page, /^Beslutat av/);
    await page.keyboard.type('Styrgruppen');
    await tabTo(page, /^Spara$/);
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Målet är sparat' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('tolv trafikkontroller');
    await page
      .getByRole('option', { name: /Tolv trafikkontroller/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name: /^Tolv trafikkontroller: 7.av.10/ }).waitFor();
    expect(await readText(page.getByRole('main'))).toContain('Sommaren gick åt till annat.');
  });

  test('Ctrl+K goes anywhere by parts of its name, and Escape leaves things as they were', async ({ openSample }) => {
    const { page } = await openSample();
    await visit(page, '/hjalp');

    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(page.url()).toMatch(/\/hjalp$/);

    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('kontroller tolv');
    await page
      .getByRole('option', { name: /Tolv trafikkontroller/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name: /^Tolv trafikkontroller: 7/ }).waitFor();
  });
});
