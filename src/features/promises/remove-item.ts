import type { Goal } from '#domain/records/goal.ts';
import type { Services } from '#features/services.ts';
import { readActivities } from '#storage/activities.ts';
import { readActivityLogs } from '#storage/activity-logs.ts';
import type { Write } from '#storage/commit-action.ts';
import { readFocusAreas } from '#storage/focus-areas.ts';
import { readGoals } from '#storage/goals.ts';
import { readLogPage } from '#storage/progress-logs.ts';
import { readPromise } from '#storage/promises.ts';
import { commitForm, type SaveOutcome } from './save-outcome.ts';
import { isSealed, withdrawSignatures } from './seal-rules.ts';

export type RemoveOutcome =
  | SaveOutcome
  /** Work has been logged on it: it is dropped with a reason instead, so that what was done stays counted. */
  | { readonly kind: 'has-logs' }
  /** It was sealed by the parties: it is dropped or rescoped in the open, never removed. */
  | { readonly kind: 'sealed' };

/** Removes a goal. Undo brings it back. */
export async function removeGoal(services: Services, goal: Goal, draftKey: string): Promise<RemoveOutcome> {
  const promise = await readPromise(services.db, goal.promiseId);
  if (!promise) return { kind: 'missing' };
  if (isSealed(promise) && goal.origin === 'promised') return { kind: 'sealed' };
  return commitForm(services, goal.id, {
    label: 'record-deleted',
    draftKey,
    writes: [{ kind: 'delete', table: 'goals', id: goal.id }, ...withdrawSignatures(promise)],
  });
}

interface ActivityRemoval {
  readonly promiseId: string;
  readonly activityId: string;
  readonly draftKey: string;
}

/** Removes an activity that nothing has been logged on, and the feeds of goals that named it. */
export async function removeActivity(services: Services, removal: ActivityRemoval): Promise<RemoveOutcome> {
  const { db } = services;
  const { promiseId, activityId, draftKey } = removal;
  const promise = await readPromise(db, promiseId);
  if (!promise) return { kind: 'missing' };
  if (isSealed(promise)) return { kind: 'sealed' };
  if ((await readActivityLogs(db, activityId)).length > 0) return { kind: 'has-logs' };
  const goals = await readGoals(db, promiseId);
  return commitForm(services, activityId, {
    label: 'record-deleted',
    draftKey,
    writes: [
      ...goals.flatMap((goal) => dropFeeds(goal, activityId)),
      { kind: 'delete', table: 'activities', id: activityId },
      ...withdrawSignatures(promise),
    ],
  });
}

function dropFeeds(goal: Goal, activityId: string): Write[] {
  const feeds = goal.feeds.filter((feed) => feed.activityId !== activityId);
  if (feeds.length === goal.feeds.length) return [];
  return [{ kind: 'set', table: 'goals', id: goal.id, fields: { feeds } }];
}

/** Removes a promise that nothing has been logged on, with everything in it, as one action. */
export async function removePromise(services: Services, promiseId: string, draftKey: string): Promise<RemoveOutcome> {
  const { db } = services;
  const promise = await readPromise(db, promiseId);
  if (!promise) return { kind: 'missing' };
  if (isSealed(promise)) return { kind: 'sealed' };
  const { logs } = await readLogPage(db, promiseId, { size: 1, includeReplaced: true });
  if (logs.length > 0) return { kind: 'has-logs' };
  const [goals, activities, areas] = await Promise.all([
    readGoals(db, promiseId),
    readActivities(db, promiseId),
    readFocusAreas(db, promiseId),
  ]);
  return commitForm(services, promiseId, {
    label: 'record-deleted',
    draftKey,
    writes: [
      ...goals.map(({ id }): Write => ({ kind: 'delete', table: 'goals', id })),
      ...activities.map(({ id }): Write => ({ kind: 'delete', table: 'activities', id })),
      ...areas.map(({ id }): Write => ({ kind: 'delete', table: 'focusAreas', id })),
      { kind: 'delete', table: 'promises', id: promiseId },
    ],
  });
}
