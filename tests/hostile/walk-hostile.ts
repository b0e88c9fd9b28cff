import type { Page } from 'playwright';
import { follow, listRoutes } from '#tests/support/list-routes.ts';
import { visit } from '#tests/support/walk-app.ts';
import { lookAtPage } from './look-at-page.ts';

/** One part of so many, by its number from 0: places that follow each other, since views of one page must not be neighbours. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

/** CSS pixels of a sheet of paper, A4. */
const sheet = { width: 794, height: 1123 };

/** Goes to pages, slides of a meeting and the report on paper. Out: what was wrong, and how many places were looked at. */
export async function walkHostile(
  page: Page,
  { part, of }: Share,
): Promise<{ readonly faults: readonly string[]; readonly places: number }> {
  const faults: string[] = [];
  let places = 0;
  const look = async (place: string) => {
    places += 1;
    faults.push(...(await lookAtPage(page, place)));
  };
  const take = <T>(items: readonly T[]) =>
    items.slice(Math.floor((part * items.length) / of), Math.floor(((part + 1) * items.length) / of));
  const { all, promise } = await listRoutes(page);
  for (const route of take(all)) {
    await follow(page, route);
    await openDetails(page);
    await look(route);
  }
  const meeting = promise.replace('/loften/', '/mote/');
  await visit(page, meeting);
  const count = Number(/av (\d+)/.exec(await page.getByText(/^Bild \d+ av \d+$/).innerText())?.[1]);
  for (const slide of take(Array.from({ length: count }, (_, index) => index + 1))) {
    // Slides share their heading's place: a link would not be seen to have arrived.
    await visit(page, `${meeting}?bild=${slide}`);
    await look(`slide ${slide}`);
  }
  await follow(page, '/uppfoljning?del=rapport');
  await page.setViewportSize(sheet);
  await page.emulateMedia({ media: 'print' });
  await look('the report on paper');
  await page.emulateMedia({ media: null });
  return { faults, places };
}

const openDetails = (page: Page) =>
  page.locator('main details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
