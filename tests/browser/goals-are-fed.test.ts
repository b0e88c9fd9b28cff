import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { test } from '#tests/support/sample-test.ts';
import { choice, readReceipt, readText, visit } from '#tests/support/walk-app.ts';

type Step = (page: Page) => Promise<void>;
const type =
  (fields: Readonly<Record<string, string>>): Step =>
  async (page) => {
    for (const [name, text] of Object.entries(fields)) await page.getByRole('textbox', { name }).fill(text);
  };
const tick =
  (name: string): Step =>
  (page) =>
    choice(page, name).click();
const nothing: Step = async () => {};

/** The kinds that logs feed: what is done, what else is filled in, which goal reads it, and its figure afterwards. */
const logged: readonly (readonly [kind: string, activity: string, fill: Step, goal: string, figure: string])[] = [
  ['count', 'Nattvandring', nothing, 'Nattvandringar under året', '26 av 36'],
  ['ceiling', 'Tillsynsrunda', type({ 'Noterad skadegörelse': '2' }), 'Högst 60 fall', '48 av högst 60'],
  ['recurrence', 'Närvaro resecentrum', nothing, 'Två pass i veckan', '99 av 90'],
  ['schedule', 'Trygghetsvandring', tick('Resecentrum, ons 9 dec'), 'Fem trygghetsvandringar', '4 av'],
  ['checklist', 'Föräldramöten ANDT', tick('Centrumgymnasiet'), 'Möte på alla åtta skolor', '8 av 8'],
  [
    'ratio',
    'Hastighetskontroll',
    type({ 'Uppmätta fordon': '100', 'Fordon inom hastighetsgränsen': '90' }),
    'Rätt fart vid skolorna',
    '2 321 av 2 664',
  ],
  [
    'deadline',
    'Tillsynsrunda',
    type({ 'Åtgärdade felanmälningar': '3', 'Åtgärdade inom 14 dagar': '2' }),
    'Lagat inom 14 dagar',
    '58 av 60 i tid',
  ],
  [
    'on-demand',
    'Fakta och svar',
    type({ 'Inkomna frågor': '3', 'Besvarade frågor': '2' }),
    'Alla frågor får svar',
    '93 av 94 hanterade',
  ],
  ['milestone', 'Trygghetsvandring', tick('Belysning på plats'), 'Ny belysning', '4 av 4 steg'],
  ['ongoing', 'Fakta och svar', nothing, 'Löpande information', '58 inlägg'],
];

describe('a goal of every kind', () => {
  for (const [kind, activity, fill, goal, figure] of logged) {
    test(`${kind}: a log feeds it, the receipt says so, and its page reads the new figure`, async ({ openSample }) => {
      const { page } = await openSample();
      await visit(page, '/logga');
      await page.getByRole('button', { name: /^Visa alla/ }).click();
      await choice(page, activity).click();
      await fill(page);
      await page.getByRole('button', { name: 'Spara insats' }).click();

      expect(await readReceipt(page)).toContain(figure);
      expect(await readGoal(page, goal)).toContain(figure);
    });
  }

  test('series: a measurement moves it', async ({ openSample }) => {
    const { page } = await openSample();
    await readGoal(page, 'Fler trygga ute på kvällen');
    await page.getByRole('button', { name: 'Lägg till mätvärde' }).click();
    await page.getByRole('textbox', { name: 'Värde' }).fill('61,5');
    await page.getByRole('button', { name: 'Spara' }).click();

    await page.getByRole('heading', { level: 1, name: /61,5 procent, målet är 65 procent/ }).waitFor();
    await page.getByRole('rowheader', { name: '21 nov 2026' }).waitFor();
  });

  test('judged: an assessment with its reasons moves it', async ({ openSample }) => {
    const { page } = await openSample();
    await readGoal(page, 'Samarbetet kring unga');
    await page.getByRole('button', { name: 'Bedöm målet' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Nivå' }).selectOption('Vid behov');
    await dialog.getByRole('combobox', { name: 'Gjorde vi det vi lovade?' }).selectOption('Delvis genomfört');
    await dialog.getByRole('combobox', { name: 'Nådde vi målet?' }).selectOption('Delvis nått');
    await dialog.getByRole('textbox', { name: 'Motivering' }).fill('Mötena blev färre under hösten.');
    await dialog.getByRole('combobox', { name: 'Part' }).selectOption('Exempelköpings kommun');
    await dialog.getByRole('button', { name: 'Spara' }).click();

    await page.getByRole('heading', { level: 1, name: /bedömt som ”Vid behov”/ }).waitFor();
    await page.getByText('Mötena blev färre under hösten.').waitFor();
  });

  test('a part larger than its whole is explained beside the field, and what was typed stays', async ({
    openSample,
  }) => {
    const { page } = await openSample();
    await visit(page, '/logga');
    await choice(page, 'Hastighetskontroll').click();
    await type({ 'Uppmätta fordon': '10', 'Fordon inom hastighetsgränsen': '12' })(page);
    await page.getByRole('button', { name: 'Spara insats' }).click();

    const within = page.getByRole('textbox', { name: 'Fordon inom hastighetsgränsen' });
    await expect.poll(() => within.getAttribute('aria-invalid')).toBe('true');
    expect(await within.inputValue()).toBe('12');
    const words = await within.evaluate((field) =>
      (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent),
    );
    expect(words.join(' ')).toMatch(/\S+ \S+/);
  });
});

/** Opens a goal by its row on the overview. Out: the sentence that its page begins with. */
async function readGoal(page: Page, name: string): Promise<string> {
  await visit(page, '/oversikt');
  await page
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .first()
    .click();
  const heading = page.getByRole('heading', { level: 1, name: new RegExp(`^${name}.*:`) });
  await heading.waitFor();
  return readText(heading);
}
