/** What a person has chosen so far. It lives as long as the page; only the roles of columns are kept as a draft. */

import { foldName, type Row, readText } from '#domain/importing/cell.ts';
import type { ActivityAnswers } from '#domain/importing/check-activities.ts';
import type { ColumnRole, TableKind } from '#domain/importing/column-roles.ts';
import { findHeaderRow, guessKind } from '#domain/importing/find-header.ts';
import { type LogAnswers, startAnswers } from '#domain/importing/log-answers.ts';
import { findDayOrder } from '#domain/importing/read-day.ts';
import { type ColumnSuggestion, suggestColumns } from '#domain/importing/suggest-columns.ts';
import type { PromiseOverview } from '#storage/overview.ts';

export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
}

export interface Source {
  readonly name: string;
  readonly sheets: readonly Sheet[];
}

export const steps = ['source', 'columns', 'problems', 'preview'] as const;
export type Step = (typeof steps)[number];

export interface ImportState {
  readonly source: Source;
  readonly sheet: number;
  readonly kind: TableKind;
  readonly headerRow: number;
  readonly columns: readonly ColumnSuggestion[];
  readonly roles: readonly ColumnRole[];
  /** Both orders of day and month fit every cell of the column. */
  readonly orderOpen: boolean;
  readonly answers: LogAnswers;
  readonly activityAnswers: ActivityAnswers;
}

/** What columns of these names were taken for last time, by folded name. Names of columns, and nothing of what is in them. */
export interface MappingDraft {
  readonly kind: TableKind;
  readonly roles: Readonly<Record<string, ColumnRole>>;
}

export const mappingKey = (promiseId: string) => `import/${promiseId}`;

/** In: a table as it was read, the promise, and an earlier choice. Out: where the person starts: everything suggested. */
export function startImport(source: Source, plan: PromiseOverview, draft: MappingDraft | undefined): ImportState {
  const sheet = source.sheets.findIndex(({ rows }) => rows.length > 0);
  const rows = source.sheets[sheet]?.rows ?? [];
  const start: ImportState = {
    source,
    sheet: Math.max(0, sheet),
    kind: draft?.kind ?? guessKind(rows),
    ...{ headerRow: -1, columns: [], roles: [], orderOpen: false, answers: startAnswers },
    activityAnswers: { parties: {}, twice: false, exists: false },
  };
  return suggestAgain(start, plan, draft);
}

/** After another sheet or another kind was chosen: everything is suggested anew. */
export function suggestAgain(state: ImportState, plan: PromiseOverview, draft?: MappingDraft): ImportState {
  const rows = rowsOf(state);
  return placeHeader(state, plan, findHeaderRow(rows, state.kind), draft);
}

/** After another row was said to hold the names. */
export function placeHeader(
  state: ImportState,
  plan: PromiseOverview,
  headerRow: number,
  draft?: MappingDraft,
): ImportState {
  const { kind } = state;
  const { activities, promise } = plan;
  const columns = suggestColumns(rowsOf(state), { kind, headerRow, activities, parties: promise.parties });
  const kept = draft?.kind === kind ? draft.roles : {};
  const roles = columns.map(({ header, role }) => kept[foldName(header)] ?? role);
  return readOrder({ ...state, headerRow, columns, roles });
}

/** After the column of days was chosen: whether its days begin with the month is seen in them. */
export function readOrder(state: ImportState): ImportState {
  const column = state.roles.indexOf('date');
  const cells = rowsOf(state).slice(state.headerRow + 1);
  const { order, sure } = findDayOrder(cells.map((row) => row[column] ?? ''));
  return { ...state, orderOpen: !sure, answers: { ...state.answers, dayOrder: order } };
}

export const rowsOf = ({ source, sheet }: Pick<ImportState, 'source' | 'sheet'>): readonly Row[] =>
  source.sheets[sheet]?.rows ?? [];

export const toMappingDraft = ({ kind, columns, roles }: ImportState): MappingDraft => ({
  kind,
  roles: Object.fromEntries(
    columns.flatMap(({ header }, index) => {
      const role = roles[index];
      return role !== undefined && foldName(header) !== '' ? [[foldName(header), role]] : [];
    }),
  ),
});

/** In: a row of the table. Out: its number as the spreadsheet shows it. */
export const toRowNumber = (row: number): number => row + 1;

/** What a column is called: its name, or its letter as in a spreadsheet. */
export function nameColumn({ columns }: ImportState, index: number | undefined): string {
  if (index === undefined) return '';
  const header = columns[index]?.header;
  return header ? header : toLetters(index);
}

const toLetters = (index: number): string =>
  (index >= 26 ? toLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** In: a place in the table. Out: what stands there, as text. */
export const cellText = (state: ImportState, row: number, column: number | undefined): string =>
  column === undefined ? '' : readText(rowsOf(state)[row]?.[column]);
