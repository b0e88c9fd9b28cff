import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { encodePdf, makePdf, makeWord, paragraph, placeLines, writeObjects } from '#tests/documents/made-files.ts';
import { test } from '#tests/support/browser-test.ts';
import { visit } from '#tests/support/walk-app.ts';

const openReading = (page: Page) => visit(page, '/loften/nytt/las');
const give = (page: Page, name: string, bytes: Uint8Array) =>
  page
    .getByLabel('Välj en fil')
    .and(page.locator('input'))
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
const textOf = (page: Page) => page.getByRole('textbox', { name: 'Löftets text' }).inputValue();

const word = makeWord(paragraph('Polisen lovar tolv kontroller') + paragraph('Kommunen lovar ljus i parken'));
const pdf = makePdf([placeLines(['Kommunen ställer upp belysning', 'Polisen går fotpatrull'], 72, 700)]);

/** One form draws the next ten times, and that one the next: a small file with a thousand million words to read. */
function makeEndlessPdf(): Uint8Array {
  const depth = 9;
  const stream = (head: string, content: string) =>
    `<<${head}/Length ${content.length}>>\nstream\n${content}\nendstream`;
  const form = (next: number, content: string) =>
    stream(
      `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/XObject<</X ${next} 0 R>>>>`,
      content,
    );
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[4 0 R]/Count 1>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 6 0 R>>>>/Contents 5 0 R>>',
    stream('', '/X Do'),
    ...Array.from({ length: depth }, (_, index) => form(7 + index, 'q /X Do Q '.repeat(10))),
    form(6 + depth, 'BT /F1 11 Tf 72 700 Td (x) Tj ET'),
  ];
  return encodePdf(writeObjects(objects, '/Root 1 0 R'));
}

describe('a file with a promise', () => {
  test('is read by a worker, under the policy of the served app and without network', async ({ openDevice }) => {
    const device = await openDevice({ storesApp: true });
    const { page } = device;
    await openReading(page);
    await give(page, 'utan ändelse', word);
    await page.getByText('Texten ur utan ändelse står i rutan.').waitFor();
    expect(await textOf(page)).toBe('Polisen lovar tolv kontroller\nKommunen lovar ljus i parken');

    await device.waitForOfflineShell();
    await device.goOffline();
    await give(page, 'löfte.pdf', pdf);
    await page.getByText('Texten ur löfte.pdf står i rutan.').waitFor();
    expect(await textOf(page)).toBe('Kommunen ställer upp belysning\nPolisen går fotpatrull');
  });

  test('that cannot be read is refused with what to do, and the text so far stays', async ({ openDevice }) => {
    const { page } = await openDevice({ width: 390 });
    await openReading(page);
    await give(page, 'löfte.docx', word);
    await page.getByText('Texten ur löfte.docx står i rutan.').waitFor();

    await give(page, 'bild.docx', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]));
    await page.getByText('Filen är en bild.').waitFor();
    await give(page, 'stor.pdf', new Uint8Array(20_000_001));
    await page.getByText('Filen är för stor').waitFor();
    await give(page, 'skannad.pdf', makePdf([[]]));
    await page.getByText('Filen innehåller bara bilder').waitFor();

    expect(await textOf(page)).toContain('tolv kontroller');
  });

  test('that never ends is given up, while the page goes on', async ({ openDevice }) => {
    const { page } = await openDevice();
    await openReading(page);
    await give(page, 'oändlig.pdf', makeEndlessPdf());
    await page.getByRole('textbox', { name: 'Löftets text' }).fill('Jag skriver själv så länge');

    await page.getByText('Filen tog för lång tid att läsa').waitFor({ timeout: 120_000 });
    expect(await textOf(page)).toBe('Jag skriver själv så länge');
    await give(page, 'löfte.pdf', pdf);
    await page.getByText('Texten ur löfte.pdf står i rutan.').waitFor();
  });
});
