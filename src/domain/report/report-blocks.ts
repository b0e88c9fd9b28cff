/** The pieces a chapter is put together from. */
import type { Day } from '#domain/calendar/day.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import type { Language } from '#domain/wording/locale.ts';
import { formatNumber } from '#domain/wording/numbers.ts';
import type { ReportBlock, ReportCell, ReportChart, ReportTable } from './report.ts';

/** Stands where nothing is known or nothing applies. Never a 0. */
export const emptyText = '–';

export const heading = (text: string): ReportBlock => ({ kind: 'heading', text });
export const paragraph = (text: string): ReportBlock => ({ kind: 'paragraph', text });
export const chartBlock = (chart: ReportChart): ReportBlock => ({ kind: 'chart', chart });

/** In: texts, some of them missing. Out: a paragraph for each of the others. */
export const paragraphs = (...texts: readonly (string | undefined)[]): readonly ReportBlock[] =>
  texts.flatMap((text) => (text ? [paragraph(text)] : []));

/** In: items. Out: a list, or nothing for none. */
export const listBlocks = (items: readonly string[]): readonly ReportBlock[] =>
  items.length === 0 ? [] : [{ kind: 'list', items }];

/** In: a table. Out: the block, or nothing for a table without rows. */
export const tableBlocks = (table: ReportTable): readonly ReportBlock[] =>
  table.rows.length === 0 ? [] : [{ kind: 'table', table }];

export const textCell = (text: string | undefined): ReportCell => ({ text: text?.trim() || emptyText });

/** In: a number, or nothing known. Out: a cell that a spreadsheet gets as a number. */
export const numberCell = (value: number | undefined): ReportCell =>
  value === undefined ? { text: emptyText } : { text: formatNumber(value), value };

/** In: a day, or nothing known. Out: a cell that a spreadsheet gets as a day. */
export const dayCell = (day: Day | undefined, language: Language): ReportCell =>
  day === undefined ? { text: emptyText } : { text: formatDateWithYear(day, language), value: day };
