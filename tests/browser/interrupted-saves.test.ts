import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { test } from '#tests/support/sample-test.ts';
import { choice, readText, visit } from '#tests/support/walk-app.ts';

/** How many logs there are and how many times the goal has been fed, each read from a place of its own. */
async function readCounts(page: Page) {
  await visit(page, '/oversikt');
  const logs = await readText(page.getByText(/insatser hittills/).first());
  const figure = await readText(page.getByRole('link', { name: /^\d+ av 36$/ }));
  return { logs: Number.parseInt(logs, 10), figure: Number.parseInt(figure, 10) };
}

describe('a page that is closed while it saves', () => {
  test('leaves the whole log or none of it', async ({ openSample }) => {
    const { page, openTab } = await openSample();
    let before = await readCounts(page);
    for (const frames of [0, 1, 2, 4]) {
      const saving = await openTab();
      await visit(saving, '/logga');
      await choice(saving, 'Nattvandring').click();
      await saving.getByRole('button', { name: 'Spara insats' }).waitFor();
      // The click returns at once; the page goes away at another moment of the saving each time.
      await saving.evaluate(
        (until) =>
          new Promise<void>((resolve) => {
            const wait = (left: number): unknown =>
              left === 0 ? resolve() : requestAnimationFrame(() => wait(left - 1));
            document
              .querySelector('main form')
              ?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
            wait(until);
          }),
        frames,
      );
      await saving.close();

      let after = before;
      // What a closed page has begun may still come between the two counts; what is torn for good stays torn.
      await expect
        .poll(async () => {
          after = await readCounts(page);
          return after.logs - before.logs - (after.figure - before.figure);
        })
        .toBe(0);
      const added = after.logs - before.logs;
      expect([0, 1], `after ${frames} frames`).toContain(added);
      expect(after.figure - before.figure, `after ${frames} frames`).toBe(added);
      before = after;
    }
  });
});

describe('a day is Stockholm’s', () => {
  for (const [name, now, today, yesterday] of [
    ['the hour that comes twice', '2026-10-25T02:30:00+01:00', 'sön 25 okt, v. 43', 'lör 24 okt, v. 43'],
    ['just after midnight before it', '2026-10-24T22:30:00Z', 'sön 25 okt, v. 43', 'lör 24 okt, v. 43'],
    ['the first half hour of the year', '2026-12-31T23:30:00Z', 'fre 1 jan, v. 53', 'tors 31 dec'],
  ] as const) {
    test(`in ${name}`, async ({ openSample }) => {
      const { page } = await openSample({ now });
      await visit(page, '/logga');
      await page.getByText(today).waitFor();
      await choice(page, 'I går').click();
      await page.getByText(yesterday).waitFor();
      await page.getByRole('button', { name: 'Spara insats' }).click();
      await page.getByRole('heading', { name: 'Sparad på datorn' }).waitFor();
      await page.getByRole('link', { name: 'Öppna insatsen' }).click();
      await page
        .getByText(yesterday.split(',')[0] ?? '')
        .first()
        .waitFor();
    });
  }
});
