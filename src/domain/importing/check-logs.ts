/** A whole table of work: every row ends in exactly one place, and nothing is left out in silence. */
import { findBounds } from '#domain/progress/counting-plan.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import { isBlank, type Row } from './cell.ts';
import type { LogRole, Mapping } from './column-roles.ts';
import { toWorkKey } from './find-log-twins.ts';
import type { LogAnswers } from './log-answers.ts';
import { listQuestions, type NameQuestion } from './name-questions.ts';
import type { RowProblem } from './problems.ts';
import { createRowReader, type LogFields, type LogImportContext, type ReadRow } from './read-log-row.ts';

export interface ReadyLog {
  readonly row: number;
  readonly fields: LogFields;
}

/** Rows by index in the table. The lists share no row, and together they are all rows that say anything. */
export interface CheckedLogs {
  /** How many rows below the names of the columns say anything. */
  readonly rows: number;
  readonly ready: readonly ReadyLog[];
  readonly problems: readonly RowProblem[];
  readonly problemRows: readonly number[];
  readonly questions: readonly NameQuestion[];
  /** Rows that wait for an answer and have no problem besides. */
  readonly askedRows: readonly number[];
  /** Rows of a name that somebody has chosen to leave out. */
  readonly leftOut: readonly number[];
  /** All rows outside the promise's days; those among {@link ready} only if they were chosen. The same for the next two. */
  readonly outside: readonly number[];
  readonly twice: readonly number[];
  readonly exists: readonly number[];
}

/**
 * Checks every row of a table against the promise.
 * In: the rows of a sheet, what its columns are, the promise, what a person has answered, and the work that is written
 * down already (`indexWork`). Out: what can be imported, what must be mended, what is asked and what is left out.
 */
export function checkLogs(
  rows: readonly Row[],
  mapping: Mapping<LogRole>,
  context: LogImportContext,
  answers: LogAnswers,
  known: ReadonlySet<string>,
): CheckedLogs {
  const read = createRowReader(rows, mapping, context, answers);
  const findPlace = createPlaces(context, known);
  const ready: ReadyLog[] = [];
  const lists: Record<ListName, number[]> = {
    ...{ problemRows: [], askedRows: [], leftOut: [], outside: [], twice: [], exists: [] },
  };
  const results = listFilledRows(rows, mapping.headerRow).map(read);
  for (const result of results) {
    const { row, fields } = result;
    if (fields === undefined) {
      lists[toReason(result)].push(row);
      continue;
    }
    const place = findPlace(fields);
    if (place) lists[place].push(row);
    if (!place || answers[place]) ready.push({ row, fields });
  }
  const asked = results.flatMap(({ row, asked: names }) => names.map((name) => ({ ...name, row })));
  const problems = results.flatMap((result) => result.problems);
  return { rows: results.length, ready, problems, ...lists, questions: listQuestions(asked, context) };
}

const listFilledRows = (rows: readonly Row[], headerRow: number): readonly number[] =>
  rows.flatMap((row, index) => (index > headerRow && !row.every(isBlank) ? [index] : []));

const toReason = ({ leftOut, problems }: ReadRow): 'leftOut' | 'problemRows' | 'askedRows' => {
  if (leftOut) return 'leftOut';
  return problems.length > 0 ? 'problemRows' : 'askedRows';
};

type Apart = 'outside' | 'twice' | 'exists';

/** What sets a row apart that has nothing wrong with it: its day, or work that is known already. */
function createPlaces(
  { promise }: LogImportContext,
  known: ReadonlySet<string>,
): (fields: LogFields) => Apart | undefined {
  const { from, to } = findBounds(promise);
  const found = new Set<string>();
  return (fields) => {
    const key = toWorkKey(fields);
    const isSecond = found.has(key);
    found.add(key);
    if ((from !== undefined && fields.date < from) || (to !== undefined && fields.date > to)) return 'outside';
    if (known.has(key)) return 'exists';
    return isSecond ? 'twice' : undefined;
  };
}

type ListName = 'problemRows' | 'askedRows' | 'leftOut' | Apart;

export interface LogStamp {
  readonly promiseId: string;
  readonly now: string;
  readonly newId: () => string;
}

/** In: what can be imported, and the author's clock and names. Out: the logs, in the order of the table. */
export const toLogs = (ready: readonly ReadyLog[], { promiseId, now, newId }: LogStamp): readonly ProgressLog[] =>
  ready.map(({ fields }) => ({ ...fields, id: newId(), promiseId, createdAt: now, updatedAt: now }) as ProgressLog);
