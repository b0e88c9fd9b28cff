import type { Report } from '#domain/report/report.ts';

const title = 'Uppföljning 2026: Tryggare torg i Lindköping';

/** A report with every kind of block, numbers that say more than a number, and something unknown. */
export const sampleReport: Report = {
  title,
  subtitle: '1 januari – 31 december 2026',
  language: 'sv',
  footer: 'Löfteskollen · siffrorna gäller 31 december 2026',
  facts: [
    { label: 'Parter', text: 'Lokalpolisområde Lind, Lindköpings kommun' },
    { label: 'Diarienummer', text: 'KS 2026/417' },
  ],
  chapters: [
    {
      key: 'summary',
      title: 'Sammanfattning',
      written: false,
      blocks: [
        { kind: 'paragraph', text: 'Två av tre mål är nådda. Trafikkontrollerna stannade på 14 av 15.' },
        { kind: 'list', items: ['Nattvandringar: 24 av 20, nått.', 'Trafikkontroller: 14 av 15, ej nått.'] },
      ],
    },
    {
      key: 'attainment',
      title: 'Måluppfyllelse',
      written: true,
      blocks: [
        { kind: 'heading', text: 'Mål för mål' },
        {
          kind: 'table',
          table: {
            key: 'goals',
            caption: 'Alla mål, i den ordning löftet har dem',
            columns: [
              { key: 'goal', title: 'Mål', kind: 'text' },
              { key: 'outcome', title: 'Utfall', kind: 'number' },
              { key: 'share', title: 'Andel', kind: 'number' },
              { key: 'latest', title: 'Senast', kind: 'day' },
              { key: 'status', title: 'Läge', kind: 'text' },
            ],
            rows: [
              [
                { text: 'Trafikkontroller vid skolor' },
                { text: '14', value: 14 },
                { text: '1,23 per dag', value: 1.2286 },
                { text: '3 september', value: '2026-09-03' },
                { text: '=Ej nått' },
              ],
              [
                { text: 'Nattvandringar' },
                { text: '24 (+1)', value: 24 },
                { text: '–' },
                { text: 'inget datum' },
                { text: 'Nått' },
              ],
              [{ text: 'Lagföra minst fem' }, { text: 'färre än 5' }, { text: '' }, { text: '' }, { text: 'Ej nått' }],
            ],
          },
        },
        {
          kind: 'chart',
          chart: {
            key: 'outcomes',
            title: 'Nattvandringarna gick över sitt mål, trafikkontrollerna inte ända fram',
            description: 'Liggande staplar. Trafikkontroller: 14 av 15. Nattvandringar: 24 av 20. Samtal: okänt.',
            unit: 'tillfällen',
            categories: ['Trafikkontroller', 'Nattvandringar', 'Samtal'],
            series: [
              { name: 'Utfall', values: [14, 24, null] },
              { name: 'Mål', values: [15, 20, 8] },
            ],
          },
        },
      ],
    },
    {
      key: 'logs',
      title: 'Bilaga: insatser',
      written: false,
      blocks: [
        {
          kind: 'table',
          table: {
            key: 'logs',
            caption: 'Alla insatser i perioden',
            columns: [
              { key: 'day', title: 'Dag', kind: 'day' },
              { key: 'what', title: 'Insats', kind: 'text' },
              { key: 'count', title: 'Antal', kind: 'number' },
            ],
            rows: Array.from({ length: 90 }, (_, index) => [
              { text: `${(index % 28) + 1} mars`, value: `2026-03-${String((index % 28) + 1).padStart(2, '0')}` },
              { text: `Fotpatrull runt torget, kväll ${index + 1}` },
              { text: String(index % 4), value: index % 4 },
            ]),
          },
        },
      ],
    },
  ],
};
