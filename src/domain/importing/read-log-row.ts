/** One row of a table of work: the log it tells of, or everything that is wrong with it. */
import type { Day } from '#domain/calendar/day.ts';
import { findBounds } from '#domain/progress/counting-plan.ts';
import { findPairs } from '#domain/progress/share-pairs.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { defaultParties } from '#domain/records/default-parties.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { ProgressLog, progressLogSchema } from '#domain/records/progress-log.ts';
import { foldName, type Row, readText } from './cell.ts';
import { newPersonByWord, stateByWord, yesNoByWord } from './cell-words.ts';
import { findColumn, type LogRole, type Mapping } from './column-roles.ts';
import { type LogAnswers, leaveOut } from './log-answers.ts';
import { indexActivities, indexParties, splitNames } from './match-name.ts';
import type { ProblemCode, RowProblem } from './problems.ts';
import { readAmounts } from './read-amounts.ts';
import { type DayContext, readDay } from './read-day.ts';
import { readRowTexts } from './read-row-texts.ts';
import { createScreen } from './screen-cell.ts';

export interface LogImportContext {
  readonly promise: CitizenPromise;
  readonly activities: readonly Activity[];
  readonly goals: readonly Goal[];
  readonly today: Day;
  /** Who holds the device: whose work it is where nothing else says so. */
  readonly profileKind?: 'police' | 'municipality' | 'other' | undefined;
}

/** A log but for its name and the moment it was written down. */
export type LogFields = Pick<ProgressLog, Exclude<keyof typeof progressLogSchema.shape, StampField>>;
type StampField = 'id' | 'promiseId' | 'createdAt' | 'updatedAt';

export interface AskedName {
  readonly field: 'activity' | 'party';
  readonly name: string;
}

export interface ReadRow {
  readonly row: number;
  /** Undefined where there are problems or open questions. */
  readonly fields: LogFields | undefined;
  readonly problems: readonly RowProblem[];
  /** Names that the promise does not know and nobody has answered for. */
  readonly asked: readonly AskedName[];
  /** Somebody has said that nothing of this activity is taken. */
  readonly leftOut: boolean;
}

/** What a row is read with: the place of problems, and how its cells are found. */
export interface RowView {
  readonly cells: Row;
  readonly columnOf: (role: LogRole) => number | undefined;
  readonly textOf: (role: LogRole) => string;
  readonly fail: (role: LogRole | number | undefined, code: ProblemCode) => void;
}

/** In: the rows of a sheet, what its columns are, the promise and the answers. Out: how one row is read. */
export function createRowReader(
  rows: readonly Row[],
  mapping: Mapping<LogRole>,
  context: LogImportContext,
  answers: LogAnswers,
): (row: number) => ReadRow {
  const findActivity = indexActivities(context.activities);
  const findParty = indexParties(context.promise.parties);
  const activityById = new Map(context.activities.map((activity) => [activity.id, activity]));
  const goalsOf = groupGoals(context.goals);
  const screen = createScreen(context.today);
  const bounds = findBounds(context.promise);
  const headers = rows[mapping.headerRow] ?? [];
  const columns = new Map<LogRole, number | undefined>();
  const columnOf = (role: LogRole) => {
    if (!columns.has(role)) columns.set(role, findColumn(mapping, role));
    return columns.get(role);
  };

  return (row) => {
    const cells = rows[row] ?? [];
    const problems: RowProblem[] = [];
    const asked: AskedName[] = [];
    const view: RowView = {
      cells,
      columnOf,
      textOf: (role) => readText(cells[columnOf(role) ?? -1]),
      fail: (place, code) => problems.push({ row, column: typeof place === 'string' ? columnOf(place) : place, code }),
    };
    const named = findNamedActivity(view, answers, findActivity, asked);
    if (named === leaveOut) return { row, fields: undefined, problems: [], asked: [], leftOut: true };
    const activity = activityById.get(named ?? '');
    const state = readState(view);
    const date = readDate(view, state, { ...bounds, order: answers.dayOrder, today: context.today });
    const doneBy = readParties(view, answers, findParty, asked);
    const goals = goalsOf.get(named ?? '') ?? [];
    const pairs = goals.flatMap((goal) => findPairs(goal, new Set([named ?? ''])));
    const amounts = readAmounts(view, mapping.roles, headers, { activity, state, pairs });
    const texts = readRowTexts(view, mapping.roles, headers, { screen, answers });
    const more = readMore(view, state, goals, amounts.quantities, answers);
    const isWhole = problems.length === 0 && asked.length === 0;
    if (!activity || date === undefined || !isWhole) return { row, fields: undefined, problems, asked, leftOut: false };
    const fields: LogFields = {
      activityIds: [activity.id],
      date,
      quantities: amounts.quantities,
      state,
      partyIds: doneBy ?? [...defaultParties([activity], context.promise.parties, context.profileKind)],
      byOutcomes: texts.withoutOutcomes ? [] : amounts.byOutcomes,
      confirmedBy: [],
      visibility: state === 'planned' ? activity.plannedVisibility : 'internal',
      review: 'none',
      ...texts.fields,
      ...more,
    };
    return { row, fields, problems, asked, leftOut: false };
  };
}

const isActive = (goal: Goal) => goal.status === 'active' && goal.deletedAt === undefined;

function groupGoals(goals: readonly Goal[]): ReadonlyMap<string, readonly Goal[]> {
  const byActivity = new Map<string, Goal[]>();
  for (const goal of goals.filter(isActive)) {
    for (const activityId of new Set(goal.feeds.map((feed) => feed.activityId))) {
      byActivity.set(activityId, [...(byActivity.get(activityId) ?? []), goal]);
    }
  }
  return byActivity;
}

/** The activity of a row by its name, by an answer, or the one of all rows; `leave-out` where an answer says so. */
function findNamedActivity(
  { columnOf, textOf, fail }: RowView,
  answers: LogAnswers,
  find: (name: string) => string | undefined,
  asked: AskedName[],
): string | undefined {
  if (columnOf('activity') === undefined) {
    if (answers.activityId === undefined) fail(undefined, 'activity-missing');
    return answers.activityId;
  }
  const name = textOf('activity');
  if (name === '') {
    fail('activity', 'activity-missing');
    return undefined;
  }
  const id = find(name) ?? answers.activities[foldName(name)];
  if (id === undefined) asked.push({ field: 'activity', name });
  return id;
}

function readState({ textOf, fail }: RowView): LogFields['state'] {
  const text = textOf('state');
  const state = text === '' ? 'done' : stateByWord.get(foldName(text));
  if (state === undefined) fail('state', 'state-unknown');
  return state ?? 'done';
}

/** Undefined where there is no day. What the form for one log refuses is refused here, too. */
function readDate(
  { cells, columnOf, fail }: RowView,
  state: LogFields['state'],
  { today, ...days }: DayContext & { readonly today: Day },
): Day | undefined {
  const read = readDay(cells[columnOf('date') ?? -1], days);
  if (read.kind === 'unread') {
    fail('date', read.code);
    return undefined;
  }
  if (read.day > today && state !== 'planned') fail('date', 'future-only-planned');
  if (read.day < today && state === 'planned') fail('date', 'planned-in-the-past');
  return read.day;
}

/** Undefined where the row names nobody. */
function readParties(
  { textOf }: RowView,
  answers: LogAnswers,
  find: (name: string) => string | undefined,
  asked: AskedName[],
): string[] | undefined {
  const names = splitNames(textOf('party'), find);
  if (names.length === 0) return undefined;
  const ids = names.flatMap((name) => {
    const id = find(name) ?? answers.parties[foldName(name)];
    if (id === undefined) asked.push({ field: 'party', name });
    return id === undefined || id === leaveOut ? [] : [id];
  });
  return [...new Set(ids)];
}

function readMore(
  { columnOf, textOf, fail }: RowView,
  state: LogFields['state'],
  goals: readonly Goal[],
  quantities: Readonly<Record<string, number>>,
  answers: LogAnswers,
): Partial<Pick<LogFields, 'extra' | 'newPerson'>> {
  const counts = state === 'done' || state === 'planned';
  const extraText = textOf('extra');
  const extra = extraText === '' ? false : yesNoByWord.get(foldName(extraText));
  if (extra === undefined) fail('extra', 'yes-or-no');
  const asking = goals.filter(({ target }) => target.kind === 'count' && target.distinctPersons);
  const newText = textOf('newPerson');
  const newPerson = newText === '' ? answers.newPerson : newPersonByWord.get(foldName(newText));
  const isReported = asking.some(({ feeds }) => feeds.some(({ measureId }) => quantities[measureId]));
  // Persons were reported for a goal that counts different ones: without an answer they would be left out in silence.
  if (newPerson === undefined && (newText !== '' || isReported)) {
    fail(columnOf('newPerson') === undefined ? undefined : 'newPerson', 'answer-needed');
  }
  return {
    ...(extra && counts ? { extra: true } : {}),
    ...(newPerson !== undefined && asking.length > 0 && counts ? { newPerson } : {}),
  };
}
