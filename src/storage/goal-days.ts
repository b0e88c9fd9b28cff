/** The tallies of goals day by day, kept in one row for each month. */
import { addTally, emptyTally, isEmptyTally, type Tally } from '#domain/progress/tally.ts';
import type { Database, GoalMonth } from './database.ts';

/** A goal's tally of one day. */
export interface GoalDay {
  readonly goalId: string;
  readonly date: string;
  readonly tally: Tally;
}

/** A goal's tallies day by day, the earliest first, from one day through another. Days without anything are left out. */
export async function readGoalDays(
  db: Database,
  goalId: string,
  from = '',
  to = '9999-12-31',
): Promise<readonly GoalDay[]> {
  const months = await db.goalDays
    .where('[goalId+month]')
    .between([goalId, monthOf(from)], [goalId, monthOf(to)], true, true)
    .toArray();
  // Rows come in the order of their months, and days lie in order within each.
  return months
    .flatMap(({ byDay }) => Object.entries(byDay).map(([date, tally]): GoalDay => ({ goalId, date, tally })))
    .filter(({ date }) => from <= date && date <= to);
}

/** Every day of some goals, by goal; an entry for each of them. */
export async function readDaysOfGoals(
  db: Database,
  goalIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Tally>>> {
  const byGoal = new Map(goalIds.map((goalId) => [goalId, new Map<string, Tally>()]));
  for (const { goalId, byDay } of await allOf(db, goalIds).toArray()) {
    for (const [date, tally] of Object.entries(byDay)) byGoal.get(goalId)?.set(date, tally);
  }
  return byGoal;
}

/** Inside the running transaction. */
export const deleteGoalDays = (db: Database, goalIds: readonly string[]): Promise<number> =>
  allOf(db, goalIds).delete();

/** In: one goal's days. Out: the rows that hold them. */
export function toMonths(goalId: string, byDay: Iterable<readonly [date: string, tally: Tally]>): readonly GoalMonth[] {
  const months = new Map<string, Record<string, Tally>>();
  for (const [date, tally] of byDay) {
    if (isEmptyTally(tally)) continue;
    const days = months.get(monthOf(date)) ?? {};
    months.set(monthOf(date), days);
    days[date] = tally;
  }
  return Array.from(months, ([month, days]) => ({ goalId, month, byDay: sortDays(days) }));
}

export const keysOfMonths = (months: readonly GoalMonth[]): [string, string][] =>
  months.map(({ goalId, month }) => [goalId, month]);

/** In: changes of days and the stored rows in the same order, undefined where there is none. Out: their sums. */
export const sumMonths = (months: readonly GoalMonth[], stored: readonly (GoalMonth | undefined)[]): GoalMonth[] =>
  months.map(({ goalId, month, byDay }, index) => {
    const sums: Record<string, Tally> = { ...stored[index]?.byDay };
    for (const [date, change] of Object.entries(byDay)) {
      const sum = addTally(sums[date] ?? emptyTally, change);
      if (isEmptyTally(sum)) delete sums[date];
      else sums[date] = sum;
    }
    return { goalId, month, byDay: sortDays(sums) };
  });

/** Adds changes of days to the stored ones, inside the running transaction. A month without anything has no row. */
export async function addMonths(db: Database, months: readonly GoalMonth[]): Promise<void> {
  if (months.length === 0) return;
  const added = sumMonths(months, await db.goalDays.bulkGet(keysOfMonths(months)));
  const filled = added.filter(({ byDay }) => Object.keys(byDay).length > 0);
  const empty = added.filter(({ byDay }) => Object.keys(byDay).length === 0);
  if (filled.length > 0) await db.goalDays.bulkPut(filled);
  if (empty.length > 0) await db.goalDays.bulkDelete(keysOfMonths(empty));
}

/** Equal months are equal rows, in whichever order their days were logged. */
const sortDays = (byDay: Readonly<Record<string, Tally>>): Readonly<Record<string, Tally>> =>
  Object.fromEntries(Object.entries(byDay).sort(([left], [right]) => (left < right ? -1 : 1)));

const monthOf = (date: string): string => date.slice(0, 7);

const allOf = (db: Database, goalIds: readonly string[]) =>
  db.goalDays.where('[goalId+month]').inAnyRange(
    goalIds.map((goalId) => [
      [goalId, ''],
      [goalId, '\uffff'],
    ]),
  );
