/** Runs in the page. By how much it is wider than its window, and which texts stand out the furthest. */
export async function findTooWide(): Promise<readonly string[]> {
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
