import { type CheckedActivities, checkActivities } from '#domain/importing/check-activities.ts';
import { type CheckedLogs, checkLogs } from '#domain/importing/check-logs.ts';
import type { ActivityRole, LogRole, Mapping } from '#domain/importing/column-roles.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import type { Profile } from '#storage/settings.ts';
import { type ImportState, rowsOf } from './import-state.ts';

export type Checked = ({ readonly kind: 'logs' } & CheckedLogs) | ({ readonly kind: 'activities' } & CheckedActivities);

export interface CheckContext {
  readonly plan: PromiseOverview;
  readonly known: ReadonlySet<string>;
  readonly today: string;
  readonly profileKind: Profile['partyKind'] | undefined;
  readonly occasionsUnit: string;
}

/** In: what was chosen so far, and the promise. Out: where every row of the table ends. */
export function runCheck(
  state: ImportState,
  { plan, known, today, profileKind, occasionsUnit }: CheckContext,
): Checked {
  const rows = rowsOf(state);
  const { promise, activities, goals, focusAreas } = plan;
  const { headerRow, roles } = state;
  if (state.kind === 'logs') {
    const mapping = { headerRow, roles } as Mapping<LogRole>;
    const context = { promise, activities, goals, today, profileKind };
    return { kind: 'logs', ...checkLogs(rows, mapping, context, state.answers, known) };
  }
  const mapping = { headerRow, roles } as Mapping<ActivityRole>;
  const context = { promise, activities, focusAreas, today, occasionsUnit };
  return { kind: 'activities', ...checkActivities(rows, mapping, context, state.activityAnswers) };
}
