/** One small promise, and tables as people keep them. */
import type { Cell } from '#domain/importing/cell.ts';
import { checkLogs } from '#domain/importing/check-logs.ts';
import type { LogRole, Mapping, TableKind } from '#domain/importing/column-roles.ts';
import { findHeaderRow } from '#domain/importing/find-header.ts';
import { type LogAnswers, startAnswers } from '#domain/importing/log-answers.ts';
import type { LogImportContext } from '#domain/importing/read-log-row.ts';
import { suggestColumns } from '#domain/importing/suggest-columns.ts';
import type { Activity } from '#domain/records/activity.ts';
import { activities, createGoal, createPromise } from '#tests/support/progress-builders.ts';

export const today = '2026-11-21';
export const promise = createPromise();
const name = (index: number, shortName: string, text: string): Activity => {
  const [activity] = activities.slice(index);
  if (!activity) throw new Error('The sample has fewer activities');
  return { ...activity, shortName, text };
};
export const patrols = name(0, 'Trafikkontroll centrum', 'Vi kontrollerar trafiken.');
export const meetings = name(1, 'Nattvandring', 'Vi vandrar om natten.');

export const goal = createGoal({ kind: 'count', value: 12, unit: 'kontroller' });

export const context: LogImportContext = {
  promise,
  activities: [patrols, meetings],
  goals: [goal],
  today,
  profileKind: 'police',
};

export const suggest = (rows: readonly (readonly Cell[])[], kind: TableKind = 'logs') =>
  suggestColumns(rows, {
    kind,
    headerRow: findHeaderRow(rows, kind),
    activities: context.activities,
    parties: promise.parties,
  });

/** As the screen does it when nobody changes anything. */
export function mapAsSuggested(rows: readonly (readonly Cell[])[]): Mapping<LogRole> {
  return { headerRow: findHeaderRow(rows, 'logs'), roles: suggest(rows).map(({ role }) => role as LogRole) };
}

export const check = (
  rows: readonly (readonly Cell[])[],
  answers: Partial<LogAnswers> = {},
  known: ReadonlySet<string> = new Set(),
  more: Partial<LogImportContext> = {},
) => checkLogs(rows, mapAsSuggested(rows), { ...context, ...more }, { ...startAnswers, ...answers }, known);
