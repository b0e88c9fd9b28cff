import type { Database, GoalDay } from './database.ts';

/** A goal's tallies day by day, the earliest first, from one day through another. Days without anything have no row. */
export const readGoalDays = (db: Database, goalId: string, from = '', to = '9999-12-31'): Promise<readonly GoalDay[]> =>
  db.goalDays.where('[goalId+date]').between([goalId, from], [goalId, to], true, true).toArray();
