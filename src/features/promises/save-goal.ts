import { isDay } from '#domain/calendar/day.ts';
import { toPeriod } from '#domain/calendar/period.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Goal, GoalVersion } from '#domain/records/goal.ts';
import type { Issue } from '#domain/records/parse-record.ts';
import type { Services } from '#features/services.ts';
import { readActivities } from '#storage/activities.ts';
import type { Row } from '#storage/database.ts';
import { readGoals } from '#storage/goals.ts';
import { readPromise } from '#storage/promises.ts';
import { pickChanges } from './compare-values.ts';
import { issuesOf } from './form-values.ts';
import type { ChangeForm, GoalForm } from './goal-form.ts';
import { findNextOrder } from './item-order.ts';
import { type GoalFields, parseGoalForm } from './parse-goal-form.ts';
import { commitForm, type SaveOutcome } from './save-outcome.ts';
import { isSealed, withdrawSignatures } from './seal-rules.ts';

export interface GoalSaving {
  readonly promiseId: string;
  /** Made when the form was opened, so that a draft keeps it. */
  readonly goalId: string;
  /** The goal as it stood when the form was opened; undefined for a new one. */
  readonly base?: Row<'goals'> | undefined;
  readonly form: GoalForm;
  readonly draftKey: string;
}

/** Saves a new or changed goal. A sealed target or counting rule changes only with a reason, as a version of its own. */
export async function saveGoal(services: Services, saving: GoalSaving): Promise<SaveOutcome> {
  const parsed = parseGoalForm(saving.form);
  const promise = await readPromise(services.db, saving.promiseId);
  if (!promise) return { kind: 'missing' };
  const issues = findGoalIssues(promise, saving);
  if (parsed.kind === 'invalid' || issues.length > 0) return { kind: 'invalid', issues };
  return saving.base
    ? changeGoal(services, promise, saving, saving.base, parsed.value)
    : createGoal(services, promise, saving, parsed.value);
}

/** What keeps a form from being saved in its promise, by field path. */
export const findGoalIssues = (
  promise: CitizenPromise,
  saving: Pick<GoalSaving, 'base' | 'form'>,
): readonly Issue[] => [
  ...issuesOf(parseGoalForm(saving.form)),
  ...(needsReason(promise, saving) ? findChangeIssues(saving.form.change, saving.base) : []),
];

/** Whether the form changes what the parties have sealed, so that it must say why. */
export function needsReason(promise: CitizenPromise, { base, form }: Pick<GoalSaving, 'base' | 'form'>): boolean {
  if (!base || !isSealed(promise)) return false;
  const parsed = parseGoalForm(form);
  return parsed.kind === 'valid' && changesSealed(base, parsed.value);
}

const changesSealed = (base: Goal, { target, countingRule }: GoalFields): boolean =>
  Object.keys(pickChanges<Partial<Goal>>(base, { target, countingRule })).length > 0;

function findChangeIssues(change: ChangeForm, base: Goal | undefined): Issue[] {
  const issues: Issue[] = [];
  if (change.reason.trim() === '') issues.push({ path: 'change.reason', code: 'reason-needed' });
  if (change.reason.length > 400) issues.push({ path: 'change.reason', code: 'too-long' });
  if (change.decidedBy.trim() === '') issues.push({ path: 'change.decidedBy', code: 'required' });
  if (change.decidedBy.length > 200) issues.push({ path: 'change.decidedBy', code: 'too-long' });
  const last = base?.versions.at(-1)?.validFrom;
  if (!isDay(change.validFrom)) issues.push({ path: 'change.validFrom', code: 'not-a-day' });
  else if (last && change.validFrom < last) issues.push({ path: 'change.validFrom', code: 'before-last-version' });
  return issues;
}

async function createGoal(services: Services, promise: CitizenPromise, saving: GoalSaving, fields: GoalFields) {
  const { db, clock } = services;
  const order = findNextOrder(await readActivities(db, promise.id), await readGoals(db, promise.id));
  const now = clock.now();
  const sealed = isSealed(promise);
  const record: Goal = {
    ...fields,
    id: saving.goalId,
    promiseId: promise.id,
    createdAt: now,
    updatedAt: now,
    order,
    // What comes after the seal was not promised by it.
    origin: sealed ? 'added-for-follow-up' : fields.origin,
    versions: sealed ? [toFirstVersion(promise, fields, clock.today())] : [],
  };
  return commitForm(services, saving.goalId, {
    label: 'record-created',
    draftKey: saving.draftKey,
    writes: [{ kind: 'create', table: 'goals', record }, ...withdrawSignatures(promise)],
  });
}

/** The version that a goal is sealed with: in force from the promise's first day, whenever the signatures came. */
export const toFirstVersion = (
  promise: CitizenPromise,
  { target, countingRule }: Pick<Goal, 'target' | 'countingRule'>,
  today: string,
): GoalVersion => ({
  target,
  countingRule,
  validFrom: toPeriod(promise.period, promise.signedOn)?.from ?? promise.period.from ?? today,
  reason: '',
  decidedBy: '',
});

function changeGoal(
  services: Services,
  promise: CitizenPromise,
  { goalId, form, draftKey }: GoalSaving,
  base: Row<'goals'>,
  wanted: GoalFields,
): Promise<SaveOutcome> {
  const sealed = isSealed(promise);
  const changes = pickChanges<Partial<Goal>>(base, sealed ? { ...wanted, origin: base.origin } : wanted);
  const makesVersion = sealed && changesSealed(base, wanted);
  const versions = makesVersion ? { versions: addVersion(promise, base, wanted, form.change) } : {};
  if (Object.keys(changes).length === 0)
    return commitForm(services, goalId, { label: 'goal-changed', draftKey, writes: [] });
  return commitForm(services, goalId, {
    label: 'goal-changed',
    draftKey,
    writes: [
      { kind: 'set', table: 'goals', id: goalId, fields: { ...changes, ...versions }, seen: base.tags },
      ...withdrawSignatures(promise),
    ],
  });
}

function addVersion(promise: CitizenPromise, base: Goal, wanted: GoalFields, change: ChangeForm): GoalVersion[] {
  const earlier = base.versions.length > 0 ? base.versions : [toFirstVersion(promise, base, change.validFrom)];
  const { target, countingRule } = wanted;
  const { validFrom } = change;
  return [
    ...earlier,
    { target, countingRule, validFrom, reason: change.reason.trim(), decidedBy: change.decidedBy.trim() },
  ];
}
