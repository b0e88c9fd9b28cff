import type { Activity } from '#domain/records/activity.ts';
import type { Services } from '#features/services.ts';
import { readActivities } from '#storage/activities.ts';
import type { Row } from '#storage/database.ts';
import { readGoals } from '#storage/goals.ts';
import { readPromise } from '#storage/promises.ts';
import { type ActivityForm, parseActivityForm } from './activity-form.ts';
import { pickChanges } from './compare-values.ts';
import { findNextOrder } from './item-order.ts';
import { commitForm, type SaveOutcome } from './save-outcome.ts';
import { withdrawSignatures } from './seal-rules.ts';

export interface ActivitySaving {
  readonly promiseId: string;
  readonly activityId: string;
  /** The activity as it stood when the form was opened; undefined for a new one. */
  readonly base?: Row<'activities'> | undefined;
  readonly form: ActivityForm;
  readonly draftKey: string;
}

/** Saves a new or changed activity. A new one comes last in the text. */
export async function saveActivity(services: Services, saving: ActivitySaving): Promise<SaveOutcome> {
  const { db, clock } = services;
  const { promiseId, activityId, base, draftKey } = saving;
  const parsed = parseActivityForm(saving.form);
  if (parsed.kind === 'invalid') return parsed;
  const promise = await readPromise(db, promiseId);
  if (!promise) return { kind: 'missing' };

  if (base) {
    const changes = pickChanges<Partial<Activity>>(base, parsed.value);
    if (Object.keys(changes).length === 0) {
      return commitForm(services, activityId, { label: 'record-changed', draftKey, writes: [] });
    }
    return commitForm(services, activityId, {
      label: 'record-changed',
      draftKey,
      writes: [
        { kind: 'set', table: 'activities', id: activityId, fields: changes, seen: base.tags },
        ...(Object.keys(changes).every((field) => field === 'inActionPlan') ? [] : withdrawSignatures(promise)),
      ],
    });
  }
  const order = findNextOrder(await readActivities(db, promiseId), await readGoals(db, promiseId));
  const now = clock.now();
  const record: Activity = { ...parsed.value, id: activityId, promiseId, createdAt: now, updatedAt: now, order };
  return commitForm(services, activityId, {
    label: 'record-created',
    draftKey,
    writes: [{ kind: 'create', table: 'activities', record }, ...withdrawSignatures(promise)],
  });
}
