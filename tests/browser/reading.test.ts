import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { test } from '#tests/support/browser-test.ts';
import { findFaults } from '#tests/support/find-faults.ts';
import { choice, countTaps, visit } from '#tests/support/walk-app.ts';

const now = '2026-01-12T10:00:00+01:00';
const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 600;

/** In words of our own: two focus areas, numbers, a rhythm, a fixed day, a vague row, a direction, and who signs. */
const promiseText = `Medborgarlöfte Ekby 2026

Ekby kommun och lokalpolisområde Norra Slätten har tagit fram detta medborgarlöfte. Löftet bygger på den gemensamma lägesbilden, en trygghetsenkät med 412 svar och dialoger med boende under hösten.

Löftet gäller från den 1 januari 2026 till den 31 december 2026.

Fokusområde: Trygghet i centrum

• Polisen ska genomföra minst 24 fotpatruller i centrum under året.
• Polisen och kommunen ska tillsammans genomföra två trygghetsvandringar per termin.
• Kommunen ska ha fältassistenter på torget varje fredag.
• Kommunen ska verka för fler mötesplatser för unga.

Fokusområde: Trafiken vid skolorna

• Polisen ska genomföra minst en hastighetskontroll per månad vid kommunens skolor.
• Kommunen ska informera om trafiksäkerhet på minst sex föräldramöten.

Mål

Tryggheten i centrum ska öka jämfört med enkäten 2025. Andelen bilister som kör för fort vid skolorna ska vara högst 10 procent.

Uppföljning och återkoppling

Löftet följs upp varje tertial av den lokala samverkansgruppen. Resultatet publiceras på kommunens och polisens webbplatser.

Ekby den 8 januari 2026

Kommunstyrelsens ordförande, Ekby kommun
Lokalpolisområdeschef, Norra Slätten`;

const severalYears = readFileSync('tests/domain/reading/corpus/09-several-years.txt', 'utf8');

async function readText(page: Page, text = promiseText): Promise<void> {
  await visit(page, '/loften/nytt?satt=text');
  await page.getByRole('link', { name: 'Till inläsningen' }).click();
  await page.getByRole('textbox', { name: 'Löftets text' }).fill(text);
  await page.getByRole('button', { name: 'Läs texten' }).click();
  await row(page, /^Löftets namn/).waitFor();
}

/** On the overview the promise is named above the sentence that answers. */
const overviewOf = (page: Page) => page.getByRole('link', { name: 'Medborgarlöfte Ekby 2026' }).first();
const row = (page: Page, text: string | RegExp) => page.getByRole('group', { name: text }).first();

describe('the text of a promise', () => {
  test('is pasted, confirmed at once, saved and logged against', async ({ openDevice }) => {
    const { page } = await openDevice({ now, width: 390 });
    await visit(page, '/loften/nytt');
    const taps = await countTaps(page);
    await choice(page, 'Klistra in löftets text').click();
    await page.getByRole('link', { name: 'Till inläsningen' }).click();
    await page.getByRole('textbox', { name: 'Löftets text' }).fill(promiseText);
    await page.getByRole('button', { name: 'Läs texten' }).click();
    await page.getByRole('button', { name: 'Bekräfta alla och spara' }).click();
    await overviewOf(page).waitFor();
    expect(await taps()).toBe(4);
    expect(new URL(page.url()).pathname).toBe('/oversikt');

    await visit(page, '/logga');
    await page
      .locator('label')
      .filter({ hasText: /fotpatruller/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Spara insats' }).click();
    await page
      .getByText(/1 av 24/)
      .first()
      .waitFor();
  });

  test('leads from each row to its words and back, also on a phone', async ({ openDevice }) => {
    for (const width of [1280, 390]) {
      const { page } = await openDevice({ now, width });
      await readText(page);
      const patrols = row(page, /^Aktivitet.*fotpatruller/s);
      if (isPhone(page)) {
        await patrols.getByRole('button', { name: 'Mer för raden' }).click();
        await patrols.getByRole('button', { name: 'Visa i texten' }).click();
      } else await patrols.click();
      const text = page.getByRole('region', { name: 'Texten med markerade rader' });
      const mark = text.getByRole('link', { name: /föräldramöten/ }).first();
      await text
        .getByText(/fotpatruller/)
        .first()
        .waitFor();
      await mark.click();
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toMatch(/föräldramöten/);
    }
  });

  test('is kept with every decision when the page is left and opened again', async ({ openDevice }) => {
    const { page } = await openDevice({ now });
    await readText(page);
    const vague = row(page, /^Aktivitet.*mötesplatser/s);
    await vague.getByRole('button', { name: 'Släng' }).click();
    await vague.getByRole('button', { name: 'Ångra' }).waitFor();
    await page.reload();
    await row(page, /^Aktivitet.*mötesplatser/s)
      .getByText('Slängd, följer inte med')
      .waitFor();
    await row(page, /^Aktivitet.*mötesplatser/s)
      .getByRole('button', { name: 'Ångra' })
      .click();
    await row(page, /^Aktivitet.*mötesplatser/s)
      .getByRole('button', { name: 'Bekräfta' })
      .waitFor();
  });

  test('is gone through by keys alone', async ({ openDevice }) => {
    const { page } = await openDevice({ now });
    await readText(page);
    await row(page, /^Löftets namn/).focus();
    await page.keyboard.press('Enter');
    await row(page, /^Löftets namn/)
      .getByText('Bekräftad')
      .waitFor();
    await page.keyboard.press('Delete');
    await row(page, /^Kommun/)
      .getByText('Slängd, följer inte med')
      .waitFor();
    await page.keyboard.press('Space');
    await row(page, /^Kommun/)
      .getByText('Att gå igenom')
      .waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('e');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Löftets namn' }).fill('Ekbys löfte');
    await page.keyboard.press('Escape');
    await row(page, /^Löftets namn/)
      .getByText('Ekbys löfte')
      .waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toMatch(/Ekbys löfte/);
  });

  test('gives rows of its own where somebody selects words, and apart what is added for the follow-up', async ({
    openDevice,
  }) => {
    const { page } = await openDevice({ now });
    await readText(page);
    await row(page, /^Aktivitet.*mötesplatser/s)
      .getByRole('button', { name: 'Gör uppföljningsbar' })
      .click();
    const guide = page.getByRole('dialog');
    await guide.getByRole('button', { name: 'Använd förslaget' }).click();
    await guide.getByRole('textbox', { name: /Hur många livstecken/ }).fill('2');
    await guide.getByRole('textbox', { name: /Första källan/ }).fill('Ungdomsenkäten');
    await guide.getByRole('button', { name: 'Klart' }).click();
    await page.getByText('Tillagt för uppföljning, ingår inte i löftet').first().waitFor();

    await page.getByRole('region', { name: 'Texten med markerade rader' }).evaluate((pane) => {
      const stretch = [...pane.querySelectorAll('[data-start]')].find((one) => one.textContent?.includes('boende'));
      const node = stretch?.firstChild;
      const at = node?.textContent?.indexOf('boende') ?? -1;
      if (node && at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + 'boende'.length);
    });
    await page.getByRole('button', { name: 'Gör till aktivitet' }).click();
    await row(page, /^Aktivitet.*Tillagd av dig.*boende/s).waitFor();

    await page.getByRole('button', { name: 'Bekräfta alla och spara' }).click();
    await overviewOf(page).waitFor();
    await page
      .getByText(/Livstecken/)
      .first()
      .waitFor();
  });

  test('comes from a file, too, and a file that cannot be read says why', async ({ openDevice }) => {
    const { page } = await openDevice({ now });
    await visit(page, '/loften/nytt/las');
    const input = page.locator('input[type=file]');
    await input.setInputFiles({
      name: 'bild.png',
      mimeType: 'image/png',
      buffer: Buffer.from('\x89PNG\r\n', 'latin1'),
    });
    await page.getByText('Filen bild.png gick inte att läsa').waitFor();
    await input.setInputFiles({ name: 'lofte.txt', mimeType: 'text/plain', buffer: Buffer.from(promiseText) });
    await page.getByText('Texten ur lofte.txt står i rutan.').waitFor();
    await page.getByRole('button', { name: 'Läs texten' }).click();
    await row(page, /^Aktivitet.*fotpatruller/s).waitFor();
  });

  test('may say two things in a row, or one in two, and every step is taken back', async ({ openDevice }) => {
    const { page } = await openDevice({ now });
    await readText(page);
    const vague = row(page, /^Aktivitet.*fältassistenter/s);
    await vague.getByRole('button', { name: 'Mer för raden' }).click();
    await vague.getByRole('button', { name: 'Slå ihop med nästa' }).click();
    await row(page, /^Aktivitet.*fältassistenter.*mötesplatser/s)
      .getByRole('button', { name: 'Ändra' })
      .click();
    const text = page.getByRole('dialog').getByRole('textbox', { name: 'Text' });
    await text.evaluate((field: HTMLTextAreaElement) => {
      const at = field.value.indexOf('Kommunen ska verka');
      field.setSelectionRange(at, at);
    });
    await page.getByRole('dialog').getByRole('button', { name: 'Dela vid markören' }).click();
    await row(page, /^Aktivitet.*Tillagd av dig.*mötesplatser/s).waitFor();
    await page.getByRole('button', { name: 'Ångra senaste' }).click();
    await page.getByRole('button', { name: 'Ångra senaste' }).click();
    await row(page, /^Aktivitet.*Att gå igenom.*mötesplatser/s).waitFor();
    expect(await page.getByRole('button', { name: 'Ångra senaste' }).count()).toBe(0);
  });

  test('may hold several promises: another is read instead, and the whole again', async ({ openDevice }) => {
    const { page } = await openDevice({ now });
    await readText(page, severalYears);
    await page.getByText('Texten innehåller fler löften').waitFor();
    await page
      .getByRole('button', { name: /^Läs (?!hela)/ })
      .first()
      .click();
    await page.getByText('Utkastet gäller en del av texten').waitFor();
    await page.getByRole('button', { name: 'Läs hela texten' }).click();
    await page.getByText('Texten innehåller fler löften').waitFor();
    await page.getByRole('button', { name: 'Ändra texten' }).click();
    expect(await page.getByRole('textbox', { name: 'Löftets text' }).inputValue()).toBe(severalYears);
  });

  test('that is no promise is told so, with a way on', async ({ openDevice }) => {
    const { page } = await openDevice({ now });
    await readText(page, 'Recept på pannkakor. Blanda mjöl, mjölk och ägg. Stek i smör.');
    await page.getByText('Det här ser inte ut som ett löfte').waitFor();
    await page.getByRole('link', { name: 'Börja med ett tomt löfte' }).click();
    await page.getByRole('textbox', { name: 'Löftets namn' }).waitFor();
  });

  test('with a personal number is saved only once that is covered', async ({ openDevice }) => {
    const { page } = await openDevice({ now });
    await readText(page, `${promiseText}\n\nRing 19850709-9805`);
    await page.getByRole('button', { name: 'Bekräfta alla och spara' }).click();
    await page.getByText('Texten innehåller personuppgifter som inte får sparas').waitFor();
    await page.getByRole('button', { name: 'Täck över och spara' }).click();
    await overviewOf(page).waitFor();
    await page.getByText('19850709').waitFor({ state: 'detached' });
  });

  test.for([1280, 390])('has nothing for axe to find, %d px wide', async (width, { openDevice }) => {
    const { page } = await openDevice({ now, width, reducedMotion: 'reduce' });
    const faults: string[] = [];
    await visit(page, '/loften/nytt/las');
    faults.push(...(await findFaults(page, 'reading-text')));
    await readText(page, promiseText.replace(/ Resultatet publiceras.*\.$/mu, '').replace(/^Ekby den 8.*$/mu, ''));
    await row(page, /^Aktivitet.*mötesplatser/s)
      .getByRole('button', { name: 'Släng' })
      .click();
    await row(page, /^Aktivitet.*fotpatruller/s)
      .getByRole('button', { name: 'Bekräfta' })
      .click();
    await page.getByText(/^Vad saknas/).click();
    faults.push(...(await findFaults(page, 'reading-draft')));
    if (isPhone(page)) {
      await page.locator('label').filter({ hasText: 'Löftets text' }).click();
      faults.push(...(await findFaults(page, 'reading-marks')));
      await page.locator('label').filter({ hasText: 'Utkast' }).click();
    }
    await row(page, /^Mål/).getByRole('button', { name: 'Ändra' }).click();
    faults.push(...(await findFaults(page, 'reading-goal')));
    await page.keyboard.press('Escape');
    await row(page, /^Aktivitet.*informera/s)
      .getByRole('button', { name: 'Ändra' })
      .click();
    faults.push(...(await findFaults(page, 'reading-activity')));
    await page.keyboard.press('Escape');
    await row(page, /^Aktivitet.*mötesplatser/s)
      .getByRole('button', { name: 'Ångra' })
      .click();
    await row(page, /^Aktivitet.*mötesplatser/s)
      .getByRole('button', { name: 'Gör uppföljningsbar' })
      .click();
    faults.push(...(await findFaults(page, 'reading-guide')));
    expect(faults).toEqual([]);
  });
});
