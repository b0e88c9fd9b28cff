/** A frozen report as files that any program opens: its text, and each of its tables. */
import { joinParts } from '#domain/follow-up/frozen-report.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import type { Report, ReportBlock, ReportTable } from '#domain/report/report.ts';
import { archiveWords } from './archive-words.ts';
import { writeReportCsv } from './report-csv.ts';
import type { CarriedText } from './write-record-file.ts';

export interface ArchivedReports {
  readonly texts: readonly CarriedText[];
  /** File and what it is, for the table of contents. */
  readonly contents: readonly string[];
}

/** In: the pages of every frozen report. Out: a text for each, and its tables; one that cannot be read says so. */
export function writeArchivedReports(parts: readonly StoredRow[]): ArchivedReports {
  const texts: CarriedText[] = [];
  const contents: string[] = [];
  const add = (kind: 'rapport' | 'rapporttabell', ending: 'txt' | 'csv', text: string, title: string) => {
    const number = texts.filter(({ name }) => name.startsWith(`${kind}-`)).length + 1;
    const name = `${kind}-${String(number).padStart(4, '0')}.${ending}`;
    texts.push({ name, text: `${text}\r\n` });
    contents.push(`${name}  ${title}`);
  };
  for (const own of groupBySnapshot(parts).values()) {
    const report = readReport(own);
    if (report === undefined) {
      add('rapport', 'txt', archiveWords.unreadable, archiveWords.unreadable);
      continue;
    }
    add('rapport', 'txt', toPlainReport(report), `${report.title}, ${report.subtitle}`);
    for (const table of listTables(report)) {
      add('rapporttabell', 'csv', writeReportCsv(table, report.language), `${report.subtitle}: ${table.caption}`);
    }
  }
  return { texts, contents };
}

function groupBySnapshot(parts: readonly StoredRow[]): ReadonlyMap<string, readonly StoredRow[]> {
  const groups = new Map<string, StoredRow[]>();
  for (const part of parts) {
    const own = groups.get(String(part.snapshotId)) ?? [];
    groups.set(String(part.snapshotId), own);
    own.push(part);
  }
  return groups;
}

function readReport(parts: readonly StoredRow[]): Report | undefined {
  try {
    const text = joinParts(parts.map(({ order, text: page }) => ({ order: Number(order), text: String(page) })));
    const report = JSON.parse(text) as Partial<Report>;
    return Array.isArray(report.chapters) && Array.isArray(report.facts) ? (report as Report) : undefined;
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined;
    throw problem;
  }
}

const listTables = ({ chapters }: Report): readonly ReportTable[] =>
  chapters.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])));

/** In: a report. Out: all that it says, line by line. */
export function toPlainReport({ title, subtitle, facts, chapters, footer }: Report): string {
  const front = [title, subtitle, '', ...facts.map(({ label, text }) => `${label}: ${text}`)];
  const body = chapters.flatMap((chapter) => ['', chapter.title.toUpperCase(), ...chapter.blocks.flatMap(toLines)]);
  return [...front, ...body, '', footer].join('\r\n');
}

function toLines(block: ReportBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return ['', block.text];
    case 'list':
      return ['', ...block.items.map((item) => `- ${item}`)];
    case 'chart':
      return ['', block.chart.title, block.chart.description];
    case 'table': {
      const { caption, columns, rows } = block.table;
      const head = columns.map((column) => column.title).join(' | ');
      return ['', caption, head, ...rows.map((row) => row.map(({ text }) => text).join(' | '))];
    }
  }
}
