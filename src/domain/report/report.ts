/**
 * A report as data. Screen, paper, Word, Excel, PowerPoint, CSV and the frozen snapshot are all made from this, so that
 * a figure is the same wherever it is read. Texts are finished: no reader of a report computes or words anything.
 */
import type { Language } from '#domain/wording/locale.ts';

/** Chapters in their order (screens 7). Their keys name what people have written in `FollowUp.sections`. */
export const chapterKeys = [
  'summary',
  'promise',
  'activities',
  'attainment',
  'effects',
  'deviations',
  'feedback',
  'lessons',
  'next',
  'logs',
  'method',
] as const;
export type ChapterKey = (typeof chapterKeys)[number];

export interface Report {
  readonly title: string;
  /** The period, in words. */
  readonly subtitle: string;
  readonly language: Language;
  /** What stands on the front: parties, registry number, the day of the figures, who has signed. */
  readonly facts: readonly ReportFact[];
  readonly chapters: readonly ReportChapter[];
  /** At the foot of every page: what this is, and the day of the figures. */
  readonly footer: string;
}

export interface ReportFact {
  readonly label: string;
  readonly text: string;
}

export interface ReportChapter {
  /** `supplement` is no chapter of the frozen report: it is put after it. */
  readonly key: ChapterKey | 'supplement';
  readonly title: string;
  /** Whether people wrote its running text; tables and charts come from the records in either case. */
  readonly written: boolean;
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: ReportTable }
  | { readonly kind: 'chart'; readonly chart: ReportChart };

/** What a column holds. Numbers stand to the right; a spreadsheet gets them as numbers and days as days. */
export type ColumnKind = 'text' | 'number' | 'day';

export interface ReportColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: ColumnKind;
}

/** `value` is what `text` says, for those who count on: a number, or a day as `YYYY-MM-DD`. Absent where nothing is known. */
export interface ReportCell {
  readonly text: string;
  readonly value?: number | string | undefined;
}

export interface ReportTable {
  /** Names the table within the report: the name of its sheet is made from the caption. */
  readonly key: string;
  readonly caption: string;
  readonly columns: readonly ReportColumn[];
  /** As many cells as columns. The first of each row is its head. */
  readonly rows: readonly (readonly ReportCell[])[];
}

/** Bars of one unit over categories. At most four series. */
export interface ReportChart {
  readonly key: string;
  /** The finding, as a whole sentence. */
  readonly title: string;
  /** All that the picture shows, in words. */
  readonly description: string;
  readonly unit: string;
  readonly categories: readonly string[];
  /** One value for each category; null where nothing is known, which is not 0. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}
