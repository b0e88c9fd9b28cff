import type { Tally } from '#domain/progress/tally.ts';
import { readActivities } from './activities.ts';
import { readAssessments } from './assessments.ts';
import type { Database, Row } from './database.ts';
import { readDeviations } from './deviations.ts';
import { readFocusAreas } from './focus-areas.ts';
import { readGoalTotals } from './goal-totals.ts';
import { readGoals } from './goals.ts';
import { readMeasurements } from './measurements.ts';

/** All that every figure of a promise is computed from. */
export interface PromiseOverview {
  readonly promise: Row<'promises'>;
  readonly focusAreas: readonly Row<'focusAreas'>[];
  readonly activities: readonly Row<'activities'>[];
  readonly goals: readonly Row<'goals'>[];
  /** By goal; a goal without logs has an empty tally or none. */
  readonly totals: ReadonlyMap<string, Tally>;
  readonly measurements: readonly Row<'measurements'>[];
  readonly assessments: readonly Row<'assessments'>[];
  readonly deviations: readonly Row<'deviations'>[];
}

/** The tables that {@link readOverview} reads: the `meta.tables` of a query over it. */
export const overviewTables = [
  'promises',
  'focusAreas',
  'activities',
  'goals',
  'goalTotals',
  'measurements',
  'assessments',
  'deviations',
] as const;

/** A promise with its goals and their tallies, from one snapshot. Reads rows O(goals) and no log. */
export const readOverview = (db: Database, promiseId: string): Promise<PromiseOverview | undefined> =>
  db.transaction('r', [...overviewTables], async () => {
    const [promise, focusAreas, activities, goals, totals, measurements, assessments, deviations] = await Promise.all([
      db.promises.get(promiseId),
      readFocusAreas(db, promiseId),
      readActivities(db, promiseId),
      readGoals(db, promiseId),
      readGoalTotals(db, promiseId),
      readMeasurements(db, promiseId),
      readAssessments(db, promiseId),
      readDeviations(db, promiseId),
    ]);
    return promise && { promise, focusAreas, activities, goals, totals, measurements, assessments, deviations };
  });
