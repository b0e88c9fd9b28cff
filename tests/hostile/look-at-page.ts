import type { Page } from 'playwright';
import { findTooWide } from '#tests/support/find-too-wide.ts';
import { endsItsDirections } from './ends-its-directions.ts';
import { trace } from './script-texts.ts';

/** What a page must not show, whatever is written in it: see each of them below. In: the place, for the words. Out: faults. */
export async function lookAtPage(page: Page, place: string): Promise<readonly string[]> {
  const ran = await page.evaluate((name) => name in window, trace);
  const wide = await page.evaluate(findTooWide);
  const covered = await page.evaluate(findCovered);
  const texts = await page.evaluate(listTexts);
  const turning = texts.filter((text) => !endsItsDirections(text)).map((text) => JSON.stringify(text.slice(0, 300)));
  const faults = [
    ...(ran ? ['a script ran'] : []),
    ...wide,
    ...covered,
    ...turning.slice(0, 5).map((text) => `turns what is around it: ${text}`),
  ];
  return faults.map((fault) => `${place} ${page.viewportSize()?.width} px: ${fault}`);
}

/** Runs in the page. Whatever is written, what leads away from it lies on top and can be pressed. */
function findCovered(): readonly string[] {
  return [...document.querySelectorAll('nav a')].flatMap((link) => {
    const { left, top, width, height } = link.getBoundingClientRect();
    const hit = width > 0 ? document.elementFromPoint(left + width / 2, top + height / 2) : null;
    if (hit === null || link.contains(hit) || hit.closest('nav, header, dialog, [role="dialog"]')) return [];
    return [`${link.textContent} is covered by ${hit.tagName} ${hit.className}`];
  });
}

/** Runs in the page. Every text that is shown or said, as one piece each. */
function listTexts(): readonly string[] {
  const names = ['aria-label', 'title', 'alt', 'placeholder', 'aria-description'];
  const texts = [document.title];
  for (const element of document.querySelectorAll('*')) {
    for (const name of names) texts.push(element.getAttribute(name) ?? '');
    for (const node of element.childNodes) if (node instanceof Text) texts.push(node.data);
  }
  return texts.filter((text) => /[\u202a-\u202e\u2066-\u2069]/.test(text));
}
