/** What is wrong with rows, grouped so that one cause is one line however many rows it has. */
import type { FindingKind } from '#domain/screening/finding.ts';
import type { CountIssue } from './read-count.ts';
import type { DayIssue } from './read-day.ts';

export type ProblemCode =
  | DayIssue
  | CountIssue
  | FindingKind
  | 'activity-missing'
  | 'count-missing'
  | 'zero-occasions'
  | 'measure-of-another'
  | 'part-needed'
  | 'whole-needed'
  | 'part-exceeds-whole'
  | 'state-unknown'
  | 'yes-or-no'
  | 'answer-needed'
  | 'future-only-planned'
  | 'planned-in-the-past'
  | 'too-long'
  | 'text-missing'
  | 'count-of-zero'
  | 'period-unknown';

/** `row` and `column` count from 0 in the table as it was read. */
export interface RowProblem {
  readonly row: number;
  /** Undefined where the whole row is meant, or a column that is not there. */
  readonly column: number | undefined;
  readonly code: ProblemCode;
}

export interface ProblemGroup {
  readonly code: ProblemCode;
  readonly column: number | undefined;
  readonly rows: readonly number[];
}

/** In: problems of rows. Out: one group for each cause in each column, the largest first. */
export function groupProblems(problems: readonly RowProblem[]): readonly ProblemGroup[] {
  const groups = new Map<string, { code: ProblemCode; column: number | undefined; rows: number[] }>();
  for (const { row, column, code } of problems) {
    const key = `${code} ${column}`;
    const group = groups.get(key) ?? { code, column, rows: [] };
    groups.set(key, group);
    group.rows.push(row);
  }
  return [...groups.values()].sort((left, right) => right.rows.length - left.rows.length);
}
