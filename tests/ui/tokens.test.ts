import { describe, expect, test } from 'vitest';
import css from '#ui/tokens.css?raw';
import { seriesLooks } from '#ui/tokens.ts';
import { contrast, deltaE2000, toLab, type Vision, visions } from './colour-science.ts';

const pairs = new Map(
  [...css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

function colour(name: string, theme: Theme): string {
  const pair = pairs.get(name);
  if (!pair) throw new Error(`tokens.css has no --${name}`);
  return pair[theme];
}

const texts: readonly (readonly [string, string])[] = [
  ['ink', 'bg'],
  ['ink', 'surface'],
  ['muted', 'bg'],
  ['muted', 'surface'],
  ['accent', 'bg'],
  ['accent', 'surface'],
  ['accent', 'info-tint'],
  ['accent-strong', 'surface'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['done', 'bg'],
  ['done', 'done-tint'],
  ['late', 'bg'],
  ['late', 'late-tint'],
  ['failed', 'bg'],
  ['failed', 'failed-tint'],
  ['ink', 'done-tint'],
  ['ink', 'late-tint'],
  ['ink', 'failed-tint'],
  ['ink', 'info-tint'],
  ['ink', 'band'],
  ['on-glow', 'focus-glow'],
  ['on-heat-1', 'heat-1'],
  ['on-heat-2', 'heat-2'],
  ['on-heat-3', 'heat-3'],
  ['on-heat-4', 'heat-4'],
];

const shapes: readonly (readonly [string, string])[] = [
  ['control-border', 'bg'],
  ['focus-ink', 'bg'],
  ['accent', 'band'],
  ['done', 'band'],
  ...[1, 2, 3, 4, 5, 6].map((series) => [`series-${series}`, 'bg'] as const),
];

describe.each(themes)('the %s theme', (theme) => {
  test.each(texts)('writes --%s on --%s with a contrast of at least 4.5', (front, back) => {
    expect(contrast(colour(front, theme), colour(back, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapes)('draws --%s on --%s with a contrast of at least 3', (front, back) => {
    expect(contrast(colour(front, theme), colour(back, theme))).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.keys(visions) as Vision[])('keeps any two series apart for %s vision', (vision) => {
    const labs = [1, 2, 3, 4, 5, 6].map((series) => toLab(colour(`series-${series}`, theme), vision));
    const distances = labs.flatMap((one, at) => labs.slice(at + 1).map((other) => deltaE2000(one, other)));
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(12.5);
  });
});

test('the first four series differ in greyscale print too', () => {
  const lightness = [1, 2, 3, 4].map((series) => toLab(colour(`series-${series}`, 'light'), 'normal')[0]);
  const steps = lightness.flatMap((one, at) => lightness.slice(at + 1).map((other) => Math.abs(one - other)));
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(7.5);
});

test('every series has its own colour, dash and marker', () => {
  const looks = Object.values(seriesLooks);
  for (const part of ['colour', 'dash', 'marker'] as const) {
    expect(new Set(looks.map((look) => look[part])).size).toBe(looks.length);
  }
});

test('colour distance agrees with the published examples', () => {
  // Sharma, Wu and Dalal 2005, table 1: pairs 1, 7 and 17.
  expect(deltaE2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(deltaE2000([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 4);
  expect(deltaE2000([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
});

test('no other file of the room names a colour in hex', () => {
  const files = import.meta.glob<string>('../../src/ui/*.{css,ts,tsx}', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const offenders = Object.entries(files).filter(
    ([path, text]) => !path.endsWith('tokens.css') && /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b(?![\w-])/i.test(text),
  );
  expect(offenders.map(([path]) => path)).toEqual([]);
});
