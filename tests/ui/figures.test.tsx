import '#ui/styles.css';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { BulletBar } from '#ui/bullet-bar.tsx';
import { BurnUp } from '#ui/burn-up.tsx';
import { Figure } from '#ui/figure.tsx';
import { composeSheet, toSvgText } from '#ui/figure-sheet.ts';
import { PartyBars } from '#ui/party-bars.tsx';
import { RhythmStrip } from '#ui/rhythm-strip.tsx';
import { SeriesDots } from '#ui/series-dots.tsx';
import { show } from './show.tsx';

const table = {
  columns: [
    { key: 'month', label: 'Månad' },
    { key: 'count', label: 'Antal', numeric: true },
  ],
  rows: [{ key: '1', cells: ['Januari', 2] }],
};
const bars = <PartyBars label="Polis 2" bars={[{ key: 'p', label: 'Polis', value: 2, series: 1 }]} />;

describe('a figure', () => {
  test('shows the same numbers as a table, one tap away', async () => {
    show(
      <Figure title="Två insatser är gjorda." table={table} source="loggade insatser">
        {bars}
      </Figure>,
    );
    await expect.element(page.getByRole('img', { name: 'Polis 2' })).toBeVisible();
    await page.getByRole('button', { name: 'Visa som tabell' }).click();
    await expect.element(page.getByRole('table', { name: 'Två insatser är gjorda.' })).toBeVisible();
    await expect.element(page.getByRole('img', { name: 'Polis 2' })).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Visa som diagram' }).click();
    await expect.element(page.getByRole('img', { name: 'Polis 2' })).toBeVisible();
  });

  test('offers only the downloads that it has', async () => {
    const { render } = show(
      <Figure title="Två" table={table} source="loggar">
        {bars}
      </Figure>,
    );
    await expect.element(page.getByRole('button', { name: 'Ladda ner' })).not.toBeInTheDocument();
    render(
      <Figure title="Två" table={table} source="loggar" imageName="bild" onDownloadCsv={() => undefined}>
        {bars}
      </Figure>,
    );
    await page.getByRole('button', { name: 'Ladda ner' }).click();
    await expect.element(page.getByRole('button', { name: /CSV/ })).toBeVisible();
    await expect.element(page.getByRole('button', { name: /PNG/ })).toBeVisible();
  });

  test('leaves the page as a picture that needs nothing of the page: own colours, sentence and source', () => {
    const { place } = show(<div data-theme="dark">{bars}</div>);
    const svg = place.querySelector('svg');
    if (!svg) throw new Error('no drawing');
    const text = toSvgText(composeSheet(svg, { title: 'Två insatser', source: 'Källa: loggar' }));
    expect(text).toContain('Två insatser');
    expect(text).toContain('Källa: loggar');
    expect(text).not.toMatch(/var\(|class=|style=/);
    // Left on the page, the copy would be read out twice.
    expect(place.querySelectorAll('svg')).toHaveLength(1);
  });
});

test('a bar says itself in one sentence and draws what waits apart from what is confirmed', () => {
  const { place } = show(<BulletBar value={2} waiting={1} target={12} expected={10} label="3 av 12" />);
  expect(page.getByRole('img', { name: '3 av 12' }).elements()).toHaveLength(1);
  expect(place.querySelector('rect[fill^="url("]')).not.toBeNull();
});

test('a rhythm strip is a list that says what its empty cells mean', async () => {
  show(
    <RhythmStrip
      label="Vecka för vecka"
      cells={[
        { key: '1', label: 'v. 1', count: 2, state: 'counted' },
        { key: '2', label: 'v. 2', count: 0, state: 'planned' },
        { key: '3', label: 'v. 3', count: 0, state: 'paused' },
        { key: '4', label: 'v. 4', count: 0, state: 'counted' },
      ]}
    />,
  );
  const cells = page.getByRole('listitem').elements();
  expect(cells.map((cell) => cell.textContent)).toEqual(['v. 12', 'v. 2–planerat, inte gjort', 'v. 3–vilar', 'v. 40']);
});

test('a series without a single measurement still draws its levels', () => {
  const { place } = show(
    <SeriesDots label="Ingen mätning" points={[]} from="2026-01-01" to="2026-12-31" baseline={34} level={20} />,
  );
  expect(place.querySelectorAll('circle')).toHaveLength(0);
  expect(place.textContent).toContain('målnivå');
  expect(place.innerHTML).not.toContain('NaN');
});

describe('a burn-up', () => {
  const chart = {
    from: '2026-01-01',
    to: '2026-12-31',
    today: '2026-11-21',
    points: [{ day: '2026-03-02', value: 2 }],
    target: 12,
    title: 'Trafikkontroller',
    desc: '2 av 12 är gjorda.',
  };

  test('is one picture with one sentence where it cannot be walked through', async () => {
    show(<BurnUp {...chart} />);
    await expect.element(page.getByRole('img', { name: '2 av 12 är gjorda.' })).toBeVisible();
    expect(document.querySelector('[role=application]')).toBeNull();
  });

  test('has a name and a description where arrow keys walk through it', () => {
    show(<BurnUp {...chart} interactive />);
    const drawing = document.querySelector('[role=application]');
    expect(drawing?.querySelector('title')?.textContent).toBe('Trafikkontroller');
    expect(drawing?.querySelector('desc')?.textContent).toBe('2 av 12 är gjorda.');
  });

  test('dots what was done and not what is carried on', () => {
    const { place } = show(<BurnUp {...chart} size="fixed" />);
    expect(place.querySelectorAll('circle')).toHaveLength(1);
  });
});
