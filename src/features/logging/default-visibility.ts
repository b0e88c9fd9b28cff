import type { Activity } from '#domain/records/activity.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import type { LogDraft } from './log-draft.ts';

/** Planned work leaks most easily, so the activity says how far it may be seen; what is done starts with those who promised. */
export function defaultVisibility(draft: LogDraft, activities: readonly Activity[]): ProgressLog['visibility'] {
  const [first] = activities;
  return draft.state === 'planned' && first ? first.plannedVisibility : 'internal';
}
