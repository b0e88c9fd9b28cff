/** What is being typed on the form, exactly as typed: nothing is parsed, rounded or dropped before it is saved. */
import type { Day } from '#domain/calendar/day.ts';
import type { LogState, ProgressLog } from '#domain/records/progress-log.ts';

export interface ReachedDraft {
  readonly goalId: string;
  readonly itemId: string;
  /** Present when the effort counts though the step could not be done: the reason, as typed. */
  readonly effort?: string | undefined;
}

export interface LogDraft {
  /** Made when the form opens: saving the same form twice is one log. */
  readonly logId: string;
  readonly activityIds: readonly string[];
  readonly date: Day;
  /** The number of occasions. */
  readonly count: string;
  /** Other numbers by measure id. */
  readonly quantities: Readonly<Record<string, string>>;
  readonly state: LogState;
  /** Undefined until somebody chooses: then the activity and the profile say. */
  readonly partyIds?: readonly string[] | undefined;
  readonly place: string;
  readonly municipality: string;
  readonly extra: boolean;
  readonly newPerson: NonNullable<ProgressLog['newPerson']> | '';
  readonly reached: readonly ReachedDraft[];
  readonly byOutcomes: readonly { readonly name: string; readonly count: string }[];
  readonly note: string;
  readonly evidenceKind: NonNullable<ProgressLog['evidence']>['kind'];
  readonly evidenceReference: string;
  readonly onBehalfOf: string;
  /** Undefined until somebody chooses. */
  readonly visibility?: ProgressLog['visibility'] | undefined;
  /** Why a text that looks like personal data is saved all the same. */
  readonly overrideReason: string;
  readonly corrects?: string | undefined;
  readonly correctionReason: string;
}

/** The draft of a promise's form: one per promise, cleared in the transaction that saves it. */
export const draftKeyOf = (promiseId: string) => `log:${promiseId}`;
/** The draft of a correction: one per log. */
export const correctionKeyOf = (logId: string) => `correct:${logId}`;

/** An empty form: one occasion, today. */
export const startDraft = (logId: string, activityIds: readonly string[], today: Day): LogDraft => ({
  logId,
  activityIds,
  date: today,
  count: '1',
  quantities: {},
  state: 'done',
  place: '',
  municipality: '',
  extra: false,
  newPerson: '',
  reached: [],
  byOutcomes: [],
  note: '',
  evidenceKind: 'document',
  evidenceReference: '',
  onBehalfOf: '',
  overrideReason: '',
  correctionReason: '',
});

/** The next form after a receipt: the same day, place and activity, since people log a whole shift at once. */
export const continueDraft = (logId: string, saved: LogDraft): LogDraft => ({
  ...startDraft(logId, saved.activityIds, saved.date),
  place: saved.place,
  municipality: saved.municipality,
  partyIds: saved.partyIds,
});

/** Whether anything was typed or chosen beside the activity and the day: what is not worth keeping is not restored later. */
export const isWorthKeeping = (draft: LogDraft): boolean => {
  const { partyIds, visibility, corrects, ...rest } = draft;
  if (partyIds !== undefined || visibility !== undefined || corrects !== undefined) return true;
  return (
    JSON.stringify(sortFields(rest)) !== JSON.stringify(sortFields(startDraft(rest.logId, rest.activityIds, rest.date)))
  );
};

const sortFields = (fields: object) => Object.entries(fields).sort(([left], [right]) => (left < right ? -1 : 1));
