import type PptxGenJS from 'pptxgenjs';
import type { ReportChart, ReportTable } from '#domain/report/report.ts';
import { paper, seriesColors } from './paper.ts';
import { type Slide, tableLine } from './plan-slides.ts';
import { shareWidth } from './share-width.ts';

/** Inches of a wide slide: 13.33 × 7.5. */
const edge = 0.7;
const width = 13.33 - 2 * edge;
const titleBox = { x: edge, y: 0.45, w: width, h: 1.2 };
const bodyBox = { x: edge, y: 1.9, w: width, h: 4.9 };
const footBox = { x: edge, y: 6.95, w: 9, h: 0.35 };

const front = 'FRONT';
const chapter = 'CHAPTER';
const ink = { color: paper.ink, fontFace: 'Calibri' } as const;

/** In: a presentation. Effect: it has our two kinds of slide, with real titles, so that an outline shows them. */
export function defineSlides(file: PptxGenJS, footer: string): void {
  const foot = { text: { text: footer, options: { ...footBox, ...ink, fontSize: 12, color: paper.muted } } };
  const slideNumber = { x: 12.2, y: 6.95, w: 0.6, h: 0.35, fontFace: 'Calibri', fontSize: 12, color: paper.muted };
  const titleOf = (options: PptxGenJS.PlaceholderProps) => ({ placeholder: { options, text: '' } });
  file.defineSlideMaster({
    title: front,
    background: { color: 'FFFFFF' },
    objects: [
      titleOf({
        name: 'title',
        type: 'title',
        x: edge,
        y: 1.4,
        w: width,
        h: 1.9,
        ...ink,
        fontSize: 44,
        bold: true,
        align: 'left',
        valign: 'bottom',
      }),
      titleOf({ name: 'body', type: 'body', x: edge, y: 3.5, w: width, h: 3.2, ...ink, fontSize: 22, valign: 'top' }),
    ],
  });
  file.defineSlideMaster({
    title: chapter,
    background: { color: 'FFFFFF' },
    slideNumber,
    objects: [
      foot,
      titleOf({
        name: 'title',
        type: 'title',
        ...titleBox,
        ...ink,
        fontSize: 34,
        bold: true,
        color: paper.accent,
        align: 'left',
        valign: 'middle',
      }),
    ],
  });
}

/** In: a presentation with our kinds of slide, a slide and the language tag. Effect: the slide is the last one. */
export function addSlide(file: PptxGenJS, slide: Slide, lang: string): void {
  const page = file.addSlide({ masterName: slide.kind === 'title' ? front : chapter });
  page.addText(slide.title || ' ', { placeholder: 'title', lang });
  if (slide.kind === 'title')
    page.addText(toParagraphs([slide.subtitle, ...slide.lines], lang), { placeholder: 'body' });
  if (slide.kind === 'lines')
    page.addText(toParagraphs(slide.lines, lang, true), {
      ...bodyBox,
      ...ink,
      fontSize: 26,
      valign: 'top',
      paraSpaceAfter: 12,
    });
  if (slide.kind === 'chart') addChart(page, slide.chart, lang);
  if (slide.kind === 'table') addTable(page, slide.table, lang);
}

const toParagraphs = (lines: readonly string[], lang: string, bullet = false) =>
  lines.map((text) => ({ text, options: { breakLine: true, lang, ...(bullet && { bullet: { indent: 18 } }) } }));

/** PowerPoint draws the first category at the bottom; people read from the top. The library's types know one way only. */
const firstOnTop: object = { catAxisOrientation: 'maxMin' };

/** A chart that PowerPoint can edit: its figures lie in a sheet of its own. */
function addChart(page: PptxGenJS.Slide, chart: ReportChart, lang: string): void {
  const labels = [...chart.categories];
  const data = chart.series.map(({ name, values }) => ({
    name,
    labels,
    // What is unknown is no bar; 0 would be one.
    values: labels.map((_, index) => values[index] ?? Number.NaN),
  }));
  page.addChart('bar', data, {
    ...bodyBox,
    lang,
    altText: chart.description,
    objectName: chart.title,
    barDir: 'bar',
    barGapWidthPct: 45,
    // As many as there are series: more, and a single series would change colour with every bar.
    chartColors: seriesColors.slice(0, chart.series.length),
    ...firstOnTop,
    catAxisLabelFontSize: 16,
    catAxisLabelColor: paper.ink,
    valAxisLabelFontSize: 14,
    valAxisLabelColor: paper.muted,
    valAxisLabelFormatCode: 'General',
    ...(chart.series.every(({ values }) => values.every((value) => (value ?? 0) >= 0)) && { valAxisMinVal: 0 }),
    valGridLine: { color: paper.rule, size: 0.5 },
    ...(chart.unit && { showValAxisTitle: true, valAxisTitle: chart.unit, valAxisTitleFontSize: 14 }),
    showValue: true,
    dataLabelFormatCode: 'General',
    dataLabelFontSize: 14,
    dataLabelColor: paper.ink,
    showLegend: chart.series.length > 1,
    legendPos: 't',
    legendFontSize: 16,
  });
}

function addTable(page: PptxGenJS.Slide, table: ReportTable, lang: string): void {
  const { caption, columns, rows } = table;
  const border = { type: 'solid' as const, pt: 0.75, color: paper.rule };
  const cellOf = (text: string, column: number, isHead: boolean) => ({
    text,
    options: {
      lang,
      bold: isHead || column === 0,
      align: columns[column]?.kind === 'number' ? ('right' as const) : ('left' as const),
      ...(isHead && { fill: { color: paper.band } }),
    },
  });
  page.addTable(
    [
      columns.map(({ title }, column) => cellOf(title, column, true)),
      ...rows.map((row) => columns.map((_, column) => cellOf(row[column]?.text ?? '', column, false))),
    ],
    {
      x: bodyBox.x,
      y: bodyBox.y,
      w: bodyBox.w,
      colW: shareWidth(table, tableLine).map((share) => share * bodyBox.w),
      objectName: caption,
      ...ink,
      fontSize: columns.length > 6 ? 14 : 16,
      valign: 'top',
      border,
      autoPage: false,
    },
  );
}
