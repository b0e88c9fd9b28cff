/** What must hold of the versions of a public page, whoever sends them (guard P3 and P6). */

import { mayBeIn } from '#domain/disclosure/protection.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import { parsePublicFacts } from '#domain/public-page/public-facts.ts';
import { screenPublicFacts } from '#domain/public-page/screen-public-facts.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Publication } from '#domain/records/publication.ts';
import { screenText } from '#domain/screening/screen-text.ts';

/**
 * `other-person`: somebody acts in another's name. `same-person`: nobody approves what they handed in themselves, nor hands
 * in what is approved already. `published`: what is approved stays as it is. `personal-data`: it may not become public.
 * `protected`: the promise is classified so that nothing of it may.
 */
export type PublicationBreach = 'other-person' | 'same-person' | 'published' | 'personal-data' | 'protected' | 'schema';

/**
 * Of a protected promise no version is handed in or approved; what is there can be withdrawn and removed (guard P12).
 * In: the row before and after, and its promise. Out: a code, or undefined.
 */
export function findClassificationBreach(
  before: StoredRow | undefined,
  after: StoredRow,
  promise: StoredRow | undefined,
): PublicationBreach | undefined {
  if (promise === undefined || mayBeIn(promise as unknown as CitizenPromise, 'public-page')) return undefined;
  const isHandedIn = before === undefined;
  const isApproved = before?.approved === undefined && after.approved !== undefined;
  return isHandedIn || isApproved ? 'protected' : undefined;
}

/**
 * The first rule of public pages that a change would break.
 * In: the row before and after, and who is signed in; in what they hand in, approve and withdraw they name themselves by
 * the id of their account. Out: a code, or undefined. The row after is whole by its schema.
 */
export function findPublicationBreach(
  before: StoredRow | undefined,
  after: StoredRow,
  userId: string,
): PublicationBreach | undefined {
  const [old, now] = [before as Publication | undefined, after as unknown as Publication];
  if (old === undefined) return findHandingInBreach(now, userId);
  if (old.approved !== undefined) return findLaterBreach(old, now, userId);
  if (now.withdrawn !== undefined) return 'schema';
  if (now.approved === undefined) return undefined;
  if (now.approved.profileId !== userId) return 'other-person';
  return now.prepared.profileId === userId ? 'same-person' : undefined;
}

function findHandingInBreach(now: Publication, userId: string): PublicationBreach | undefined {
  if (now.prepared.profileId !== userId) return 'other-person';
  if (now.approved !== undefined || now.withdrawn !== undefined) return 'same-person';
  const facts = parsePublicFacts(now.content);
  if (facts === undefined || facts.number !== now.number) return 'schema';
  // What only may be a name was looked at by whoever handed it in; the rest is no question.
  const isPersonal = screenPublicFacts(facts, facts.publishedOn).some(
    ({ finding }) => finding.kind !== 'possible-name',
  );
  return isPersonal ? 'personal-data' : undefined;
}

/** Of an approved version nothing changes but that it is withdrawn, once. */
function findLaterBreach(old: Publication, now: Publication, userId: string): PublicationBreach | undefined {
  const isSame = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);
  if (now.deletedAt !== undefined || !isSame(old.approved, now.approved)) return 'published';
  if (isSame(old.withdrawn, now.withdrawn)) return undefined;
  if (old.withdrawn !== undefined || now.withdrawn === undefined) return 'published';
  if (now.withdrawn.profileId !== userId) return 'other-person';
  const findings = screenText(now.withdrawn.reason, { today: now.withdrawn.on });
  return findings.some(({ kind }) => kind !== 'possible-name') ? 'personal-data' : undefined;
}
