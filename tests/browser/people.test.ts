import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { createSignInProvider } from '#server/people/sign-in-provider.ts';
import { test } from '#tests/support/browser-test.ts';
import { findFaults } from '#tests/support/find-faults.ts';
import { type LocalProvider, startLocalProvider } from '#tests/support/local-provider.ts';
import { saveShot } from '#tests/support/save-shot.ts';
import { openSharedApp, type SharedApp } from '#tests/support/shared-app.ts';
import { visit } from '#tests/support/walk-app.ts';

const password = 'fyra ord som ingen gissar';
const promise = randomUUID();
/** The browser notes every refusal on its console; here they are what is tried. */
const isRefusal = (problem: string) => /status of (401|403|404|409|422)/.test(problem);

let shared: SharedApp;
let provider: LocalProvider;

beforeAll(async () => {
  shared = await openSharedApp(async (baseUrl) => {
    provider = await startLocalProvider([`${baseUrl}/api/oidc/kommunen/callback`]);
    const { issuer, clientId, clientSecret } = provider;
    return [
      createSignInProvider({ issuer, clientId, clientSecret, id: 'kommunen', name: 'Kommunen', levels: [] }, fetch),
    ];
  });
});
afterAll(async () => {
  await shared.close();
  await provider.close();
});

const fill = async (page: Page, texts: Readonly<Record<string, string>>) => {
  for (const [label, text] of Object.entries(texts)) await page.getByLabel(label, { exact: true }).fill(text);
};
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** What the field with the focus is for. It gets it once the mistakes are painted. */
const readFocus = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('autocomplete'));
const says = (page: Page, text: string) => page.getByText(text).first().waitFor();

/** Signs in as somebody who has an account. */
async function signIn(page: Page, name: string) {
  await visit(page, '/logga-in');
  await fill(page, { Användarnamn: name, Lösenord: password });
  await press(page, 'Logga in');
  await says(page, 'Du är inloggad.');
}

/** Makes an invitation to the promise, as its page does. Out: the link. */
async function invite(page: Page): Promise<string> {
  await visit(page, `/loften/${promise}/personer`);
  await press(page, 'Skapa länk');
  return page.getByLabel('Länk att skicka').inputValue();
}

describe('people', () => {
  test('come in by links, see what they may do, and are taken out again', async ({ openDevice }) => {
    const options = { baseUrl: shared.baseUrl, isExpected: isRefusal };
    const { page: admin } = await openDevice(options);
    await visit(admin, shared.setUpLink);
    await press(admin, 'Skapa och logga in');
    await expect.poll(() => readFocus(admin)).toBe('organization');
    await fill(admin, {
      'Organisation eller samarbete': 'Sandbyn',
      'Namn som andra ser': 'Samordnare',
      Användarnamn: 'admin@example.se',
      'Välj ett lösenord': 'kort',
    });
    await press(admin, 'Skapa och logga in');
    await says(admin, 'Lösenordet är för kort.');
    await saveShot(admin, 'set-up with a mistake');
    expect(await admin.getByLabel('Organisation eller samarbete').inputValue()).toBe('Sandbyn');
    await expect.poll(() => readFocus(admin)).toBe('new-password');
    await fill(admin, { 'Välj ett lösenord': password });
    await press(admin, 'Skapa och logga in');
    await says(admin, 'Du är inloggad.');
    expect(new URL(admin.url())).toMatchObject({ pathname: '/konto', hash: '' });
    await shared.look(
      "INSERT INTO record (space, tbl, id, scope, version, fields) SELECT id, 'promises', $1, $1, 1, '{}' FROM space",
      [promise],
    );

    const link = await invite(admin);
    const { page: colleague, context } = await openDevice({ ...options, width: 390 });
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    await visit(colleague, link);
    await says(colleague, 'Sandbyn delar löften med dig.');
    await fill(colleague, {
      'Namn som andra ser': 'Kommunpolis Centrum',
      Användarnamn: 'polis@example.se',
      'Välj ett lösenord': password,
    });
    await press(colleague, 'Skapa konto och gå med');
    await says(colleague, 'Du är inloggad.');
    await says(colleague, 'Loggar och planerar');
    expect(asked.filter((url) => url.includes(link.split('#')[1] ?? ''))).toEqual([]);

    await visit(admin, `/loften/${promise}/personer`);
    await admin.getByLabel('Behörighet för Kommunpolis Centrum').selectOption({ index: 4 });
    await says(admin, 'Kommunpolis Centrum har fått ny behörighet.');
    await visit(colleague, '/konto');
    await says(colleague, 'Chef: ändrar mål, bjuder in');
    await press(admin, 'Ta bort ur löftet: Kommunpolis Centrum');
    await admin.getByRole('dialog').getByRole('button', { name: 'Ta bort ur löftet' }).click();
    await says(admin, 'Kommunpolis Centrum är borttagen ur löftet.');
    await visit(colleague, '/konto');
    await says(colleague, 'Du är inte med i något löfte just nu.');
    await visit(colleague, link);
    await says(colleague, 'Länken gäller inte längre');
  });

  test('keep what they typed when the password is wrong, and get a new one by a link', async ({ openDevice }) => {
    const options = { baseUrl: shared.baseUrl, isExpected: isRefusal };
    const { page: admin } = await openDevice(options);
    await signIn(admin, 'admin@example.se');
    await visit(admin, '/personer');
    await press(admin, 'Mer för Kommunpolis Centrum');
    await admin.getByText('Nytt lösenord', { exact: true }).click();
    const link = await admin.getByLabel('Länk för nytt lösenord till Kommunpolis Centrum').inputValue();

    const { page } = await openDevice(options);
    await visit(page, link);
    await fill(page, { 'Välj ett lösenord': `${password} nu` });
    await press(page, 'Spara lösenordet');
    await page.getByRole('link', { name: 'Logga in' }).click();
    await fill(page, { Användarnamn: 'polis@example.se', Lösenord: password });
    await press(page, 'Logga in');
    await says(page, 'Namnet eller lösenordet stämmer inte.');
    expect(await page.getByLabel('Användarnamn').inputValue()).toBe('polis@example.se');
    await expect.poll(() => readFocus(page)).toBe('current-password');
    await fill(page, { Lösenord: `${password} nu` });
    await press(page, 'Logga in');
    await says(page, 'Du är inloggad.');

    await fill(page, { 'Nuvarande lösenord': `${password} nu`, 'Välj ett lösenord': password });
    await press(page, 'Byt lösenord');
    await says(page, 'Lösenordet är bytt.');
    await press(page, 'Logga ut överallt');
    await page.getByRole('heading', { name: 'Logga in', level: 1 }).waitFor();
    await visit(page, '/konto');
    await says(page, 'Du är inte inloggad');
  });

  test('come in through a provider, once somebody has invited them', async ({ openDevice }) => {
    const isExpected = (problem: string) =>
      isRefusal(problem) || problem.startsWith(`foreign request: ${provider.issuer}`);
    const options = { baseUrl: shared.baseUrl, isExpected };
    const { page: admin } = await openDevice(options);
    await signIn(admin, 'admin@example.se');
    const link = await invite(admin);

    const { page } = await openDevice(options);
    await visit(page, '/logga-in');
    await press(page, 'Logga in med Kommunen');
    await says(page, 'Ingen har bjudit in den inloggningen.');
    await visit(page, link);
    await press(page, 'Gå med genom Kommunen');
    await says(page, 'Fyll i det här.');
    await fill(page, { 'Namn som andra ser': 'Skolchef' });
    await press(page, 'Gå med genom Kommunen');
    await says(page, 'Du är inloggad.');
    await says(page, 'Skolchef');
    await visit(admin, '/personer');
    await says(admin, 'Loggar in med Kommunen');
  });

  test('are told which promise is not here, and what to do without network', async ({ openDevice }) => {
    const isExpected = (problem: string) => isRefusal(problem) || problem.includes('net::ERR_INTERNET_DISCONNECTED');
    const { page } = await openDevice({ baseUrl: shared.baseUrl, isExpected });
    await signIn(page, 'polis@example.se');
    await visit(page, '/loften/019a0000-0000-7000-8000-0000000000aa/personer');
    await page.getByRole('heading', { name: 'Löftet finns inte på den här enheten' }).waitFor();

    await page.route('**/api/session', (route) => route.abort('internetdisconnected'));
    await visit(page, '/konto');
    await says(page, 'Servern svarar inte. Försök igen när du har nät.');
    expect(await page.getByText('Det du skrev är kvar').count()).toBe(0);
    await page.unroute('**/api/session');
    await press(page, 'Försök igen');
    await says(page, 'Inloggad som');
  });

  test('who use the app alone see nothing of it', async ({ openDevice }) => {
    const { page, context } = await openDevice({ baseUrl: shared.baseUrl });
    await visit(page, '/installningar');
    await page.getByRole('heading', { name: 'Dela med andra' }).waitFor();
    const alone = { backend: 'none', protocol: 1, version: '1.2.3' };
    await context.route('**/api/status', (route) => route.fulfill({ json: alone }));
    const asked = page.waitForResponse('**/api/status');
    await visit(page, '/installningar');
    await asked;
    await page.getByRole('heading', { name: 'Version' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Dela med andra' }).count()).toBe(0);
    await visit(page, '/logga-in');
    await says(page, 'Det finns ingen server att dela med här');
  });

  for (const width of [390, 1280]) {
    test(`meet no barrier on any of these pages, light and dark, ${width} px wide`, async ({ openDevice }) => {
      const options = { baseUrl: shared.baseUrl, width, reducedMotion: 'reduce', isExpected: isRefusal } as const;
      const { page: admin } = await openDevice(options);
      await signIn(admin, 'admin@example.se');
      const link = await invite(admin);
      const { page } = await openDevice(options);
      const faults: string[] = [];
      const look = async (on: Page, address: string, place = address) => {
        await visit(on, address);
        await on.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
        faults.push(...(await findFaults(on, place)));
      };
      for (const address of ['/logga-in', '/konto', '/inloggad', '/kom-igang', '/nytt-losenord']) {
        await look(page, address);
      }
      await look(page, link, '/inbjudan');
      await press(page, 'Skapa konto och gå med');
      faults.push(...(await findFaults(page, '/inbjudan with mistakes')));
      for (const address of ['/konto', '/personer', '/installningar'])
        await look(admin, address, `${address} signed in`);
      await invite(admin);
      faults.push(...(await findFaults(admin, '/loften/personer')));
      expect(faults).toEqual([]);
    });
  }
});
