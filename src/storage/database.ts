import type { RecordOf, TableName } from '#domain/records/tables.ts';
import type { StandingLog } from '#domain/progress/contribution.ts';
import type { Tally } from '#domain/progress/tally.ts';
import { Dexie, type EntityTable, type Table } from 'dexie';

/** Operation ids by field: which operation last wrote it (sync 2.3). Absent on logs, whose id is their identity. */
export interface Tagged {
  readonly tags?: Readonly<Record<string, string>>;
}
export type Row<T extends TableName> = T extends 'progressLogs' ? StandingLog : RecordOf<T> & Tagged;

/** A goal's tally over its whole time: what the overview reads, one row per goal. */
export interface GoalTotal {
  readonly goalId: string;
  readonly promiseId: string;
  readonly tally: Tally;
}
/** A goal's tally of one day: what charts read. */
export interface GoalDay {
  readonly goalId: string;
  readonly date: string;
  readonly tally: Tally;
}

export class Database extends Dexie {
  declare readonly promises: EntityTable<Row<'promises'>, 'id'>;
  declare readonly focusAreas: EntityTable<Row<'focusAreas'>, 'id'>;
  declare readonly activities: EntityTable<Row<'activities'>, 'id'>;
  declare readonly goals: EntityTable<Row<'goals'>, 'id'>;
  declare readonly progressLogs: EntityTable<Row<'progressLogs'>, 'id'>;
  declare readonly measurements: EntityTable<Row<'measurements'>, 'id'>;
  declare readonly deviations: EntityTable<Row<'deviations'>, 'id'>;
  declare readonly assessments: EntityTable<Row<'assessments'>, 'id'>;
  declare readonly comments: EntityTable<Row<'comments'>, 'id'>;
  declare readonly feedback: EntityTable<Row<'feedback'>, 'id'>;
  declare readonly meetings: EntityTable<Row<'meetings'>, 'id'>;
  declare readonly followUps: EntityTable<Row<'followUps'>, 'id'>;
  declare readonly goalTotals: EntityTable<GoalTotal, 'goalId'>;
  declare readonly goalDays: Table<GoalDay, [string, string]>;
}
