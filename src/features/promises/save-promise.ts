import { toClassification } from '#domain/disclosure/protection.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { FocusArea } from '#domain/records/focus-area.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Issue } from '#domain/records/parse-record.ts';
import type { Services } from '#features/services.ts';
import { readActivities } from '#storage/activities.ts';
import type { Write } from '#storage/commit-action.ts';
import type { Row } from '#storage/database.ts';
import { readGoals } from '#storage/goals.ts';
import { isSealing } from '#storage/row-seal.ts';
import { isSameValue, pickChanges } from './compare-values.ts';
import { type FocusAreaFields, type ParsedPromiseForm, parsePromiseForm, readPeriod } from './parse-promise-form.ts';
import type { PromiseForm } from './promise-form.ts';
import { commitForm, type SaveOutcome } from './save-outcome.ts';
import { isSealed, isTextFixed, withdrawSignatures } from './seal-rules.ts';

/** The promise and its focus areas as they stood when the form was opened. */
export interface PromiseBase {
  readonly promise: Row<'promises'>;
  readonly focusAreas: readonly Row<'focusAreas'>[];
}

export interface PromiseSaving {
  readonly base: PromiseBase;
  readonly form: PromiseForm;
  readonly draftKey: string;
}

/** Saves what the form changes of a promise and its focus areas, in one action. */
export async function savePromise(services: Services, saving: PromiseSaving): Promise<SaveOutcome> {
  const { db, clock } = services;
  const { base, form, draftKey } = saving;
  const id = base.promise.id;
  const parsed = parsePromiseForm(form);
  const issues = [
    ...(parsed.kind === 'invalid' ? parsed.issues : []),
    ...(changesSealedPeriod(saving) ? findPeriodChangeIssues(form.change) : []),
    ...findProtectionIssues(saving),
  ];
  if (parsed.kind === 'invalid' || issues.length > 0) return { kind: 'invalid', issues };

  const changes = listPromiseChanges(saving, parsed.value, clock.today());
  const areaWrites = listAreaWrites(base, parsed.value.focusAreas, clock.now());
  const gone = listGone(base, parsed.value);
  const itemWrites = gone.size === 0 ? [] : dropReferences(await readActivities(db, id), await readGoals(db, id), gone);
  const ownWrites: readonly Write[] =
    Object.keys(changes).length === 0
      ? []
      : [{ kind: 'set', table: 'promises', id, fields: changes, seen: base.promise.tags }];
  const writes = [...ownWrites, ...areaWrites, ...itemWrites];
  const signatures = changesAgreed(changes, areaWrites) ? withdrawSignatures(base.promise) : [];
  return commitForm(services, id, { label: 'record-changed', draftKey, writes: [...writes, ...signatures] });
}

/** Whether the form changes a period that the parties have sealed, so that it must say why. */
export const changesSealedPeriod = ({ base, form }: Pick<PromiseSaving, 'base' | 'form'>): boolean =>
  isSealed(base.promise) && !isSameValue(readPeriod(form.period), base.promise.period);

/** What is protected is kept by no device that keeps it readable (guard P12): it is closed first. */
export const findProtectionIssues = ({ base, form }: Pick<PromiseSaving, 'base' | 'form'>): Issue[] =>
  toClassification(form) === 'protected' && toClassification(base.promise) !== 'protected' && !isSealing()
    ? [{ path: 'visibility', code: 'open-device' }]
    : [];

/** A sealed period changes by a decision, with a reason. */
export function findPeriodChangeIssues({ reason, decidedBy }: PromiseForm['change']): Issue[] {
  const issues: Issue[] = [];
  if (reason.trim() === '') issues.push({ path: 'change.reason', code: 'reason-needed' });
  if (reason.length > 400) issues.push({ path: 'change.reason', code: 'too-long' });
  if (decidedBy.trim() === '') issues.push({ path: 'change.decidedBy', code: 'required' });
  if (decidedBy.length > 200) issues.push({ path: 'change.decidedBy', code: 'too-long' });
  return issues;
}

function listPromiseChanges(saving: PromiseSaving, { promise: wanted }: ParsedPromiseForm, today: string) {
  const { promise } = saving.base;
  const kept = isTextFixed(promise) ? { ...wanted, originalText: promise.originalText } : wanted;
  const changes = pickChanges<Partial<CitizenPromise>>(promise, kept);
  if (!changesSealedPeriod(saving)) return changes;
  const { reason, decidedBy } = saving.form.change;
  const earlier = { period: promise.period, changedOn: today, reason: reason.trim(), decidedBy: decidedBy.trim() };
  return { ...changes, earlierPeriods: [...(promise.earlierPeriods ?? []), earlier] };
}

/** Keeping the books (status, who may see it, registry number) is not a change of what was agreed. */
const bookkeeping: ReadonlySet<string> = new Set([
  'status',
  'visibility',
  'registryNumber',
  'sourceUrl',
  'pictureReview',
]);

const changesAgreed = (changes: Partial<CitizenPromise>, areaWrites: readonly Write[]): boolean =>
  areaWrites.length > 0 || Object.keys(changes).some((field) => !bookkeeping.has(field));

function listAreaWrites(
  { promise, focusAreas }: PromiseBase,
  wanted: readonly FocusAreaFields[],
  now: string,
): Write[] {
  const before = new Map(focusAreas.map((area) => [area.id, area]));
  const kept = new Set(wanted.map(({ id }) => id));
  const written = wanted.flatMap((area): Write[] => {
    const stored = before.get(area.id);
    if (!stored) return [{ kind: 'create', table: 'focusAreas', record: toFocusArea(area, promise.id, now) }];
    const { id, ...fields } = area;
    const changes = pickChanges<Partial<FocusArea>>(stored, fields);
    return Object.keys(changes).length > 0 ? [{ kind: 'set', table: 'focusAreas', id, fields: changes }] : [];
  });
  const removed = focusAreas
    .filter(({ id }) => !kept.has(id))
    .map(({ id }): Write => ({ kind: 'delete', table: 'focusAreas', id }));
  return [...written, ...removed];
}

const toFocusArea = (area: FocusAreaFields, promiseId: string, now: string): FocusArea => {
  const { statement, problem, ...rest } = area;
  return {
    ...rest,
    ...(statement && { statement }),
    ...(problem && { problem }),
    promiseId,
    createdAt: now,
    updatedAt: now,
  };
};

/** Ids of the parties and focus areas that the form removes. */
function listGone({ promise, focusAreas }: PromiseBase, wanted: ParsedPromiseForm): ReadonlySet<string> {
  const kept = new Set([...wanted.promise.parties, ...wanted.focusAreas].map(({ id }) => id));
  return new Set([...promise.parties, ...focusAreas].map(({ id }) => id).filter((id) => !kept.has(id)));
}

/** Items let go of a removed party or focus area in the same action: nothing points at what is not there. */
export function dropReferences(
  activities: readonly Activity[],
  goals: readonly Goal[],
  gone: ReadonlySet<string>,
): readonly Write[] {
  const stays = (id: string) => !gone.has(id);
  return [
    ...activities.flatMap((activity): Write[] => {
      const fields = pickChanges<Partial<Activity>>(activity, {
        parties: activity.parties.filter(({ partyId }) => stays(partyId)),
        ...(activity.focusAreaId && gone.has(activity.focusAreaId) && ({ focusAreaId: undefined } as object)),
      });
      return Object.keys(fields).length > 0 ? [{ kind: 'set', table: 'activities', id: activity.id, fields }] : [];
    }),
    ...goals.flatMap((goal): Write[] => {
      const fields = pickChanges<Partial<Goal>>(goal, {
        focusAreaIds: goal.focusAreaIds.filter(stays),
        ownerPartyIds: goal.ownerPartyIds.filter(stays),
      });
      return Object.keys(fields).length > 0 ? [{ kind: 'set', table: 'goals', id: goal.id, fields }] : [];
    }),
  ];
}
