import type { ReportChart, ReportTable } from '#domain/report/report.ts';
import type { Language } from '#domain/wording/locale.ts';
import { formatNumber } from '#domain/wording/numbers.ts';
import { documentWord } from './document-words.ts';

/** In: a chart and the report's language. Out: all that its bars show, as a table; what is unknown is an empty cell. */
export function toChartTable(chart: ReportChart, language: Language): ReportTable {
  return {
    key: `${chart.key}-numbers`,
    caption: `${documentWord('numbers', language)}: ${chart.title}`,
    columns: [
      { key: 'category', title: documentWord('category', language), kind: 'text' },
      ...chart.series.map(({ name }, index) => ({
        key: `series-${index}`,
        title: chart.unit ? `${name} (${chart.unit})` : name,
        kind: 'number' as const,
      })),
    ],
    rows: chart.categories.map((category, row) => [
      { text: category },
      ...chart.series.map(({ values }) => {
        const value = values[row] ?? undefined;
        return value === undefined ? { text: '–' } : { text: formatNumber(value), value };
      }),
    ]),
  };
}

/** Whether there is anything to draw: an office program refuses a chart of nothing. */
export const hasBars = ({ categories, series }: ReportChart): boolean =>
  categories.length > 0 && series.some(({ values }) => values.some((value) => value !== null));
