import type { Activity } from '#domain/records/activity.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Services } from '#features/services.ts';
import { readActivities } from '#storage/activities.ts';
import type { Write } from '#storage/commit-action.ts';
import { readGoals } from '#storage/goals.ts';
import { readPromise } from '#storage/promises.ts';
import { commitForm, type SaveOutcome } from './save-outcome.ts';
import { withdrawSignatures } from './seal-rules.ts';

export type PromiseItem =
  | { readonly kind: 'activity'; readonly id: string; readonly order: number; readonly activity: Activity }
  | { readonly kind: 'goal'; readonly id: string; readonly order: number; readonly goal: Goal };

/** Activities and goals together, in the order of the signed text; an activity before a goal in the same place. */
export function listItems(activities: readonly Activity[], goals: readonly Goal[]): readonly PromiseItem[] {
  const items: PromiseItem[] = [
    ...activities.map((activity) => ({ kind: 'activity' as const, id: activity.id, order: activity.order, activity })),
    ...goals.map((goal) => ({ kind: 'goal' as const, id: goal.id, order: goal.order, goal })),
  ];
  return items.toSorted((left, right) => left.order - right.order);
}

/** The place after the last item. */
export const findNextOrder = (activities: readonly Activity[], goals: readonly Goal[]): number =>
  Math.max(-1, ...activities.map(({ order }) => order), ...goals.map(({ order }) => order)) + 1;

/** Changes place with the item before or after, and numbers the list anew where it needs it. */
export async function moveItem(
  services: Services,
  { promiseId, itemId, by }: { readonly promiseId: string; readonly itemId: string; readonly by: -1 | 1 },
): Promise<SaveOutcome> {
  const { db } = services;
  const promise = await readPromise(db, promiseId);
  if (!promise) return { kind: 'missing' };
  const items = listItems(await readActivities(db, promiseId), await readGoals(db, promiseId));
  const writes = swapItems(items, itemId, by).flatMap(toWrite);
  if (writes.length === 0) return { kind: 'unchanged', id: itemId };
  return commitForm(services, itemId, { label: 'record-changed', writes: [...writes, ...withdrawSignatures(promise)] });
}

interface PlacedItem {
  readonly item: PromiseItem;
  readonly order: number;
}

/** In: the items in order. Out: those whose number changes when the item has moved; none at the edge of the list. */
export function swapItems(items: readonly PromiseItem[], itemId: string, by: -1 | 1): readonly PlacedItem[] {
  const from = items.findIndex(({ id }) => id === itemId);
  const moved = items[from];
  const other = items[from + by];
  if (!moved || !other) return [];
  return items
    .with(from, other)
    .with(from + by, moved)
    .map((item, order) => ({ item, order }))
    .filter(({ item, order }) => item.order !== order);
}

const toWrite = ({ item, order }: PlacedItem): Write =>
  item.kind === 'activity'
    ? { kind: 'set', table: 'activities', id: item.id, fields: { order } }
    : { kind: 'set', table: 'goals', id: item.id, fields: { order } };
