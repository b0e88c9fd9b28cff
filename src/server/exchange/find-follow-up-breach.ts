/** What must hold of a follow-up and its frozen pages, whoever sends them (issue 4 item 2, model section 5). */
import { onlyAddsSupplements } from '#domain/follow-up/supplements.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import type { FollowUp } from '#domain/records/follow-up.ts';

/**
 * `sealed`: what every party has signed stays as it is. `other-person`: somebody signs in another's name.
 * `same-person`: one account signs for two parties.
 */
export type FollowUpBreach = 'sealed' | 'other-person' | 'same-person';

/** What comes after the seal: where it is registered, that residents have been told, and what became known later. */
const openFields: ReadonlySet<string> = new Set([
  'state',
  'registryNumber',
  'updatedAt',
  'version',
  'tags',
  'supplements',
]);

/**
 * The first rule of follow-ups that a change would break.
 * In: the row before and after, and who is signed in. A signature that says an account stands behind it (`vouched`) is
 * that account's own; one without was given on a device alone, and is shown as such. Out: a code, or undefined.
 */
export function findFollowUpBreach(
  before: StoredRow | undefined,
  after: StoredRow,
  userId: string,
): FollowUpBreach | undefined {
  const [old, now] = [before as FollowUp | undefined, after as unknown as FollowUp];
  if (old !== undefined && isSealed(old) && !isOnlyOpen(old, now)) return 'sealed';
  if (!onlyAddsSupplements(old?.supplements, now)) return 'sealed';
  const added = findAdded(old?.supplements, now.supplements);
  if (added.some(({ profileId }) => profileId !== userId)) return 'other-person';
  return (
    findSignatureBreach(old?.reviews, now.reviews, userId) ?? findSignatureBreach(old?.signOffs, now.signOffs, userId)
  );
}

/** In: a page of a report, and its follow-up if the same action changes it. Out: a code where it is removed from a seal. */
export function findPartBreach(after: StoredRow, followUp: StoredRow | undefined): FollowUpBreach | undefined {
  if (after.deletedAt === undefined) return undefined;
  return followUp === undefined || isSealed(followUp as unknown as FollowUp) ? 'sealed' : undefined;
}

const isSealed = ({ state }: FollowUp): boolean => state === 'decided' || state === 'published';

function isOnlyOpen(old: FollowUp, now: FollowUp): boolean {
  if (!isSealed(now)) return false;
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...names].every(
    (name) => openFields.has(name) || JSON.stringify(readField(old, name)) === JSON.stringify(readField(now, name)),
  );
}

const readField = (followUp: FollowUp, name: string): unknown => (followUp as Readonly<Record<string, unknown>>)[name];

type Signatures = FollowUp['reviews'];

function findSignatureBreach(
  before: Signatures = [],
  after: Signatures = [],
  userId: string,
): FollowUpBreach | undefined {
  if (findAdded(before, after).some(({ profileId }) => profileId !== userId)) return 'other-person';
  const byAccount = after.filter(({ vouched }) => vouched).map(({ profileId }) => profileId);
  return new Set(byAccount).size < byAccount.length ? 'same-person' : undefined;
}

/** New ones that say an account stands behind them. */
function findAdded(before: Signatures = [], after: Signatures = []): NonNullable<Signatures> {
  const known = new Set(before.map(({ id }) => id));
  return after.filter(({ id, vouched }) => vouched && !known.has(id));
}
