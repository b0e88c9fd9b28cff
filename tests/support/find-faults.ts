import axe from 'axe-core';
import type { Page } from 'playwright';
import { saveShot } from './save-shot.ts';

const everyRule = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } as const;
/** A theme changes colours and nothing else. */
const colourRules = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;

/** What axe finds on the page as it stands, first in light and then in dark: the rule, and where. */
export async function findFaults(page: Page, place: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [colorScheme, runOnly] of [
    ['light', everyRule],
    ['dark', colourRules],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    if (!(await page.evaluate(() => 'axe' in window))) {
      await page.evaluate(axe.source);
      await page.evaluate(rememberColours);
    }
    const found = await page.evaluate(
      async (options) => {
        const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary?.split('\n')[1]}`),
        );
      },
      { runOnly: { type: runOnly.type, values: [...runOnly.values] }, resultTypes: ['violations' as const] },
    );
    faults.push(...found.map((fault) => `${place} ${colorScheme}: ${fault}`));
    await saveShot(page, `${nameOf(place)} ${page.viewportSize()?.width} ${colorScheme}`);
  }
  return faults;
}

interface Colour {
  r: number;
  g: number;
  b: number;
  alpha: number;
  parseString(text: string): Colour;
}

/** A page has a dozen colours and axe reads them thousands of times, which takes a third of looking at contrasts. */
function rememberColours(): void {
  const { axe } = window as unknown as { axe: { commons: { color: { Color: { prototype: Colour } } } } };
  const { prototype } = axe.commons.color.Color;
  const { parseString } = prototype;
  const known = new Map<string, Omit<Colour, 'parseString'>>();
  prototype.parseString = function (this: Colour, text) {
    const { r, g, b, alpha } = known.get(text) ?? parseString.call(this, text);
    Object.assign(this, { r, g, b, alpha });
    known.set(text, { r, g, b, alpha });
    return this;
  };
}

/** Ids differ from run to run: their last letters keep pictures of one kind apart. */
const nameOf = (place: string) => place.replaceAll(/[0-9a-f-]{32}([0-9a-f]{4})/g, '$1');
