import type { Day } from '#domain/calendar/day.ts';
import type { Period } from '#domain/calendar/period.ts';
import { toPeriod } from '#domain/calendar/period.ts';
import { toFigureDay } from '#domain/follow-up/follow-up-steps.ts';
import { rollUpPromise } from '#domain/progress/compute-progress.ts';
import type { PromiseRollUp } from '#domain/progress/goal-progress.ts';
import type { Deviation } from '#domain/records/deviation.ts';
import { type ColumnKey, columnTitle, type TableKey, tableCaption } from '#domain/wording/report-titles.ts';
import { joinList } from '#domain/wording/sentence-parts.ts';
import { isPeriodOver, listPromisedItems, type PromisedItem, recordOf } from './promised-items.ts';
import { isAboutPeople } from './propose-verdicts.ts';
import type { ReportBlock, ReportColumn, ReportTable } from './report.ts';
import { tableBlocks } from './report-blocks.ts';
import type { ReportGoal, ReportInput } from './report-input.ts';

/** What several chapters need, worked out once. */
export interface ReportContext extends ReportInput {
  /** Everything promised, in the order of the text. */
  readonly items: readonly PromisedItem[];
  /** Goals of the levels result and activity, and those of the level effect. */
  readonly ownGoals: readonly ReportGoal[];
  readonly effectGoals: readonly ReportGoal[];
  readonly rollUp: PromiseRollUp;
  readonly period: Period | undefined;
  readonly periodOver: boolean;
  /** The day that the figures are said to be of. */
  readonly figuresOn: Day;
}

export function prepareReport(input: ReportInput): ReportContext {
  const items = listPromisedItems(input);
  const goals = items.flatMap((item) => (item.kind === 'goal' ? [item] : []));
  return {
    ...input,
    items,
    goals,
    ownGoals: goals.filter(({ goal }) => goal.level !== 'effect'),
    effectGoals: goals.filter(({ goal }) => goal.level === 'effect'),
    rollUp: rollUpPromise(goals),
    period: toPeriod(input.promise.period, input.promise.signedOn),
    periodOver: isPeriodOver(input.promise, input.asOf),
    figuresOn: toFigureDay(input.asOf, input.followUp.period.to),
  };
}

/** What a chapter says. People's own text replaces `running`; `computed` stays. */
export interface ChapterParts {
  readonly running: readonly ReportBlock[];
  readonly computed: readonly ReportBlock[];
}

export type WriteChapter = (context: ReportContext) => ChapterParts;

/** In: ids of parties. Out: their names as a list; empty for none. */
export function nameParties({ promise, language }: ReportContext, ids: readonly string[]): string {
  const names = ids.flatMap((id) => promise.parties.find((party) => party.id === id)?.name ?? []);
  return joinList(names, language);
}

/** In: an item's id. Out: its short name, or undefined when it is none of the promise's. */
export function nameItem({ items, promise }: ReportContext, id: string): string | undefined {
  if (id === promise.id) return promise.title;
  const found = items.find((item) => recordOf(item).id === id);
  return found && recordOf(found).shortName;
}

/** Deviations of the follow-up that are not removed and began by the day of the figures. */
export const listDeviations = ({ deviations, asOf }: ReportInput): readonly Deviation[] =>
  deviations
    .filter(({ deletedAt, from }) => deletedAt === undefined && from <= asOf)
    .toSorted((left, right) => (`${left.from} ${left.id}` < `${right.from} ${right.id}` ? -1 : 1));

/** Whether an activity's occasions are the number of a goal about people, and may not be printed as they are. */
export const hidesOccasions = (
  { goals, activities }: Pick<ReportContext, 'goals' | 'activities'>,
  activityId: string,
): boolean => {
  const activity = activities.find(({ id }) => id === activityId);
  return activity !== undefined && isAboutPeople({ activity, goals });
};

type Columns = readonly (readonly [ColumnKey, ReportColumn['kind']])[];

/** In: a table's key, its columns and rows. Out: the table with its words, or nothing where there are no rows. */
export function buildTable(
  { language }: Pick<ReportContext, 'language'>,
  key: TableKey,
  columns: Columns,
  rows: ReportTable['rows'],
): readonly ReportBlock[] {
  return tableBlocks({
    key,
    caption: tableCaption(key, language),
    columns: columns.map(([column, kind]) => ({ key: column, title: columnTitle(column, language), kind })),
    rows,
  });
}
