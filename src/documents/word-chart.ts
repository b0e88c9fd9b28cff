import { Paragraph, type Table } from 'docx';
import { ChartRun } from 'docx/charts';
import type { ReportChart } from '#domain/report/report.ts';
import type { Language } from '#domain/wording/locale.ts';
import { hasBars, toChartTable } from './chart-table.ts';
import { paper, seriesColors } from './paper.ts';
import { toWordTable } from './word-table.ts';

/** Pixels across the text, and down for each bar. */
const width = 620;
const rowHeight = 26;
const frameHeight = 90;
const highest = 820;

/**
 * In: a chart of the report. Out: its finding, a native chart that Word can edit, described for who cannot see it, and
 * the same figures as a table.
 */
export function toWordChart(chart: ReportChart, language: Language): readonly (Paragraph | Table)[] {
  const table = toWordTable(toChartTable(chart, language));
  if (!hasBars(chart)) return table;
  return [new Paragraph({ style: 'Caption', keepNext: true, text: chart.title }), toFigure(chart), ...table];
}

function toFigure({ title, description, unit, categories, series }: ReportChart) {
  const bars = categories.length * series.length;
  return new Paragraph({
    keepNext: true,
    children: [
      new ChartRun({
        type: 'bar',
        categories,
        series: series.map(({ name, values }, index) => ({
          name,
          values: values.slice(0, categories.length),
          color: seriesColors[index % seriesColors.length] ?? paper.accent,
        })),
        legend: series.length > 1 ? { position: 'top' } : false,
        dataLabels: { value: true, numberFormat: 'General' },
        // Word draws the first category at the bottom; people read from the top.
        categoryAxis: { reverseOrder: true },
        valueAxis: {
          minimum: toMinimum(series),
          crossesAt: 'maximum',
          numberFormat: 'General',
          ...(unit && { title: unit }),
        },
        font: { name: 'Calibri', color: paper.ink },
        chartArea: { fill: 'FFFFFF', border: 'none' },
        gapWidth: 60,
        transformation: { width, height: Math.min(highest, frameHeight + bars * rowHeight) },
        altText: { name: title, title, description },
      }),
    ],
  });
}

/** Bars begin at zero: a cut axis exaggerates. */
const toMinimum = (series: ReportChart['series']) =>
  Math.min(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
