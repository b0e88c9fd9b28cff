import { cleanText } from '#documents/clean-report.ts';
import type { Report, ReportBlock, ReportChart, ReportTable } from '#domain/report/report.ts';

const blocksOf = (report: Report): readonly ReportBlock[] => report.chapters.flatMap(({ blocks }) => blocks);

export const tablesOf = (report: Report): readonly ReportTable[] =>
  blocksOf(report).flatMap((block) => (block.kind === 'table' ? [block.table] : []));

export const chartsOf = (report: Report): readonly ReportChart[] =>
  blocksOf(report).flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));

/** What a file may say: everything but what no XML can hold. */
export const cellTextsOf = ({ columns, rows }: ReportTable): readonly (readonly string[])[] =>
  [columns.map(({ title }) => title), ...rows.map((row) => row.map(({ text }) => text))].map((row) =>
    row.map(cleanText),
  );
