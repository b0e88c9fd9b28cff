import axe from 'axe-core';
import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { Gallery } from './gallery.tsx';
import { show } from './show.tsx';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const widths = [390, 1280];
const themes = ['light', 'dark'];
const looks = widths.flatMap((width) => themes.map((theme) => ({ width, theme })));

test.each(looks)(
  'every component passes axe at $width px in the $theme theme',
  async ({ width, theme }) => {
    await page.viewport(width, 900);
    document.documentElement.dataset.theme = theme;
    document.documentElement.lang = 'sv';
    onTestFinished(() => document.documentElement.removeAttribute('data-theme'));
    const { place } = show(<Gallery part="all" />);
    await expect.element(page.getByText('Utfall').first()).toBeVisible();
    const { violations } = await axe.run(place, { runOnly: rules });
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join('\n')}`),
    ).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  },
  60_000,
);

const modes = [
  ['data-sun', ''],
  ['data-gloves', ''],
  ['data-text-size', 'larger'],
] as const;

test.each(modes)('nothing grows past a phone with %s="%s"', async (attribute, value) => {
  await page.viewport(390, 900);
  document.documentElement.setAttribute(attribute, value);
  onTestFinished(() => document.documentElement.removeAttribute(attribute));
  show(<Gallery part="all" />);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
