import { expect, test } from 'vitest';
import { emptyGoalForm, type GoalForm, toGoalForm } from '#features/promises/goal-form.ts';
import { saveGoal } from '#features/promises/save-goal.ts';
import { signPromise } from '#features/promises/seal-promise.ts';
import { emptyTargetForm } from '#features/promises/target-form.ts';
import type { Services } from '#features/services.ts';
import { readDraft, saveDraft } from '#storage/drafts.ts';
import { createServices, newId, onDay, profileOf, savedPromise } from './promise-services.ts';

const goalForm = (fields: Partial<GoalForm> = {}): GoalForm => ({
  ...emptyGoalForm('2026-01-02'),
  text: 'Polisen ska genomföra minst 12 trafikkontroller.',
  target: { ...emptyTargetForm, value: '12', unit: 'kontroller' },
  ...fields,
});

async function savedGoal(services: Services, promiseId: string, form = goalForm()) {
  const goalId = newId();
  const outcome = await saveGoal(services, { promiseId, goalId, form, draftKey: goalId });
  expect(outcome).toMatchObject({ kind: 'saved', id: goalId });
  return readGoalRow(services, goalId);
}

async function readGoalRow({ db }: Services, id: string) {
  const goal = await db.goals.get(id);
  if (!goal) throw new Error('The goal is not there');
  return goal;
}

async function sealed(services: Services, promiseId: string) {
  const promise = await services.db.promises.get(promiseId);
  for (const party of promise?.parties ?? []) {
    const partyKind = party.kind === 'police' ? 'police' : 'municipality';
    const outcome = await signPromise(services, {
      promiseId,
      partyId: party.id,
      function: 'chef',
      profile: profileOf(partyKind),
    });
    expect(['saved', 'sealed']).toContain(outcome.kind);
  }
}

test('a new goal comes last, gets a short name of its own and clears its draft in the same action', async () => {
  const services = createServices();
  const promise = await savedPromise(services);
  await savedGoal(services, promise.id);
  saveDraft(services.db, 'goal-draft', goalForm());
  const goalId = newId();
  await saveGoal(services, { promiseId: promise.id, goalId, form: goalForm(), draftKey: 'goal-draft' });
  expect(await readGoalRow(services, goalId)).toMatchObject({
    order: 1,
    shortName: 'Polisen ska genomföra minst 12 trafikkontroller',
    origin: 'promised',
    versions: [],
    target: { kind: 'count', value: 12, unit: 'kontroller' },
  });
  expect(await readDraft(services.db, 'goal-draft')).toBeUndefined();
});

test('a goal that cannot be is refused with the field named, and nothing is stored', async () => {
  const services = createServices();
  const promise = await savedPromise(services);
  const form = goalForm({ text: ' ', target: { ...emptyTargetForm, value: '0', unit: '' } });
  const outcome = await saveGoal(services, { promiseId: promise.id, goalId: newId(), form, draftKey: 'd' });
  expect(outcome).toMatchObject({ kind: 'invalid' });
  expect(outcome.kind === 'invalid' && outcome.issues.map(({ path, code }) => `${path} ${code}`)).toEqual([
    'target.value count-of-zero',
    'target.unit required',
    'text required',
  ]);
  expect(await services.db.goals.count()).toBe(0);
});

test('before the seal a target changes without a reason and without a version', async () => {
  const services = createServices();
  const promise = await savedPromise(services);
  const base = await savedGoal(services, promise.id);
  const form = toGoalForm(base, '2026-02-01');
  const changed = { ...form, target: { ...form.target, value: '15' } };
  await saveGoal(services, { promiseId: promise.id, goalId: base.id, base, form: changed, draftKey: 'd' });
  expect(await readGoalRow(services, base.id)).toMatchObject({ target: { value: 15 }, versions: [] });
});

test('after the seal a target changes only with a reason and a decision, and the original stays', async () => {
  const services = createServices();
  const promise = await savedPromise(services);
  const { id } = await savedGoal(services, promise.id);
  await sealed(services, promise.id);
  const base = await readGoalRow(services, id);
  expect(base.versions).toMatchObject([{ target: { value: 12 }, validFrom: '2026-01-01', reason: '' }]);

  const later = onDay(services, '2026-06-10');
  const form = toGoalForm(base, '2026-06-10');
  const changed = { ...form, target: { ...form.target, value: '8' } };
  const refused = await saveGoal(later, { promiseId: promise.id, goalId: id, base, form: changed, draftKey: 'd' });
  expect(refused).toEqual({
    kind: 'invalid',
    issues: [
      { path: 'change.reason', code: 'reason-needed' },
      { path: 'change.decidedBy', code: 'required' },
    ],
  });

  const change = { validFrom: '2026-06-10', reason: 'Bemanningen räcker inte.', decidedBy: 'Styrgruppen' };
  await saveGoal(later, { promiseId: promise.id, goalId: id, base, form: { ...changed, change }, draftKey: 'd' });
  expect(await readGoalRow(services, id)).toMatchObject({
    target: { value: 8 },
    versions: [
      { target: { value: 12 }, validFrom: '2026-01-01' },
      { target: { value: 8 }, ...change },
    ],
  });
});

test('after the seal other fields change as before, and a version never begins before the one it replaces', async () => {
  const services = createServices();
  const promise = await savedPromise(services);
  const { id } = await savedGoal(services, promise.id);
  await sealed(services, promise.id);
  const base = await readGoalRow(services, id);
  const form = toGoalForm(base, '2026-06-10');
  const renamed = { ...form, shortName: 'Trafikkontroller', origin: 'added-for-follow-up' as const };
  await saveGoal(services, { promiseId: promise.id, goalId: id, base, form: renamed, draftKey: 'd' });
  const after = await readGoalRow(services, id);
  expect(after).toMatchObject({ shortName: 'Trafikkontroller', origin: 'promised' });
  expect(after.versions).toHaveLength(1);

  const early = {
    ...form,
    rule: { ...form.rule, countsAsOne: 'En kontroll på minst en timme' },
    change: { validFrom: '2025-12-01', reason: 'Förtydligas', decidedBy: 'Båda' },
  };
  expect(
    await saveGoal(services, { promiseId: promise.id, goalId: id, base: after, form: early, draftKey: 'd' }),
  ).toEqual({
    kind: 'invalid',
    issues: [{ path: 'change.validFrom', code: 'before-last-version' }],
  });
});

test('a goal added after the seal says so, whatever the form says, and is versioned from the start', async () => {
  const services = createServices();
  const promise = await savedPromise(services);
  await savedGoal(services, promise.id);
  await sealed(services, promise.id);
  const added = await savedGoal(services, promise.id, goalForm({ origin: 'promised' }));
  expect(added).toMatchObject({ origin: 'added-for-follow-up', versions: [{ validFrom: '2026-01-01' }] });
});

test('a target that somebody changed meanwhile is not written over until a person decides', async () => {
  const services = createServices();
  const promise = await savedPromise(services);
  const base = await savedGoal(services, promise.id);
  const form = toGoalForm(base, '2026-02-01');
  const mine = { ...form, target: { ...form.target, value: '15' } };
  const theirs = { ...form, target: { ...form.target, value: '20' } };
  await saveGoal(services, { promiseId: promise.id, goalId: base.id, base, form: theirs, draftKey: 'd' });
  const outcome = await saveGoal(services, { promiseId: promise.id, goalId: base.id, base, form: mine, draftKey: 'd' });
  expect(outcome).toEqual({ kind: 'conflict', fields: ['target'] });
  expect(await readGoalRow(services, base.id)).toMatchObject({ target: { value: 20 } });
});

test('only what the form changed is written: a stale form leaves the rest as somebody else made it', async () => {
  const services = createServices();
  const promise = await savedPromise(services);
  const base = await savedGoal(services, promise.id);
  const form = toGoalForm(base, '2026-02-01');
  await saveGoal(services, {
    promiseId: promise.id,
    goalId: base.id,
    base,
    form: { ...form, shortName: 'Kontroller' },
    draftKey: 'd',
  });
  await saveGoal(services, {
    promiseId: promise.id,
    goalId: base.id,
    base,
    form: { ...form, weight: '2' },
    draftKey: 'd',
  });
  expect(await readGoalRow(services, base.id)).toMatchObject({ shortName: 'Kontroller', weight: 2 });
});

test('a goal is dropped with a reason and rescoped only by two parties', async () => {
  const services = createServices();
  const promise = await savedPromise(services);
  const base = await savedGoal(services, promise.id);
  const form = toGoalForm(base, '2026-09-01');
  const standing = {
    standing: 'rescoped' as const,
    reason: '',
    decidedBy: [promise.parties[0]?.id ?? ''],
    on: '2026-09-01',
  };
  expect(
    await saveGoal(services, {
      promiseId: promise.id,
      goalId: base.id,
      base,
      form: { ...form, standing },
      draftKey: 'd',
    }),
  ).toEqual({
    kind: 'invalid',
    issues: [
      { path: 'standing.reason', code: 'reason-needed' },
      { path: 'standing.decidedBy', code: 'both-parties' },
    ],
  });
  const agreed = { ...standing, reason: 'Skolan lades ned.', decidedBy: promise.parties.map(({ id }) => id) };
  await saveGoal(services, {
    promiseId: promise.id,
    goalId: base.id,
    base,
    form: { ...form, standing: agreed },
    draftKey: 'd',
  });
  const dropped = await readGoalRow(services, base.id);
  expect(dropped).toMatchObject({ status: 'dropped', rescoped: { reason: 'Skolan lades ned.' } });

  const again = { ...toGoalForm(dropped, '2026-09-02'), standing: { ...agreed, standing: 'active' as const } };
  await saveGoal(services, { promiseId: promise.id, goalId: base.id, base: dropped, form: again, draftKey: 'd' });
  const back = await readGoalRow(services, base.id);
  expect(back.status).toBe('active');
  expect(back.rescoped).toBeUndefined();
  expect(back.statusReason).toBeUndefined();
});
