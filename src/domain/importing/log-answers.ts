/** What a person has said about a table of work, beside what its columns are. */
import type { DayOrder } from './read-day.ts';

/** By folded name: an id of the promise, or nothing of that name is taken. */
export type NameAnswers = Readonly<Record<string, string>>;
export const leaveOut = 'leave-out';

export interface LogAnswers {
  readonly dayOrder: DayOrder;
  /** What every row is about, for a table without a column that says it. */
  readonly activityId?: string | undefined;
  readonly activities: NameAnswers;
  readonly parties: NameAnswers;
  /** Days before or after the promise: they are kept, and count for no goal. */
  readonly outside: boolean;
  /** A row that says the same as one above it. */
  readonly twice: boolean;
  /** A row that says the same as a log of the promise. */
  readonly exists: boolean;
  /**
   * Texts that look like personal data. `leave-out`: their rows stay out. `without`: the row comes, the text does not.
   * `keep`: the doubtful ones come, with a reason; what is certain stays out all the same.
   */
  readonly texts: 'leave-out' | 'without' | 'keep';
  readonly keepReason: string;
  /** For goals that count different people, where the table does not say whether somebody is new. */
  readonly newPerson?: 'unsure' | undefined;
}

export const startAnswers: LogAnswers = {
  dayOrder: 'day-first',
  activities: {},
  parties: {},
  outside: false,
  twice: false,
  exists: false,
  texts: 'leave-out',
  keepReason: '',
};
