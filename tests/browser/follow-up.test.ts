import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { findFaults } from '#tests/support/find-faults.ts';
import { test } from '#tests/support/sample-test.ts';
import { saveShots } from '#tests/support/share-story.ts';
import { choice, readText, visit } from '#tests/support/walk-app.ts';

const police = 'Lokalpolisområde Exempelbygden';
const municipality = 'Exempelköpings kommun';
const nextYear = '2027-01-12T09:00:00+01:00';

const open = async (page: Page, part: string) => {
  await page.getByRole('link', { name: part, exact: true }).click();
  await page.locator(`a[aria-current="page"]`, { hasText: part }).waitFor();
};

/** One of the parties signs with its function; a profile of its own is made by that. */
async function sign(page: Page, party: string, button: RegExp, role: string): Promise<void> {
  const block = page.getByRole('region', { name: party, exact: true });
  await block.getByLabel('Funktion').waitFor();
  const profiles = block.getByLabel('Profil som skriver under');
  if ((await profiles.count()) === 0) await block.getByLabel('Funktion').fill(role);
  await block.getByRole('button', { name: button }).click();
  await block.waitFor({ state: 'detached' });
}

describe('the year is closed by its parties', () => {
  test('from open to sealed, by two of them, and what comes after stands apart', async ({ openSample }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    await visit(page, '/oversikt');
    await page.clock.setSystemTime(new Date(nextYear));
    await visit(page, '/oversikt');
    await page.getByRole('link', { name: 'Uppföljning', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Uppföljning: helår' }).waitFor();
    await saveShots(page, 'follow-up-planned');
    await page.getByRole('button', { name: 'Påbörja uppföljningen' }).click();

    await page.getByText(/0 av \d+ punkter är bedömda/).waitFor();
    await saveShots(page, 'follow-up-assessment');
    expect(await findFaults(page, '/uppfoljning bedomning')).toEqual([]);
    await page.getByLabel('Part som bedömer').selectOption({ label: 'Exempelköpings kommun' });
    await page.getByRole('button', { name: /Godta förslagen för \d+ punkter/ }).click();
    await page.getByText(/punkter bedömdes som föreslaget/).waitFor();
    // The sentence comes with the saving; the rows are read again after it, and until then still ask for what was judged.
    await page.getByRole('button', { name: /Godta förslagen/ }).waitFor({ state: 'detached' });
    await saveShots(page, 'follow-up-accepted');
    const left = page.getByRole('button', { name: /^Bedöm / });
    const names = await left.evaluateAll((buttons) => buttons.map((button) => button.ariaLabel ?? ''));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      await page.getByRole('button', { name, exact: true }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('Motivering').waitFor();
      const level = form.getByLabel('Nivå');
      if ((await level.count()) > 0) await level.selectOption({ index: 1 });
      else await form.getByLabel('Nådde vi målet?').selectOption({ label: 'Delvis nått' });
      await form.getByLabel('Motivering').fill('Bedömt gemensamt på mötet i januari.');
      await form.getByRole('button', { name: 'Spara' }).click();
      await form.waitFor({ state: 'detached' });
    }
    await saveShots(page, 'follow-up-judged');

    await open(page, 'Rapport');
    await page.getByText('Skriv egna texter i rapporten').click();
    await page.getByRole('button', { name: 'Skriv texten själv: Lärdomar' }).click();
    await page.getByLabel('Text', { exact: true }).fill('Vi började för sent med kontrollerna.');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Vi började för sent med kontrollerna.').waitFor();
    await saveShots(page, 'follow-up-report');
    const tables = await page
      .locator('article table')
      .evaluateAll((all) =>
        all.flatMap((table) =>
          table.scrollWidth > (table.parentElement?.clientWidth ?? 0) ? [table.textContent] : [],
        ),
      );
    expect(tables).toEqual([]);
    expect(await findFaults(page, '/uppfoljning rapport')).toEqual([]);

    await open(page, 'Fastställ');
    await saveShots(page, 'follow-up-sealing');
    await page.getByRole('button', { name: 'Lämna till partsgranskning' }).click();
    await sign(page, police, /Våra rader stämmer/, 'Lokalpolisområdeschef');
    await sign(page, municipality, /Våra rader stämmer/, 'Kommundirektör');
    await page.getByRole('button', { name: 'Frys rapporten' }).click();
    await page.getByText(/^Fryst /).waitFor();
    await saveShots(page, 'follow-up-frozen');
    await sign(page, police, /Skriv under för/, 'Lokalpolisområdeschef');
    await sign(page, municipality, /Skriv under för/, 'Kommundirektör');
    await page.getByText('Uppföljningen är fastställd').waitFor();
    await page.getByRole('button', { name: 'Kontrollera att rapporten är oförändrad' }).click();
    await page.getByText('Rapporten är oförändrad sedan den frystes.').waitFor();
    await saveShots(page, 'follow-up-sealed');
    expect(await findFaults(page, '/uppfoljning faststall')).toEqual([]);
    const address = page.url();

    await page.getByRole('button', { name: 'Exportera' }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Word' }).click();
    const text = readWordText(await (await saving).path());
    for (const figure of ['98 av 102', '25 av 36', 'Vi började för sent med kontrollerna.']) {
      expect(text).toContain(figure);
    }

    const checksum = page.getByText(/^[0-9a-f]{64}$/);
    const sum = await checksum.innerText();
    await page.getByText('Skriv ett tillägg').click();
    const supplements = page.getByRole('region', { name: 'Tillägg om effekter' });
    await supplements.getByLabel('Vad visar det som kommit efteråt?').fill('Nästa mätning visar att fler är trygga.');
    await supplements.getByRole('button', { name: 'Lägg till tillägget' }).click();
    await supplements.getByRole('heading', { name: /^Tillägg 1, 12\sjan 2027$/ }).waitFor();
    expect(await findFaults(page, '/uppfoljning tillagg')).toEqual([]);
    await page.reload();
    await page.getByRole('heading', { name: /^Tillägg 1, 12\sjan 2027$/ }).waitFor();
    expect(await checksum.innerText()).toBe(sum);
    await page.getByRole('button', { name: 'Kontrollera att rapporten är oförändrad' }).click();
    await page.getByText('Rapporten är oförändrad sedan den frystes.').waitFor();
    await page.getByRole('button', { name: 'Exportera' }).click();
    const again = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Word' }).click();
    const withSupplement = readWordText(await (await again).path());
    expect(withSupplement).toContain('Nästa mätning visar att fler är trygga.');
    expect(withSupplement).toContain('98 av 102');

    await logYesterdaysYear(page);
    await visit(page, address);
    await page.getByRole('heading', { name: 'Efterrapporterat' }).waitFor();
    await page.getByRole('cell', { name: /^\d+ \(\+1\)$/ }).waitFor();
    await saveShots(page, 'follow-up-late');
    await open(page, 'Rapport');
    expect(await readText(page.getByRole('article'))).toContain('98 av 102');

    await open(page, 'Fastställ');
    await page.getByRole('link', { name: 'Skapa nästa löfte' }).click();
    await page.getByRole('heading', { name: 'Vad följer med?' }).waitFor();
    await page.getByLabel('Nästa gång: Nattvandringar under året').selectOption({ label: 'Sänk' });
    await page.getByRole('button', { name: 'Skapa nästa löfte' }).click();
    await page.getByText('Ange ett heltal.').waitFor();
    await page.getByLabel('Nytt målvärde').fill('30');
    await page.getByLabel('Nästa gång: Två pass i veckan').selectOption({ label: 'Avsluta' });
    await saveShots(page, 'next-promise');
    expect(await findFaults(page, '/loften/nytt forra')).toEqual([]);
    await page.getByRole('button', { name: 'Skapa nästa löfte' }).click();
    await page.getByRole('heading', { level: 1, name: /2027/ }).waitFor();
    const next = await readText(page.locator('main'));
    expect(next).toContain('Nattvandringar under året');
    expect(next).not.toContain('Två pass i veckan');
  });
});
/** A control of the year that is closed, which somebody remembers in January. */
async function logYesterdaysYear(page: Page): Promise<void> {
  await visit(page, '/logga');
  await page.getByRole('button', { name: 'Sök', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Sök aktivitet' }).fill('trafikkontroll');
  await choice(page, 'Trafikkontroll centrum').click();
  await choice(page, 'Annat').click();
  await page.getByRole('group', { name: 'Datum' }).getByRole('spinbutton').first().click();
  await page.keyboard.type('20261220');
  await page.getByRole('button', { name: 'Spara insats' }).click();
  await page.getByRole('status').filter({ hasText: 'Sparad' }).waitFor();
}

/** What a word processor would show, without its form. */
function readWordText(path: string): string {
  const { 'word/document.xml': part } = unzipSync(new Uint8Array(readFileSync(path)));
  return new TextDecoder()
    .decode(part)
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/[\u00a0\u202f]/g, ' ');
}
