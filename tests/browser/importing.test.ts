import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { makeBook } from '#tests/documents/made-files.ts';
import { findFaults } from '#tests/support/find-faults.ts';
import { test } from '#tests/support/sample-test.ts';
import { saveShots } from '#tests/support/share-story.ts';
import { readText, visit } from '#tests/support/walk-app.ts';

/** As a Swedish Excel saves it: semicolons, Windows-1252, CRLF; a title above, and what people write in cells. */
const table = [
  ['Insatser första halvåret', '', '', '', '', '', '', ''],
  ['Datum', 'Aktivitet', 'Antal', 'Part', 'Plats', 'Anteckning', 'Böter', 'Handläggare'],
  ['2026-02-03', 'Trafikkontroll centrum', '1', 'Polisen', 'Provtorget', 'Lugnt före skolstart', '2', 'ABC'],
  ['ons 4/2', 'Trafikkontroll centrum', '2 st', 'Polisen', 'Provtorget', '=1+1', '', 'ABC'],
  ['5 februari 2026', 'trafikkontroll i centrum', '1', 'Polisen', 'Bron', '', '1', 'ABC'],
  ['6/2 2026', 'trafikkontroll i centrum', '1', 'Polisen', 'Åbron', '', '', 'ABC'],
  ['', 'Trafikkontroll centrum', '1', 'Polisen', 'Bron', '', '', ''],
  ['', 'Nattvandring', '1', '', 'Bron', '', '', ''],
  ['2026-02-08', 'Nattvandring', '1,5', '', 'Bron', '', '', ''],
  ['2026-02-09', 'Nattvandring', '1', '', 'Bron', 'Gällde 19900101-2385', '', ''],
  ['2025-02-09', 'Nattvandring', '1', '', 'Bron', '', '', ''],
  ['2026-02-03', 'Trafikkontroll centrum', '1', 'Polisen', 'Provtorget', '', '', ''],
];
const csv = `${table.map((row) => row.join(';')).join('\r\n')}\r\n`;

async function openImport(page: Page): Promise<void> {
  await visit(page, '/loften');
  await page
    .getByRole('link', { name: /Medborgarlöfte 2026 för Exempelköping/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Importera', exact: true }).click();
  await page.getByRole('heading', { name: 'Importera från tabell', level: 1 }).waitFor();
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 2 });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

async function give(page: Page, content: string): Promise<void> {
  const file = { name: 'insatser.csv', mimeType: 'text/csv', buffer: Buffer.from(content, 'latin1') };
  await page.getByLabel('Excel- eller CSV-fil').setInputFiles(file);
  await heading(page, 'Vad är kolumnerna?').waitFor();
}

/** What the goal of traffic controls says on the page of the promise. */
async function readGoal(page: Page): Promise<string> {
  await visit(page, '/oversikt');
  const row = page.getByRole('link', { name: /Tolv trafikkontroller/ }).first();
  await row.waitFor();
  return readText(page.locator('li', { has: row }).first());
}

describe('a table from Excel', () => {
  for (const width of [390, 1280]) {
    test(`becomes work, ${width} px wide: mapped, mended, seen beforehand, imported and undone`, async ({
      openSample,
    }) => {
      const { page } = await openSample({ width, reducedMotion: 'reduce' });
      const faults: string[] = [];
      const look = async (name: string) => {
        if (width === 1280) await saveShots(page, `importing-${name}`);
        faults.push(...(await findFaults(page, name)));
      };
      const before = await readGoal(page);
      await openImport(page);
      await look('source');
      await give(page, csv);
      expect(await page.getByLabel('Tas med som, Datum').inputValue()).toBe('date');
      expect(await page.getByLabel('Tas med som, Böter').inputValue()).toBe('outcome');
      expect(await page.getByLabel('Tas med som, Handläggare').inputValue()).toBe('skip');
      await look('columns');
      await press(page, 'Fortsätt');

      await heading(page, 'Vad behöver du ta ställning till?').waitFor();
      await page.getByText('Datum: 2 rader, datum saknas').waitFor();
      await page.getByText('Antal: 1 rad, inget heltal').waitFor();
      await page.getByText(/Anteckning: 1 rad, ser ut att innehålla ett personnummer/).waitFor();
      await page.getByLabel(/Aktiviteten ”trafikkontroll i centrum”/).selectOption({ label: 'Trafikkontroll centrum' });
      await page.getByText('Datum: 2 rader, datum saknas').click();
      await look('problems');
      const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Ladda ned problemraderna')]);
      const saved = readFileSync(await download.path(), 'utf8');
      expect(saved).toContain('Datum: datum saknas');
      expect(saved).not.toContain(';=1+1');
      await press(page, 'Fortsätt');

      await heading(page, 'Så här blir det').waitFor();
      await page.getByText('4 insatser importeras.').waitFor();
      const row = page.getByRole('row').filter({ hasText: 'Tolv trafikkontroller' });
      const said = await readText(row);
      expect(said).toMatch(/4 av 4/);
      await look('preview');
      await press(page, 'Importera 4 insatser');
      await page.getByRole('heading', { name: '4 insatser är importerade' }).waitFor();
      await look('receipt');

      await visit(page, '/insatser?sok=%C3%85bron');
      await page.getByText('Åbron').first().waitFor();
      expect(await readGoal(page)).not.toBe(before);
      await visit(page, '/installningar/synk');
      const entry = page.getByRole('listitem').filter({ hasText: 'Importerade' }).first();
      await entry.getByRole('button', { name: 'Ångra' }).click();
      await page.getByText('Ångrad').first().waitFor();
      expect(await readGoal(page)).toBe(before);
      expect(faults).toEqual([]);
    });
  }

  test('is undone from its receipt, and imported all the same', async ({ openSample }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    const before = await readGoal(page);
    await openImport(page);
    await page.getByLabel('Eller klistra in celler').fill('Datum\tAktivitet\n3/2 2026\tTrafikkontroll centrum\n');
    await press(page, 'Läs det inklistrade');
    await press(page, 'Fortsätt');
    await page.getByText('Alla rader går att läsa.').waitFor();
    await press(page, 'Fortsätt');
    await press(page, 'Importera 1 insats');
    await press(page, 'Ångra importen');
    await page.getByRole('heading', { name: 'Importen är ångrad' }).waitFor();
    await press(page, 'Importera ändå');
    await page.getByRole('heading', { name: '1 insats är importerad' }).waitFor();
    await press(page, 'Ångra importen');
    await page.getByRole('heading', { name: 'Importen är ångrad' }).waitFor();
    expect(await readGoal(page)).toBe(before);
  });

  test('of activities makes goals, by keyboard alone', async ({ openSample }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    await openImport(page);
    await page.getByLabel('Eller klistra in celler').focus();
    await page.keyboard.insertText('Aktivitet\tMål\tEnhet\tPeriod\nVi städar parken\t2\tstädningar\tper månad\n');
    const go = async (name: string | RegExp) => {
      await page.getByRole('button', { name }).focus();
      await page.keyboard.press('Enter');
    };
    await go('Läs det inklistrade');
    await heading(page, 'Vad är kolumnerna?').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Vad är kolumnerna?');
    await go('Fortsätt');
    await go('Fortsätt');
    await page.getByText('1 aktivitet importeras, med 1 mål.').waitFor();
    await saveShots(page, 'importing-activities');
    await go('Importera 1 aktivitet');
    await page.getByRole('heading', { name: '1 aktivitet är importerad' }).waitFor();
    await page.getByRole('link', { name: 'Till löftet' }).click();
    await page.getByText('Vi städar parken').first().waitFor();
  });

  test('saved as a workbook has its days as days', async ({ openSample }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    await openImport(page);
    const words = ['Datum', 'Aktivitet', 'Antal', 'Plats', 'Trafikkontroll centrum', 'Åbron'];
    const texts = words.map((word) => `<si><t>${word}</t></si>`).join('');
    const text = (index: number) => `<c t="s"><v>${index}</v></c>`;
    // The third and the fourth of February 2026, as Excel counts days.
    const rows = [46056, 46057].map(
      (day) => `<row><c s="1"><v>${day}</v></c>${text(4)}<c><v>1</v></c>${text(5)}</row>`,
    );
    const cells = `<row>${[0, 1, 2, 3].map(text).join('')}</row>${rows.join('')}`;
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    await page.getByLabel('Excel- eller CSV-fil').setInputFiles({
      name: 'insatser.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(makeBook({ cells, texts, styles })),
    });
    await heading(page, 'Vad är kolumnerna?').waitFor();
    expect(await page.getByLabel('Tas med som, Datum').inputValue()).toBe('date');
    await press(page, 'Fortsätt');
    await press(page, 'Fortsätt');
    await press(page, 'Importera 2 insatser');
    await page.getByRole('heading', { name: '2 insatser är importerade' }).waitFor();
    await visit(page, '/insatser?sok=%C3%85bron');
    await page
      .getByText(/ons 4\sfeb/)
      .first()
      .waitFor();
  });
});
