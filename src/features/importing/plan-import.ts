import { toLogs } from '#domain/importing/check-logs.ts';
import { type PlannedActivities, planActivities } from '#domain/importing/plan-activities.ts';
import type { Measure } from '#domain/records/activity.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import type { Services } from '#features/services.ts';
import type { Write } from '#storage/commit-action.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import type { Checked } from './run-check.ts';

/** The records that an import would make; nothing is stored. */
export type PlannedImport =
  | { readonly kind: 'logs'; readonly logs: readonly ProgressLog[] }
  | ({ readonly kind: 'activities' } & PlannedActivities);

/** In: what was checked, the promise, and what activities are counted in. Out: every record, with its name and time. */
export function planImport(
  { clock, newId }: Pick<Services, 'clock' | 'newId'>,
  checked: Checked,
  plan: PromiseOverview,
  occasions: Pick<Measure, 'name' | 'unit'>,
): PlannedImport {
  const { promise, activities, goals, focusAreas } = plan;
  const now = clock.now();
  if (checked.kind === 'logs')
    return { kind: 'logs', logs: toLogs(checked.ready, { promiseId: promise.id, now, newId }) };
  const stamp = { promise, now, today: clock.today(), newId, occasions };
  const order = nextOrder([...activities, ...goals]);
  return {
    kind: 'activities',
    ...planActivities(checked.ready, { ...stamp, order, areaOrder: nextOrder(focusAreas) }),
  };
}

const nextOrder = (placed: readonly { readonly order: number }[]): number =>
  Math.max(-1, ...placed.map(({ order }) => order)) + 1;

/** In: the records, and the promise. Out: everything that the import writes, a record after what it points at. */
export function toWrites(planned: PlannedImport, { promise }: Pick<PromiseOverview, 'promise'>): readonly Write[] {
  if (planned.kind === 'logs') return planned.logs.map((record) => ({ kind: 'create', table: 'progressLogs', record }));
  // A signature covers what was there when it was given: what comes before the last one takes the others back.
  const isPartlySigned = promise.seal?.sealedOn === undefined && (promise.seal?.signatures.length ?? 0) > 0;
  const unsign: Write = { kind: 'set', table: 'promises', id: promise.id, fields: { seal: undefined } };
  return [
    ...planned.focusAreas.map((record): Write => ({ kind: 'create', table: 'focusAreas', record })),
    ...planned.activities.map((record): Write => ({ kind: 'create', table: 'activities', record })),
    ...planned.goals.map((record): Write => ({ kind: 'create', table: 'goals', record })),
    ...(isPartlySigned ? [unsign] : []),
  ];
}
