import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { findFaults } from '#tests/support/find-faults.ts';
import { openProfile } from '#tests/support/launch-browser.ts';
import { encrypt, lockedHeading, passphrase, unlock } from '#tests/support/lock-device.ts';
import { takeSampleYear, test } from '#tests/support/sample-test.ts';
import { saveShots } from '#tests/support/share-story.ts';
import { choice, readText, visit } from '#tests/support/walk-app.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** What the overview says of one goal. */
async function readGoal(page: Page): Promise<string> {
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: /Tolv trafikkontroller/ }) });
  await row.first().waitFor();
  return readText(row.first());
}

async function readOverview(page: Page): Promise<string> {
  await visit(page, '/oversikt');
  return readGoal(page);
}

describe('a device that is closed with a passphrase', () => {
  for (const width of [390, 1280]) {
    test(`asks before it shows anything, and shows the same figures then, ${width} px wide`, async ({ openSample }) => {
      const { page } = await openSample({ width, reducedMotion: 'reduce' });
      const faults: string[] = [];
      const look = async (name: string) => {
        await saveShots(page, `device-lock-${name}`);
        faults.push(...(await findFaults(page, name)));
      };
      const before = await readOverview(page);
      await visit(page, '/installningar/skydd');
      await press(page, 'Kryptera och lås');
      await page.getByLabel('Ny lösenfras').fill('kort');
      await press(page, 'Kryptera allt som finns här');
      await page.getByText('Lösenfrasen behöver vara minst 12 tecken.').waitFor();
      await look('form');
      await encrypt(page);
      await look('locked');
      await unlock(page, 'fel fras helt och hållet');
      await page.getByText('Det är inte rätt lösenfras.').waitFor();
      await unlock(page);
      await page.getByRole('heading', { name: 'Skydd på enheten', level: 1 }).waitFor();
      await look('unlocked');
      // A page that is opened anew knows nothing, and asks.
      await page.goto('/oversikt');
      await lockedHeading(page).waitFor();
      await unlock(page);
      expect(await readGoal(page)).toBe(before);
      expect(faults).toEqual([]);
    });
  }

  test('locks by itself when nobody touches it, and gives back what was typed', async ({ openSample }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    await encrypt(page);
    await unlock(page);
    await page.getByText('2 minuter').click();
    // Chosen is what is stored: a page that is left before that stays with what it had.
    await page.getByRole('radio', { name: '2 minuter', checked: true }).waitFor({ state: 'attached' });
    await page.goto('/logga');
    await unlock(page);
    await page.getByRole('button', { name: 'Spara insats' }).waitFor();
    await page.getByRole('button', { name: 'Anteckning' }).click();
    await page.getByRole('textbox', { name: 'Anteckning' }).fill('Halv mening som');
    await page.clock.runFor('03:00');
    await lockedHeading(page).waitFor();
    await unlock(page);
    await page.getByRole('textbox', { name: 'Anteckning' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Anteckning' }).inputValue()).toBe('Halv mening som');
  });

  test('asks again when the browser has forgotten the mark that says so', async ({ openSample }) => {
    const { page } = await openSample({
      reducedMotion: 'reduce',
      // Rows are met that say nothing, for a moment, until the page asks.
      isExpected: () => true,
    });
    await encrypt(page);
    await page.evaluate(() => localStorage.removeItem('lofteskollen-lock'));
    await page.goto('/installningar/skydd');
    await lockedHeading(page).waitFor();
    await unlock(page);
    await page.getByRole('heading', { name: 'Skydd på enheten', level: 1 }).waitFor();
  });

  test('opens by a passkey of the device, and stops being closed when that is asked for', async ({ openSample }) => {
    const { page, context } = await openSample({ reducedMotion: 'reduce' });
    const session = await context.newCDPSession(page);
    await session.send('WebAuthn.enable');
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        hasPrf: true,
        automaticPresenceSimulation: true,
      },
    });
    await encrypt(page);
    await unlock(page);
    await press(page, 'Lås upp med fingeravtryck, ansikte eller pinkod');
    await page.getByLabel('Nuvarande lösenfras').fill(passphrase);
    await press(page, 'Lås upp med fingeravtryck, ansikte eller pinkod');
    await page.getByText('Nästa gång räcker enhetens egen nyckel').waitFor();
    await press(page, 'Lås nu');
    await lockedHeading(page).waitFor();
    await press(page, 'Lås upp med nyckeln i enheten');
    await page.getByRole('heading', { name: 'Skydd på enheten', level: 1 }).waitFor();
    await press(page, 'Ta bort krypteringen');
    await page.getByRole('dialog').getByRole('button', { name: 'Ta bort krypteringen' }).click();
    await page.getByRole('button', { name: 'Kryptera och lås' }).waitFor();
    expect(await readOverview(page)).toContain('Tolv trafikkontroller');
  });
});

const canaries = { note: 'Kanariefagelxqz1', title: 'Kanariefagelxqz2' } as const;

/** Every file of the folder that holds one of the texts, in the encodings that browsers write. */
function findTexts(folder: string): readonly string[] {
  const wanted = Object.values(canaries).flatMap((text) => [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const content = readFileSync(path);
      return wanted.some((text) => content.includes(text));
    });
}

async function work(page: Page): Promise<void> {
  if (!page.url().endsWith('/logga')) await page.goto('/logga');
  await takeSampleYear(page);
  await page.getByRole('button', { name: 'Sök', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Sök aktivitet' }).fill('trafikkontroll');
  await choice(page, 'Trafikkontroll centrum').click();
  await page.getByRole('button', { name: 'Anteckning' }).click();
  await page.getByRole('textbox', { name: 'Anteckning' }).fill(canaries.note);
  await page.getByRole('button', { name: 'Spara insats' }).click();
  await page.getByRole('status').filter({ hasText: 'Sparad' }).waitFor();
  await page.getByRole('link', { name: 'Löften', exact: true }).first().click();
  await page
    .getByRole('link', { name: /Medborgarlöfte 2026 för Exempelköping/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Redigera', exact: true }).first().click();
  await page.getByLabel('Löftets namn').fill(canaries.title);
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await page.getByRole('heading', { name: canaries.title }).first().waitFor();
}

/** A browser with a profile of its own, closed before the folder is looked at. */
async function leaveProfile(use: (page: Page) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'lofteskollen-profile-'));
  const { context, page, problems } = await openProfile(folder);
  try {
    await use(page);
  } finally {
    await context.close();
  }
  const found = findTexts(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  return { found, problems };
}

describe('the folder in which the browser keeps its profile', { timeout: 180_000 }, () => {
  test('has no text of a device that was closed from the start, once it is cleared', async () => {
    const left = await leaveProfile(async (page) => {
      await encrypt(page);
      await unlock(page);
      await page.getByRole('heading', { name: 'Skydd på enheten', level: 1 }).waitFor();
      await page.goto('/logga');
      await unlock(page);
      await work(page);
      await page.goto('/installningar/skydd');
      await unlock(page);
      await page.getByLabel('Skriv RENSA för att bekräfta').fill('rensa');
      await press(page, 'Rensa enheten');
      await page.getByRole('button', { name: 'Hämta exempelåret' }).waitFor();
    });
    expect(left).toEqual({ found: [], problems: [] });
  });

  test('has the texts of one that is not closed, so that the search above would find them', async () => {
    const { found } = await leaveProfile(work);
    expect(found).not.toEqual([]);
  });
});
