import type { Page } from 'playwright';
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

/** Runs in the page. By how much it is wider than its window, and which texts stand out the furthest. */
async function findTooWide(): Promise<readonly string[]> {
  // Not `innerWidth`: a phone shows a page that is too wide smaller, and then says that the window is as wide.
  const root = document.documentElement;
  const excess = () => root.scrollWidth - root.clientWidth;
  // What measures itself, as charts do, gets some frames to do it in.
  for (let frame = 0; frame < 30 && (frame < 2 || excess() > 0); frame += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  if (excess() <= 0) return [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  // What scrolls or is cut off in a frame of its own widens nothing.
  const isInFrame = (element: Element | null): boolean =>
    element !== null &&
    (getComputedStyle(element).overflowX !== 'visible'
      ? element.getBoundingClientRect().right <= root.clientWidth + 1 || isInFrame(element.parentElement)
      : isInFrame(element.parentElement));
  const outside: { readonly right: number; readonly name: string }[] = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(text);
    const { right } = range.getBoundingClientRect();
    const { tagName, className } = text.parentElement ?? document.body;
    if (right > root.clientWidth + 1 && !isInFrame(text.parentElement))
      outside.push({ right, name: `${tagName} ${className} "${text.textContent?.slice(0, 30)}"` });
  }
  const named = outside.toSorted((left, right) => right.right - left.right).slice(0, 3);
  return [`${excess()} px too wide: ${named.map(({ name }) => name).join(' | ')}`];
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
