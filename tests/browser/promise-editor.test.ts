import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { test } from '#tests/support/sample-test.ts';
import { choice, readText, visit } from '#tests/support/walk-app.ts';

type Fill = (page: Page) => Promise<void>;
const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const unit = (page: Page, text: string) => box(page, 'Enhet, i flertal').fill(text);
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** Each kind by its name on the screen, what one fills in, and how the page then reads it. */
const kinds: readonly (readonly [name: string, fill: Fill, reads: RegExp])[] = [
  [
    'Antal, minst',
    async (page) => {
      await box(page, 'Målvärde').fill('12');
      await unit(page, 'samtal');
    },
    /minst 12 samtal/,
  ],
  [
    'Antal, högst',
    async (page) => {
      await box(page, 'Tak').fill('0');
      await unit(page, 'skadade');
    },
    /högst 0 skadade/,
  ],
  ['Återkommande', (page) => unit(page, 'möten'), /1 möte.* månad/],
  ['Fasta tillfällen', (page) => press(page, /Lägg in 12 dagar/), /12 bestämda tillfällen/],
  [
    'Alla av …',
    async (page) => {
      await press(page, 'Lägg till del');
      await page.keyboard.type('Norra skolan');
    },
    /Norra skolan/,
  ],
  [
    'Andel',
    async (page) => {
      await box(page, 'Andel som ska nås').fill('80');
      await unit(page, 'svar');
    },
    /minst 80 % av alla svar/,
  ],
  [
    'Inom viss tid',
    async (page) => {
      await choice(page, 'I dagar från varje händelse').click();
      await box(page, 'Inom så många dagar').fill('3');
      await unit(page, 'fall av klotter');
    },
    /inom 3 dagar/,
  ],
  ['Vid behov', (page) => unit(page, 'förfrågningar'), /alla förfrågningar som kommer in/],
  [
    'Leverans, steg',
    async (page) => {
      await press(page, 'Lägg till steg');
      await page.keyboard.type('Planen är beslutad');
    },
    /Planen är beslutad/,
  ],
  ['Utveckling', (page) => box(page, 'Mätvärde').fill('Andel trygga'), /Andel trygga ska öka/],
  ['Bedöms i ord', (page) => press(page, 'Föreslå nivåer'), /minst nivån ”Något bättre”/],
  ['Löpande', (page) => unit(page, 'pass'), /löpande/],
];

async function createPromise(page: Page): Promise<void> {
  await visit(page, '/loften/nytt?satt=tomt');
  await box(page, 'Löftets namn').fill('Medborgarlöfte 2027');
  await box(page, 'Kommun (frivilligt)').fill('Exempelköping');
  for (const [label, day] of [
    ['Från och med', '20270101'],
    ['Till och med', '20271231'],
  ] as const) {
    await page.getByRole('group', { name: label }).getByRole('spinbutton').first().click();
    await page.keyboard.type(day);
  }
  await press(page, 'Skapa utkastet');
  await page.getByText('Löftet finns nu som utkast').waitFor();
}

async function openNewGoal(page: Page, text: string, kind: string): Promise<void> {
  await page.getByRole('link', { name: 'Nytt mål' }).click();
  await box(page, 'Målet, så som löftet säger').fill(text);
  await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).dispatchEvent('click');
}

/** The last goal as the promise says it. The receipt of a save is shown before the list has read itself anew. */
const readNewest = (page: Page) => readText(page.locator('#lovat li[id]').last());

async function save(page: Page, receipt: string): Promise<void> {
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await page.getByText(receipt).waitFor();
}

describe('the editor of a promise', () => {
  test('a goal of each of the twelve kinds is created, and the promise says what it is', async ({ openDevice }) => {
    const { page } = await openDevice({ width: 390 });
    await createPromise(page);
    for (const [kind, fill, reads] of kinds) {
      await openNewGoal(page, `Ett mål av slaget ${kind}.`, kind);
      await fill(page);
      await save(page, 'Målet är tillagt.');
      await expect.poll(() => readNewest(page), { timeout: 20_000 }).toMatch(new RegExp(reads, 'i'));
    }
    expect(await page.locator('#lovat li[id]').count()).toBe(12);
  });

  test('wrong input is explained beside its field, and what was typed is there after a reload', async ({
    openDevice,
  }) => {
    const { page } = await openDevice();
    await createPromise(page);
    await openNewGoal(page, 'Många kontroller.', 'Antal, minst');
    await box(page, 'Målvärde').fill('1,5');
    await press(page, 'Spara');
    await page.getByText('2 fält behöver ändras').waitFor();
    await press(page, 'Målvärde: Ange ett heltal.');
    await expect.poll(() => box(page, 'Målvärde').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await box(page, 'Målvärde').getAttribute('aria-invalid')).toBe('true');

    await page.reload();
    await page.getByText('Ditt utkast från förra gången är kvar.').waitFor();
    expect(await box(page, 'Målvärde').inputValue()).toBe('1,5');
  });

  test('a count of nought and a level equal to its baseline each offer the kind that says what is meant', async ({
    openDevice,
  }) => {
    const { page } = await openDevice();
    await createPromise(page);
    await openNewGoal(page, 'Ingen ska skadas.', 'Antal, minst');
    await box(page, 'Målvärde').fill('0');
    await unit(page, 'skadade');
    await press(page, 'Välj ”Antal, högst” med 0');
    await save(page, 'Målet är tillagt.');
    await expect.poll(() => readNewest(page)).toContain('Högst 0 skadade.');

    await openNewGoal(page, 'Tryggheten ska vara kvar.', 'Utveckling');
    await box(page, 'Mätvärde').fill('Andel trygga');
    await box(page, /^Utgångsläge/).fill('80');
    await box(page, /^Nivå som ska nås/).fill('80');
    await press(page, 'Välj ”Ska hållas kvar”');
    await save(page, 'Målet är tillagt.');
    await expect.poll(() => readNewest(page)).toContain('ska hållas kvar');
  });

  test('a personal number is stopped before it is saved', async ({ openDevice }) => {
    const { page } = await openDevice();
    await createPromise(page);
    await page.getByRole('link', { name: 'Ny aktivitet' }).click();
    await box(page, 'Aktiviteten, så som löftet säger').fill('Samtal med 19811218-9876');
    await page.getByText('Det ser ut som ett personnummer.').waitFor();
    await press(page, 'Spara');
    await page.getByText('1 fält behöver ändras').waitFor();
    await box(page, 'Aktiviteten, så som löftet säger').fill('Samtal med unga');
    await save(page, 'Aktiviteten är tillagd.');
  });

  test('two parties seal with a profile each; then a target changes only with a reason, and the first stays visible', async ({
    openDevice,
  }) => {
    const { page } = await openDevice({ width: 390 });
    await createPromise(page);
    await openNewGoal(page, 'Minst 12 samtal.', 'Antal, minst');
    await box(page, 'Målvärde').fill('12');
    await unit(page, 'samtal');
    await save(page, 'Målet är tillagt.');

    await page.getByRole('link', { name: 'Fastställ' }).first().click();
    for (const [party, role] of [
      ['Polisen', 'lokalpolisområdeschef'],
      ['Kommunen', 'kommunstyrelsens ordförande'],
    ] as const) {
      const part = page.getByRole('region', { name: party, exact: true });
      await part.getByRole('textbox', { name: 'Funktion' }).fill(role);
      await part.getByRole('button', { name: `Skriv under för ${party}` }).click();
      await part.getByText(`${role}, `).waitFor();
      expect(await readText(part)).toContain('ej inloggad');
    }
    await page.getByText('Löftet är fastställt').waitFor();

    await page.getByRole('link', { name: 'Till löftet' }).click();
    await page.locator('#lovat').getByRole('link', { name: 'Redigera' }).click();
    await box(page, 'Målvärde').fill('8');
    await page.getByText('Ändringen av ett fastställt mål motiveras').waitFor();
    await press(page, 'Spara');
    await page.getByText('2 fält behöver ändras').waitFor();
    await box(page, 'Skäl till ändringen').fill('Färre skolor deltar.');
    await box(page, 'Beslutat av').fill('Styrgruppen');
    await save(page, 'Målet är sparat.');
    await expect.poll(() => readNewest(page)).toContain('Fastställt: minst 12 samtal.');
    expect(await readNewest(page)).toContain('minst 8 samtal. Färre skolor deltar. Beslutat av Styrgruppen.');
  });
});
