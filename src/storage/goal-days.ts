/** The tallies of goals day by day, kept in rows of at most ten days each. */
import { addTally, emptyTally, isEmptyTally, type Tally } from '#domain/progress/tally.ts';
import type { Database, GoalStretch } from './database.ts';

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
  const stretches = await db.goalDays
    .where('[goalId+stretch]')
    .between([goalId, stretchOf(from)], [goalId, stretchOf(to)], true, true)
    .toArray();
  // Rows come in the order of their stretches, and days lie in order within each.
  return stretches
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
export function toStretches(
  goalId: string,
  byDay: Iterable<readonly [date: string, tally: Tally]>,
): readonly GoalStretch[] {
  const stretches = new Map<string, Record<string, Tally>>();
  for (const [date, tally] of byDay) {
    if (isEmptyTally(tally)) continue;
    const days = stretches.get(stretchOf(date)) ?? {};
    stretches.set(stretchOf(date), days);
    days[date] = tally;
  }
  return Array.from(stretches, ([stretch, days]) => ({ goalId, stretch, byDay: sortDays(days) }));
}

export const keysOfStretches = (stretches: readonly GoalStretch[]): [string, string][] =>
  stretches.map(({ goalId, stretch }) => [goalId, stretch]);

/** In: changes of days and the stored rows in the same order, undefined where there is none. Out: their sums. */
export const sumStretches = (
  stretches: readonly GoalStretch[],
  stored: readonly (GoalStretch | undefined)[],
): GoalStretch[] =>
  stretches.map(({ goalId, stretch, byDay }, index) => {
    const sums: Record<string, Tally> = { ...stored[index]?.byDay };
    for (const [date, change] of Object.entries(byDay)) {
      const sum = addTally(sums[date] ?? emptyTally, change);
      if (isEmptyTally(sum)) delete sums[date];
      else sums[date] = sum;
    }
    return { goalId, stretch, byDay: sortDays(sums) };
  });

/** Adds changes of days to the stored ones, inside the running transaction. A stretch without anything has no row. */
export async function addStretches(db: Database, stretches: readonly GoalStretch[]): Promise<void> {
  if (stretches.length === 0) return;
  const added = sumStretches(stretches, await db.goalDays.bulkGet(keysOfStretches(stretches)));
  const filled = added.filter(({ byDay }) => Object.keys(byDay).length > 0);
  const empty = added.filter(({ byDay }) => Object.keys(byDay).length === 0);
  if (filled.length > 0) await db.goalDays.bulkPut(filled);
  if (empty.length > 0) await db.goalDays.bulkDelete(keysOfStretches(empty));
}

/** Equal stretches are equal rows, in whichever order their days were logged. */
const sortDays = (byDay: Readonly<Record<string, Tally>>): Readonly<Record<string, Tally>> =>
  Object.fromEntries(Object.entries(byDay).sort(([left], [right]) => (left < right ? -1 : 1)));

/** `YYYY-MM-D`: the days of a month whose number begins alike. */
const stretchOf = (date: string): string => date.slice(0, 9);

const allOf = (db: Database, goalIds: readonly string[]) =>
  db.goalDays.where('[goalId+stretch]').inAnyRange(
    goalIds.map((goalId) => [
      [goalId, ''],
      [goalId, '\uffff'],
    ]),
  );
