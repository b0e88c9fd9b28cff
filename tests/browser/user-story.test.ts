import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { sampleNow, takeSampleYear, test } from '#tests/support/sample-test.ts';
import { choice, readReceipt, readText, visit } from '#tests/support/walk-app.ts';

const goal = 'Tolv trafikkontroller';

describe('a new user on a phone without network', () => {
  test('logs three traffic controls, undoes one, and reads the same figure everywhere, also after a reload', async ({
    openDevice,
  }) => {
    const { page, waitForOfflineShell, goOffline } = await openDevice({ width: 390, now: sampleNow, storesApp: true });
    await visit(page, '/');
    await waitForOfflineShell();
    await goOffline();
    await page.reload();
    await takeSampleYear(page);

    await chooseActivity(page, 'trafikkontroll');
    await choice(page, 'I går').tap();
    const figures: (string | undefined)[] = [];
    for (const further of [true, true, false]) {
      await page.getByRole('button', { name: 'Spara insats' }).tap();
      figures.push(/nu (\d+) av 12/.exec(await readReceipt(page))?.[1]);
      if (further) await page.getByRole('button', { name: 'Logga en till' }).tap();
    }
    expect(figures).toEqual(['8', '9', '10']);
    await page.getByRole('button', { name: 'Ångra' }).tap();
    await page.getByRole('heading', { name: 'Ångrad' }).waitFor();

    expect(await readEverywhere(page)).toEqual(everywhereNine);
    await page.reload();
    expect(await readEverywhere(page)).toEqual(everywhereNine);
  });
});

const everywhereNine = {
  sentence: '7 av 13 mål är i takt eller nådda',
  logs: '315 insatser hittills',
  row: '9 av 12',
  picture: `${goal}: 9 av 12.`,
  heading: `${goal}: 9 av 12.`,
  yesterday: 2,
  table: '9',
  csv: '9',
};

/** Finds the activity as one does who does not see its card. */
async function chooseActivity(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Sök', exact: true }).tap();
  await page.getByRole('searchbox', { name: 'Sök aktivitet' }).fill(text);
  await choice(page, 'Trafikkontroll centrum').tap();
}

/** The figure of the goal in every place that shows it. */
async function readEverywhere(page: Page) {
  await page.goto('/oversikt');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: goal, exact: true }) });
  await row.waitFor();
  const sentence = await readText(page.getByRole('heading', { level: 1 }));
  const logs = await readText(page.getByText(/insatser hittills/).first());
  const picture = (await row.getByRole('img').getAttribute('aria-label')) ?? '';
  const outcome = await readText(row.getByRole('link').nth(1));
  await row.getByRole('link', { name: goal, exact: true }).tap();

  const heading = page.getByRole('heading', { level: 1, name: goal });
  await heading.waitFor();
  const counted = page.getByRole('region', { name: 'Insatser som räknas' }).getByRole('listitem');
  await counted.first().waitFor();
  const yesterday = (await counted.allInnerTexts()).filter((text) => /^i går/.test(text)).length;
  const figure = page.getByRole('figure', { name: goal });
  await figure.locator('svg').first().waitFor();
  const csv = await saveCsv(page);
  await figure.getByRole('button', { name: 'Visa som tabell' }).tap();
  return {
    sentence: sentence.split('.')[0],
    logs: logs.split(',')[0],
    row: outcome,
    picture: /^[^.]*\./.exec(picture.replaceAll(/[\u00a0\u202f]/g, ' '))?.[0],
    heading: /^[^.]*\./.exec(await readText(heading))?.[0],
    yesterday,
    table: await figure.getByRole('row').filter({ hasText: '21 nov 2026' }).getByRole('cell').first().innerText(),
    csv,
  };
}

/** The outcome of today in the saved file. */
async function saveCsv(page: Page): Promise<string | undefined> {
  await page.getByRole('button', { name: 'Ladda ner' }).tap();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Ladda ner siffrorna (CSV)' }).tap(),
  ]);
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split(/\r?\n/);
  return lines.find((line) => line.startsWith('2026-11-21'))?.split(';')[1];
}
