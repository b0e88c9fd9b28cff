import { expect, test } from 'vitest';
import { createExamplePromises } from '#domain/examples/example-promises.ts';
import { createSampleYear } from '#domain/examples/sample-year.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import { schemaByTable } from '#domain/records/tables.ts';
import { copyPlan } from '#features/new-promise/copy-from-predecessor.ts';
import { newId } from './promise-services.ts';

const now = '2026-11-21T09:00:00.000+01:00';
const plans = [createSampleYear({ newId, now, today: '2026-11-21' }), ...createExamplePromises({ newId, now })].flatMap(
  (bundle) =>
    (bundle.promises ?? []).map((promise) => ({
      promise,
      focusAreas: bundle.focusAreas ?? [],
      activities: bundle.activities ?? [],
      goals: bundle.goals ?? [],
    })),
);

test.each(plans.map((plan) => [plan.promise.title, plan] as const))(
  'the next promise after "%s" is valid and points only inside itself',
  (_title, plan) => {
    const copy = copyPlan(plan, { title: 'Nästa', now, newId });
    expect(parseRecord(schemaByTable.promises, copy.promise)).toMatchObject({ kind: 'valid' });
    for (const goal of copy.goals) expect(parseRecord(schemaByTable.goals, goal)).toMatchObject({ kind: 'valid' });
    for (const activity of copy.activities)
      expect(parseRecord(schemaByTable.activities, activity)).toMatchObject({ kind: 'valid' });

    const areas = new Set(copy.focusAreas.map(({ id }) => id));
    const measures = new Set(
      copy.activities.flatMap(({ id, measures: own }) => own.map((measure) => `${id}/${measure.id}`)),
    );
    const old = new Set([...plan.focusAreas, ...plan.activities, ...plan.goals].map(({ id }) => id));
    expect(copy.goals.flatMap((goal) => goal.focusAreaIds).every((id) => areas.has(id))).toBe(true);
    expect(
      copy.goals.flatMap((goal) => goal.feeds).every((feed) => measures.has(`${feed.activityId}/${feed.measureId}`)),
    ).toBe(true);
    expect([...copy.focusAreas, ...copy.activities, ...copy.goals].some(({ id }) => old.has(id))).toBe(false);
  },
);

test('structure, owners and lineage follow; what was done, said and signed does not', () => {
  for (const plan of plans) {
    const { promise, activities, goals } = copyPlan(plan, { title: 'Nästa', now, newId });
    expect(promise).toMatchObject({
      predecessorId: plan.promise.id,
      kind: 'renewed',
      status: 'draft',
      originalText: '',
      visibility: 'internal',
    });
    expect(promise.parties).toEqual(plan.promise.parties);
    expect(promise.seal).toBeUndefined();
    expect(promise.example).toBeUndefined();
    expect(promise.signatories.every(({ name }) => name === undefined)).toBe(true);
    expect(activities.every(({ status }) => status === 'planned')).toBe(true);
    const oldIds = plan.goals.filter(({ status }) => status === 'active').map(({ id }) => id);
    expect(goals.map(({ predecessorId }) => predecessorId)).toEqual(oldIds);
    expect(goals.every(({ versions }) => versions.length === 0)).toBe(true);
  }
});

test('a calendar year is followed by the next, and fixed occasions keep their weekday', () => {
  const sample = plans.find(({ goals }) => goals.some(({ target }) => target.kind === 'schedule'));
  if (!sample) throw new Error('The sample year has fixed occasions');
  const dated = {
    ...sample,
    promise: { ...sample.promise, period: { from: '2026-01-01', to: '2026-12-31', basis: 'under 2026' } },
  };
  const copy = copyPlan(dated, { title: 'Nästa', now, newId });
  expect(copy.promise.period).toEqual({ from: '2027-01-01', to: '2027-12-31', basis: '' });
  const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
  for (const [index, goal] of copy.goals.entries()) {
    const before = sample.goals.filter(({ status }) => status === 'active')[index]?.target;
    if (goal.target.kind !== 'schedule' || before?.kind !== 'schedule') continue;
    expect(goal.target.slots.map(({ date }) => weekday(date))).toEqual(before.slots.map(({ date }) => weekday(date)));
    expect(goal.target.slots.every(({ exempt }) => exempt === undefined)).toBe(true);
  }
});

test('what is ended stays behind, work that is ended counts towards nothing, and a raised target is raised', () => {
  const [plan] = plans;
  if (!plan) throw new Error('No plan');
  const counted = plan.goals.find(({ target, status }) => target.kind === 'count' && status === 'active');
  const ended = plan.activities.find(({ id }) =>
    plan.goals.some(({ feeds }) => feeds.some((one) => one.activityId === id)),
  );
  if (!counted || !ended) throw new Error('The sample year has no such items');
  const dropped = plan.goals.find(({ id, status }) => status === 'active' && id !== counted.id);
  const choices = new Map([
    [counted.id, { step: 'raise' as const, value: 99 }],
    [ended.id, { step: 'drop' as const }],
    [dropped?.id ?? '', { step: 'drop' as const }],
  ]);
  const copy = copyPlan(plan, { title: 'Nästa', now, newId, choices });

  expect(copy.activities).toHaveLength(plan.activities.length - 1);
  expect(copy.activities.map(({ shortName }) => shortName)).not.toContain(ended.shortName);
  expect(copy.goals.some(({ predecessorId }) => predecessorId === dropped?.id)).toBe(false);
  expect(copy.goals.find(({ predecessorId }) => predecessorId === counted.id)?.target).toMatchObject({ value: 99 });
  const known = new Set(copy.activities.map(({ id }) => id));
  expect(copy.goals.flatMap(({ feeds }) => feeds).every(({ activityId }) => known.has(activityId))).toBe(true);
});
