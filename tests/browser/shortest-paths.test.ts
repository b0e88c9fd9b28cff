import { describe, expect } from 'vitest';
import { test } from '#tests/support/sample-test.ts';
import { choice, countTaps, readReceipt, readText, visit } from '#tests/support/walk-app.ts';

/** The numbers of taps and clicks that the design promises: real ones, counted by the page. */
describe('on a phone', () => {
  test('the usual work is logged with one tap from the icon', async ({ openSample }) => {
    const { page } = await openSample({ width: 390 });
    await visit(page, '/');
    const save = page.getByRole('button', { name: 'Spara insats' });
    await save.waitFor();
    const taps = await countTaps(page);

    await save.tap();

    expect(await readReceipt(page)).toContain('nu 99 av 90');
    expect(await taps()).toBe(1);
  });

  test('another activity three times over takes four taps', async ({ openSample }) => {
    const { page } = await openSample({ width: 390 });
    await visit(page, '/');
    await page.getByRole('button', { name: 'Spara insats' }).waitFor();
    const taps = await countTaps(page);

    await choice(page, 'Nattvandring').tap();
    await page.getByRole('button', { name: 'Öka Antal' }).tap();
    await page.getByRole('button', { name: 'Öka Antal' }).tap();
    await page.getByRole('button', { name: 'Spara insats' }).tap();

    expect(await readReceipt(page)).toContain('nu 28 av 36');
    expect(await taps()).toBe(4);
  });

  test('one tap undoes what the receipt says', async ({ openSample }) => {
    const { page } = await openSample({ width: 390 });
    await visit(page, '/logga');
    await page.getByRole('button', { name: 'Spara insats' }).tap();
    await readReceipt(page);
    const taps = await countTaps(page);

    await page.getByRole('button', { name: 'Ångra' }).tap();

    await page.getByRole('heading', { name: 'Ångrad' }).waitFor();
    expect(await taps()).toBe(1);
  });

  test('each further piece of work of yesterday takes two taps: the day is remembered', async ({ openSample }) => {
    const { page } = await openSample({ width: 390 });
    await visit(page, '/logga');
    await choice(page, 'Nattvandring').tap();
    await choice(page, 'I går').tap();
    await page.getByRole('button', { name: 'Spara insats' }).tap();
    await readReceipt(page);
    const taps = await countTaps(page);

    for (const figure of ['nu 27 av 36', 'nu 28 av 36']) {
      const before = await taps();
      await page.getByRole('button', { name: 'Logga en till' }).tap();
      await expect.poll(() => page.getByRole('radio', { name: 'I går' }).isChecked()).toBe(true);
      await page.getByRole('button', { name: 'Spara insats' }).tap();

      expect(await readReceipt(page)).toContain(figure);
      expect((await taps()) - before).toBe(2);
    }
  });
});

describe('at a desk', () => {
  test('the overview opens with the answer, without a click', async ({ openSample }) => {
    const { page } = await openSample();

    await visit(page, '/');

    const answer = page.getByRole('heading', { level: 1 });
    expect(await readText(answer)).toMatch(/^7 av 13 mål är i takt eller nådda\. Fem behöver tas upp: /);
    const box = await answer.boundingBox();
    expect(box && box.y + box.height).toBeLessThan(400);
  });

  test('one click from a row says why a goal is late', async ({ openSample }) => {
    const { page } = await openSample();
    await visit(page, '/oversikt');
    const row = page
      .getByRole('region', { name: 'Behöver tas upp' })
      .getByRole('link', { name: 'Tolv trafikkontroller' });
    await row.waitFor();
    const taps = await countTaps(page);

    await row.click();

    await page.getByRole('heading', { level: 1, name: 'Tolv trafikkontroller: 7 av 12. Efter takt' }).waitFor();
    await page.getByRole('heading', { name: 'Så räknar vi' }).waitFor();
    expect(await taps()).toBe(1);
  });
});
