import '#ui/styles.css';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { layOutBars } from '#ui/report-bars.ts';
import { ReportView } from '#ui/report-view.tsx';
import type { ViewedChart, ViewedReport } from '#ui/report-view-props.ts';
import { show } from './show.tsx';

const chart: ViewedChart = {
  key: 'statuses',
  title: '3 av 5 mål nåddes',
  description: 'Antal mål efter läge: nått 3, ej nått 2.',
  unit: 'mål',
  categories: ['Nått', 'Ej nått', 'Utan uppgift'],
  series: [{ name: 'mål', values: [3, 2, null] }],
};

const report: ViewedReport = {
  title: 'Uppföljning av Exempelstads löfte',
  subtitle: 'Helår 2026',
  language: 'sv',
  facts: [
    { label: 'Parter', text: 'Polisen och Exempelstads kommun' },
    { label: 'Diarienummer', text: 'KS 2026/17' },
  ],
  chapters: [
    {
      key: 'summary',
      title: 'Sammanfattning',
      blocks: [
        { kind: 'paragraph', text: 'Vi lovade fem saker och gjorde tre.' },
        { kind: 'list', items: ['Ljus', 'Ljus'] },
      ],
    },
    {
      key: 'attainment',
      title: 'Måluppfyllelse',
      blocks: [
        { kind: 'heading', text: 'Läget' },
        { kind: 'chart', chart },
        {
          kind: 'table',
          table: {
            key: 'goals',
            caption: 'Målen',
            columns: [
              { key: 'goal', title: 'Mål', kind: 'text' },
              { key: 'day', title: 'Datum', kind: 'day' },
              { key: 'count', title: 'Antal', kind: 'number' },
            ],
            rows: [
              [{ text: 'Trygghetsvandringar' }, { text: '3 mars 2026' }, { text: '4' }],
              [{ text: 'Trygghetsvandringar' }, { text: '3 mars 2026' }, { text: '4' }],
            ],
          },
        },
      ],
    },
  ],
  footer: 'Exempelstads löfte · uppgifter per 12 jan 2027',
};

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test.each([390, 1280])('a report passes axe and does not grow past the window at %i px', async (width) => {
  await page.viewport(width, 900);
  const { place } = show(
    <main>
      <ReportView report={report} />
    </main>,
  );
  const { violations } = await axe.run(place, { runOnly: rules });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('\n')}`)).toEqual(
    [],
  );
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});

test('a report is read by its headings, one level at a time', () => {
  const { place } = show(<ReportView report={report} />);
  const headings = [...place.querySelectorAll('h1, h2, h3, h4')].map(
    (element) => `${element.tagName} ${element.textContent}`,
  );
  expect(headings).toEqual([
    'H1 Uppföljning av Exempelstads löfte',
    'H2 Sammanfattning',
    'H2 Måluppfyllelse',
    'H3 Läget',
    'H3 3 av 5 mål nåddes',
  ]);
});

test('under a title of the page the report begins one level down', () => {
  const { place } = show(<ReportView report={report} level={2} />);
  expect(place.querySelector('h1')).toBeNull();
  expect([...place.querySelectorAll('h3')].map(({ textContent }) => textContent)).toContain('Måluppfyllelse');
});

test('every table has its caption, heads of columns and heads of rows', () => {
  const { place } = show(<ReportView report={report} />);
  for (const table of place.querySelectorAll('table')) {
    expect(table.caption?.textContent).not.toBe('');
    expect(table.querySelectorAll('thead th[scope="col"]').length).toBeGreaterThan(1);
    for (const row of table.querySelectorAll('tbody tr'))
      expect(row.firstElementChild?.getAttribute('scope')).toBe('row');
  }
});

test('a chart says in words what it shows, and its numbers stand in a table; what is not known is no 0', async () => {
  const { place } = show(<ReportView report={report} />);
  await expect.element(page.getByRole('img', { name: chart.description })).toBeVisible();
  const table = page.getByRole('table', { name: '3 av 5 mål nåddes (mål)' });
  await expect.element(table).toBeInTheDocument();
  const cells = [...place.querySelectorAll('figure td')].map(({ textContent }) => textContent);
  expect(cells).toEqual(['3', '2', '–']);
});

test('a contents list leads to each chapter', () => {
  const { place } = show(<ReportView report={report} />);
  const links = [...place.querySelectorAll<HTMLAnchorElement>('nav a')];
  expect(links.map(({ textContent }) => textContent)).toEqual(['Sammanfattning', 'Måluppfyllelse']);
  for (const { hash } of links) expect(document.getElementById(hash.slice(1))).not.toBeNull();
});

test('the foot of each printed page says what it belongs to, and is gone with the report', () => {
  const { render } = show(<ReportView report={report} />);
  const readFoot = () => document.documentElement.style.getPropertyValue('--report-footer');
  expect(readFoot()).toBe(JSON.stringify(report.footer));
  render(null);
  expect(readFoot()).toBe('');
});

test('the longest bar fills its room, nothing known has none, and labels move above where it is narrow', () => {
  const wide = layOutBars(chart, 640);
  const narrow = layOutBars(chart, 320);
  expect(wide.left).toBeGreaterThan(0);
  expect(narrow.left).toBe(0);
  for (const { groups } of [wide, narrow]) {
    const [most, some, none] = groups.map(({ bars }) => bars[0]);
    expect((some?.length ?? 0) / (most?.length ?? 1)).toBeCloseTo(2 / 3);
    expect(none).toMatchObject({ length: 0, value: undefined });
  }
});
