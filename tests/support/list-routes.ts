import type { Page } from 'playwright';
import { visit } from './walk-app.ts';

export interface SampleRoutes {
  readonly promise: string;
  readonly goals: readonly string[];
  /** Every address of the app, with the things of the sample year in it; views of one page are not neighbours. */
  readonly all: readonly string[];
}

/** Finds the addresses as a person does, by the links of the pages, on a device with the sample year. */
export async function listRoutes(page: Page): Promise<SampleRoutes> {
  const readLinks = async (start: string) => {
    const links = page.locator(`main a[href^="${start}"]`);
    await links.first().waitFor();
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    return [...new Set(hrefs.map((href) => href.split(/[?#]/)[0] ?? ''))];
  };
  await visit(page, '/oversikt');
  const goals = (await readLinks('/loften/')).filter((href) => href.includes('/mal/'));
  const promise = goals[0]?.split('/mal/')[0] ?? '';
  await visit(page, promise);
  const activities = (await readLinks(`${promise}/aktiviteter/`)).filter((href) => !/\/(ny|redigera)$/.test(href));
  await visit(page, '/insatser');
  const [log] = (await readLinks('/insatser/')).filter((href) => !href.endsWith('/ratta'));
  const all = [
    ...['/logga', '/uppfoljning', '/insatser', `${log}`, '/uppfoljning?del=bedomning', `${log}/ratta`],
    ...['/oversikt', '/kalender', '/oversikt?vy=part', '/uppfoljning?del=rapport', '/oversikt?vy=rytm'],
    ...[
      '/loften',
      '/uppfoljning?del=faststall',
      '/loften/nytt',
      '/loften/nytt/las',
      promise,
      `${promise}/redigera`,
      `${promise}/faststall`,
      `${promise}/offentlig`,
      `${promise}/aterkoppling`,
      `${promise}/importera`,
      `${promise}/gallring`,
      promise.replace('/loften/', '/mote/'),
    ],
    ...[`${promise}/mal/nytt`, ...goals, `${goals[0]}/redigera`],
    ...[`${promise}/aktiviteter/ny`, `${activities[0]}`, `${activities[0]}/redigera`],
    ...[
      '/installningar',
      '/installningar/synk',
      '/installningar/sakerhetskopia',
      '/installningar/skydd',
      '/installningar/overlamning',
      '/utlamnande',
      '/mer',
      '/hjalp',
      '/tillganglighet',
      '/om',
      '/finns-inte',
    ],
  ];
  return { promise, goals, all };
}

/**
 * Goes to another page of the open app, as a link does, and waits until nothing more is on its way: the page has its
 * own heading, and no placeholder is left.
 */
export async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    for (const heading of document.querySelectorAll('main h1')) heading.setAttribute('data-left', '');
    history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, address);
  await page.locator('main h1:not([data-left])').first().waitFor();
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
}

/** As {@link follow}, from the address bar: the app starts anew. */
export async function visitWhole(page: Page, address: string): Promise<void> {
  await visit(page, address);
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
}
