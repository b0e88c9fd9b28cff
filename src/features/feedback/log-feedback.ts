import type { Feedback } from '#domain/records/feedback.ts';
import type { Ref } from '#domain/records/fields.ts';
import { screenText } from '#domain/screening/screen-text.ts';
import type { Services } from '#features/services.ts';
import { commitAction } from '#storage/commit-action.ts';

export interface FeedbackForm {
  readonly audience: Feedback['audience'];
  readonly channel: Feedback['channel'];
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Ids of the promised things it is about; none means all of them. */
  readonly itemIds: readonly string[];
  readonly message: string;
  /** How many it reached, as typed; empty where nobody knows. */
  readonly reach: string;
}

export type FeedbackIssue =
  | 'message-missing'
  | 'message-long'
  | 'personal-data'
  | 'date-missing'
  | 'date-ahead'
  | 'reach-wrong';
export type LogOutcome = { readonly kind: 'saved' } | { readonly kind: 'invalid'; readonly issue: FeedbackIssue };

const longestMessage = 2000;

/** What has to be mended in the form first, or undefined. What is told to others holds no personal data at all. */
export function findIssue({ message, date, reach }: FeedbackForm, today: string): FeedbackIssue | undefined {
  if (message.trim() === '') return 'message-missing';
  if (message.trim().length > longestMessage) return 'message-long';
  if (screenText(message, { today }).some(({ kind }) => kind !== 'possible-name')) return 'personal-data';
  if (date === '') return 'date-missing';
  if (date > today) return 'date-ahead';
  return /^\s*\d{0,7}\s*$/.test(reach) ? undefined : 'reach-wrong';
}

/** Notes that somebody was told: the clocks of what it is about start anew. In: the refs of the chosen items. */
export async function logFeedback(
  { db, clock, newId }: Services,
  promiseId: string,
  form: FeedbackForm,
  { refs, draftKey }: { readonly refs: readonly Ref[]; readonly draftKey: string },
): Promise<LogOutcome> {
  const issue = findIssue(form, clock.today());
  if (issue) return { kind: 'invalid', issue };
  const now = clock.now();
  const { audience, channel, date, message, reach } = form;
  const record: Feedback = {
    ...{ id: newId(), promiseId, createdAt: now, updatedAt: now },
    ...{ refs: [...refs], date, channel, audience, message: message.trim() },
    ...(reach.trim() !== '' && { reach: Number(reach.trim()) }),
  };
  await commitAction(
    db,
    { label: 'record-created', writes: [{ kind: 'create', table: 'feedback', record }], draftKey },
    { now: clock.now, today: clock.today, newId },
  );
  return { kind: 'saved' };
}
