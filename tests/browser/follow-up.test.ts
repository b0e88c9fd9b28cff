import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { findFaults } from '#tests/support/find-faults.ts';
import { test } from '#tests/support/sample-test.ts';
import { saveShots } from '#tests/support/share-story.ts';
import { choice, countTaps, readText, visit } from '#tests/support/walk-app.ts';

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
    await saveShots(page, 'follow-up-accepted');
    const left = page.getByRole('button', { name: /^Bedöm / });
    const names = await left.evaluateAll((buttons) => buttons.map((button) => button.ariaLabel ?? ''));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      await page.getByRole('button', { name, exact: true }).click();
      const form = page.getByRole('dialog');
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
  });
});
void readText;
void choice;
void countTaps;
void sign;
void open;
