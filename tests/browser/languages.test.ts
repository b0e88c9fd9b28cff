import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { follow, listRoutes } from '#tests/support/list-routes.ts';
import { test } from '#tests/support/sample-test.ts';
import { choice, readReceipt, readText, visit } from '#tests/support/walk-app.ts';
import type { Catalogue } from '#ui/words.ts';

const files: Readonly<Record<string, object>> = import.meta.glob(
  ['/src/app/*messages.ts', '/src/features/**/*messages.ts', '/src/ui/*messages.ts'],
  { eager: true },
);
/** What else such a file hands out is made from its catalogue. */
const isCatalogue = (value: unknown): value is Catalogue<string> =>
  typeof value === 'object' && value !== null && 'sv' in value && 'en' in value;
const catalogues = Object.values(files).flatMap((file) => Object.values(file).filter(isCatalogue));

/** Every plain text of the interface that is another in English. */
const swedishTexts = new Set(
  catalogues.flatMap(({ sv, en }) => {
    const english = new Set(Object.values(en));
    return Object.values(sv).filter((text) => !text.includes('{') && !english.has(text));
  }),
);
/** Names and units in the sample year, which are data, and a word that is both languages'. */
const names = new Set(['Polisen', 'Antal insatser', 'insatser', 'Part']);
/** The domain's own: statuses, months, kinds. */
const swedishWords = ['Efter takt', 'I takt', 'Nått', 'Ej nått', 'Vilande', 'Utan mått', 'Genomförd', 'Planerad'];

/** What the page says, text by text, what is only heard included. */
const readTexts = (page: Page) =>
  page.evaluate(() => {
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.textContent?.trim() ?? '');
    for (const element of document.querySelectorAll('[aria-label], [placeholder]')) {
      texts.push(element.getAttribute('aria-label') ?? '', element.getAttribute('placeholder') ?? '');
    }
    return texts;
  });

describe('a browser in another language', () => {
  test('shows Swedish dates, weeks and a week that begins on Monday, and a day is chosen in its calendar', async ({
    openSample,
  }) => {
    const { page } = await openSample({ locale: 'en-US' });
    await visit(page, '/logga');
    await page.getByText('lör 21 nov, v. 47').waitFor();
    await choice(page, 'Annat').click();
    const date = page.getByRole('group', { name: 'Datum' });
    await date.getByRole('spinbutton').first().waitFor();
    await expect.poll(() => date.getByRole('spinbutton').allInnerTexts()).toEqual(['2026', '11', '21']);

    await date.getByRole('button', { name: /^Öppna kalender/ }).click();
    const calendar = page.getByRole('dialog');
    expect((await calendar.locator('th').first().innerText()).toLowerCase()).toMatch(/^må/);
    expect(await readText(calendar.getByRole('heading'))).toBe('november 2026');
    await calendar.getByRole('button', { name: /17 november 2026/ }).click();

    await expect.poll(() => date.getByRole('spinbutton').allInnerTexts()).toEqual(['2026', '11', '17']);
    await page.getByText('v. 47', { exact: true }).waitFor();
    await page.getByText('tisdag').first().waitFor();
    await page.getByRole('button', { name: 'Spara insats' }).click();
    await readReceipt(page);
  });
});

describe('English', () => {
  test('is spoken on every page once it is chosen, without a Swedish word of the interface left', async ({
    openSample,
  }) => {
    const { page } = await openSample();
    const { all } = await listRoutes(page);
    await visit(page, '/installningar');
    await choice(page, 'English').click();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');

    const left: string[] = [];
    for (const route of all) {
      await follow(page, route);
      const texts = await readTexts(page);
      const known = texts.filter((text) => (swedishTexts.has(text) && !names.has(text)) || swedishWords.includes(text));
      left.push(...known.map((text) => `${route}: ${text}`));
    }

    expect(swedishTexts.size).toBeGreaterThan(500);
    expect(left).toEqual([]);
  });
});
