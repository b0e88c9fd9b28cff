import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { openOfficeFile } from '#tests/documents/open-office-file.ts';
import { findAll, textOf } from '#tests/documents/parse-xml.ts';
import { findFaults } from '#tests/support/find-faults.ts';
import { encrypt, unlock } from '#tests/support/lock-device.ts';
import { test } from '#tests/support/sample-test.ts';
import { saveShot } from '#tests/support/save-shot.ts';
import { countTaps, readText, visit } from '#tests/support/walk-app.ts';

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const place = (page: Page) => page.getByText(/^Bild \d+ av \d+$/);

async function openMeeting(page: Page): Promise<void> {
  await visit(page, '/oversikt');
  await page.getByRole('link', { name: 'Mötesläge' }).click();
  await title(page, 'Förra mötets beslut').waitFor();
}

/** Goes to a slide by its number in the address, as a link or a reload does. */
async function showSlide(page: Page, number: number): Promise<void> {
  const url = new URL(page.url());
  url.searchParams.set('bild', String(number));
  await page.goto(url.href);
  await place(page).waitFor();
}

describe('a meeting', () => {
  test('is shown with one click, and a decision takes one more and its text', async ({ openSample }) => {
    const { page } = await openSample();
    await visit(page, '/oversikt');
    await page.getByRole('link', { name: 'Mötesläge' }).waitFor();
    const taps = await countTaps(page);

    await page.getByRole('link', { name: 'Mötesläge' }).click();
    await title(page, 'Förra mötets beslut').waitFor();
    expect(await taps()).toBe(1);

    await page.getByRole('button', { name: 'Beslut', exact: true }).click();
    const text = page.getByRole('textbox', { name: 'Vad beslutar ni?' });
    await expect.poll(() => text.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('Ta fram en plan för vinterns nattvandringar');
    await page.keyboard.press('Control+Enter');

    await page.getByRole('checkbox', { name: 'Klart: Ta fram en plan för vinterns nattvandringar' }).waitFor();
    expect(await taps()).toBe(2);
    await page.getByText(/SSPF-möte 21\snov/).waitFor();
    await expect.poll(() => text.inputValue()).toBe('');
  });

  test('of a protected promise, which only a closed device may have, is shown when only the parties are in the room', async ({
    openSample,
  }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    await visit(page, '/oversikt');
    await page.getByRole('link', { name: 'Mötesläge' }).click();
    await title(page, 'Förra mötets beslut').waitFor();
    const meeting = new URL(page.url()).pathname;
    const promise = meeting.replace('/mote/', '/loften/');
    await page.goto(`${promise}/redigera`);
    await page.getByRole('combobox', { name: 'Vem får se löftet' }).selectOption({ label: 'Skyddad' });
    const save = page.getByRole('button', { name: /^Spara/ }).first();
    await save.click();
    await page
      .getByText(/Ett skyddat löfte får bara ligga på en krypterad enhet/)
      .first()
      .waitFor();
    await saveShot(page, 'protected-on-an-open-device');
    await encrypt(page);
    await unlock(page);
    await page.getByRole('heading', { name: 'Skydd på enheten', level: 1 }).waitFor();
    // What was chosen is kept as a draft.
    await page.goto(`${promise}/redigera`);
    await unlock(page);
    await page.getByText('Ditt utkast från förra gången är kvar.').waitFor();
    await save.click();
    await page.getByText('Skyddad', { exact: true }).waitFor();
    await saveShot(page, 'protected-promise');
    await page.goto(meeting);
    await unlock(page);
    await title(page, 'Löftet är skyddat').waitFor();
    await saveShot(page, 'protected-meeting');
    await page.getByRole('button', { name: 'Bara parterna är här, visa bilderna' }).click();
    await title(page, 'Förra mötets beslut').waitFor();
  });

  test('keeps who decides what until when, and what is done, over a reload', async ({ openSample }) => {
    const { page } = await openSample();
    await openMeeting(page);
    await page.getByRole('checkbox', { name: /^Klart: Boka Centrumgymnasiet/ }).check();
    await page.getByRole('button', { name: 'Beslut', exact: true }).click();
    await page.getByRole('textbox', { name: 'Vad beslutar ni?' }).fill('Träffa skolans ledning');
    await page.getByRole('combobox', { name: 'Ansvarig funktion' }).selectOption('Skolförvaltningen');
    await page.getByRole('button', { name: 'Spara beslut' }).click();
    // The empty form for the next decision offers it, too, where nobody sees it.
    await page.getByText('Skolförvaltningen', { exact: true }).filter({ visible: true }).first().waitFor();
    await page.getByRole('checkbox', { name: 'Klart: Träffa skolans ledning' }).waitFor();

    await page.reload();
    await page.getByRole('checkbox', { name: 'Klart: Träffa skolans ledning' }).waitFor();
    await page.getByRole('button', { name: 'Ta bort beslutet: Träffa skolans ledning' }).click();
    await page.getByRole('checkbox', { name: 'Klart: Träffa skolans ledning' }).waitFor({ state: 'detached' });
    await showSlide(page, 1);

    expect(await page.getByRole('checkbox', { name: /^Klart: Boka Centrumgymnasiet/ }).isChecked()).toBe(true);
  });

  test('takes no personal data', async ({ openSample }) => {
    const { page } = await openSample();
    await openMeeting(page);
    await page.getByRole('button', { name: 'Beslut', exact: true }).click();

    await page.getByRole('textbox', { name: 'Vad beslutar ni?' }).fill('Ring hem till 19850709-9805');
    await page.getByRole('button', { name: 'Spara beslut' }).click();

    await page
      .getByText(/personnummer/)
      .first()
      .waitFor();
    expect(await page.getByRole('checkbox', { name: /^Klart: / }).count()).toBe(0);
  });

  test('is led by keys alone, and typing turns no slide', async ({ openSample }) => {
    const { page } = await openSample();
    await openMeeting(page);

    const steps = [
      ['ArrowRight', 'Bild 2 av 22'],
      ['Space', 'Bild 3 av 22'],
      ['ArrowLeft', 'Bild 2 av 22'],
      ['End', 'Bild 22 av 22'],
      ['PageUp', 'Bild 21 av 22'],
    ] as const;
    for (const [key, text] of steps) {
      await page.keyboard.press(key);
      await page.getByText(text, { exact: true }).waitFor();
    }
    await page.getByRole('textbox', { name: 'Vad beslutar ni?' }).focus();
    await page.keyboard.type('a b');
    await page.keyboard.press('ArrowLeft');

    expect(await readText(place(page))).toBe('Bild 21 av 22');
  });

  test('fits one A4 with all its seventeen goals', async ({ openSample }) => {
    const { page } = await openSample();
    await openMeeting(page);
    await page.getByRole('row', { includeHidden: true }).nth(17).waitFor({ state: 'attached' });

    const paper = (await page.pdf({ preferCSSPageSize: true, tagged: true })).toString('latin1');

    expect(paper.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  });

  test('leaves room for the slide on a phone: the bar is low', async ({ openSample }) => {
    const { page } = await openSample({ width: 390 });
    await openMeeting(page);
    const foot = page.getByRole('navigation', { name: 'Bilder' }).locator('..');

    expect((await foot.boundingBox())?.height).toBeLessThanOrEqual(120);
  });

  test('has the code of its address on the paper', async ({ openSample }) => {
    const { page } = await openSample();
    await openMeeting(page);
    await page.emulateMedia({ media: 'print' });

    const code = page.getByRole('img', { name: /^QR-kod till / });
    await code.waitFor();
    expect((await code.boundingBox())?.width).toBeGreaterThan(80);
  });

  test('becomes a presentation that says what the slides say', async ({ openSample }) => {
    const { page } = await openSample();
    await openMeeting(page);
    await showSlide(page, 2);
    const sentence = await readText(page.getByRole('heading', { level: 1 }));

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'PowerPoint' }).click(),
    ]);
    const file = openOfficeFile(readFileSync(await download.path()));
    const slides = file.names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    const texts = slides.map((name) => findAll(file.xml(name), 'a:t').map(textOf).join(' '));

    expect(download.suggestedFilename()).toBe('mote-2026-11-21.pptx');
    expect(slides).toHaveLength(23);
    expect(texts.join('\n').replaceAll('\u00a0', ' ')).toContain(sentence.replaceAll('\u00a0', ' '));
  });

  test.for([1280, 390])(
    'has nothing for axe to find, %d px wide',
    { timeout: 120_000 },
    async (width, { openSample }) => {
      const { page } = await openSample({ width, reducedMotion: 'reduce' });
      await openMeeting(page);
      for (const number of [1, 2, 4, 20, 21, 22]) {
        await showSlide(page, number);
        await saveShot(page, `meeting-${width}-${number}`);
        expect(await findFaults(page, `slide ${number}`)).toEqual([]);
      }
    },
  );
});
