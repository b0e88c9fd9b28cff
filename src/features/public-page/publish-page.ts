/** Handing in, approving and withdrawing a version of the public page (guard P6). */
import { mayBeIn } from '#domain/disclosure/protection.ts';
import { longestContent, type PublicFacts, publicFactsSchema, toContent } from '#domain/public-page/public-facts.ts';
import { screenPublicFacts } from '#domain/public-page/screen-public-facts.ts';
import type { Publication } from '#domain/records/publication.ts';
import { screenText } from '#domain/screening/screen-text.ts';
import { type Act, toPersonId, toSignedAct } from '#features/act.ts';
import type { Services } from '#features/services.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { ConflictingChange } from '#storage/conflicting-change.ts';
import { readPublications } from '#storage/publications.ts';
import type { Profile } from '#storage/settings.ts';

/** Why something was not done. Each has words. */
export const publishRefusals = [
  'contact-missing',
  'address-not-secure',
  'personal-data',
  'too-long',
  'another-waits',
  'reader',
  'leader-needed',
  'same-person',
  'function-missing',
  'reason-missing',
  'changed-meanwhile',
  'not-there',
  'protected',
] as const;
export type PublishRefusal = (typeof publishRefusals)[number];
export type PublishOutcome = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly reason: PublishRefusal };

const refuse = (reason: PublishRefusal): PublishOutcome => ({ kind: 'refused', reason });

/** Hands a version in. In: its facts, who does it, and guesses at names that somebody has looked at. */
export async function handInPage(
  services: Services,
  promiseId: string,
  handing: {
    readonly facts: PublicFacts;
    readonly act: Act;
    readonly notNames: readonly string[];
    readonly draftKey: string;
  },
): Promise<PublishOutcome> {
  const { db, clock, newId } = services;
  const { facts, act, notNames, draftKey } = handing;
  const refusal = findFactsRefusal(facts, clock.today(), notNames) ?? findActRefusal(act);
  if (refusal) return refuse(refusal);
  if (!(await isPublishable(db, promiseId))) return refuse('protected');
  const others = await readPublications(db, promiseId);
  if (others.some(({ approved }) => approved === undefined)) return refuse('another-waits');
  const now = clock.now();
  const record: Publication = {
    ...{ id: newId(), promiseId, createdAt: now, updatedAt: now, number: facts.number, content: toContent(facts) },
    prepared: toSignedAct(act, clock.today()),
    ...(facts.correction !== undefined && { correction: facts.correction }),
  };
  return await write(services, [{ kind: 'create', table: 'publications', record }], draftKey);
}

/** A protected promise has no public page (guard P12). */
async function isPublishable(db: Services['db'], promiseId: string): Promise<boolean> {
  const promise = await db.promises.get(promiseId);
  return promise !== undefined && mayBeIn(promise, 'public-page');
}

/** Why facts may not be handed in, or undefined when they may. */
export function findFactsRefusal(
  facts: PublicFacts,
  today: string,
  notNames: readonly string[],
): PublishRefusal | undefined {
  if (facts.contact.text === '') return 'contact-missing';
  if (!publicFactsSchema.safeParse(facts).success) return 'address-not-secure';
  if (screenPublicFacts(facts, today, notNames).length > 0) return 'personal-data';
  return toContent(facts).length > longestContent ? 'too-long' : undefined;
}

function findActRefusal({ profile, function: role }: Act): PublishRefusal | undefined {
  if (profile.role === 'reader') return 'reader';
  return role.trim() === '' ? 'function-missing' : undefined;
}

const leads = ({ role }: Profile): boolean => role === 'manager' || role === 'admin';

/** Makes the version public. Only somebody else who leads the promise may (guard P6). */
export async function approvePage(services: Services, id: string, act: Act): Promise<PublishOutcome> {
  const { db, clock } = services;
  const row = await db.publications.get(id);
  if (row === undefined || row.deletedAt !== undefined || row.approved !== undefined) return refuse('not-there');
  const refusal = findApprovalRefusal(row, act);
  if (refusal) return refuse(refusal);
  if (!(await isPublishable(db, row.promiseId))) return refuse('protected');
  return await write(services, [
    { kind: 'set', table: 'publications', id, fields: { approved: toSignedAct(act, clock.today()) }, seen: row.tags },
  ]);
}

function findApprovalRefusal(row: Pick<Publication, 'prepared'>, act: Act): PublishRefusal | undefined {
  if (!leads(act.profile)) return 'leader-needed';
  if (row.prepared.profileId === toPersonId(act)) return 'same-person';
  return act.function.trim() === '' ? 'function-missing' : undefined;
}

/** Takes a version that nobody has approved yet away again. */
export const takeBack = (services: Services, id: string): Promise<PublishOutcome> =>
  write(services, [{ kind: 'delete', table: 'publications', id }]);

/** Withdraws what is public. Its line stays in the list, with the reason. */
export async function withdrawPage(
  services: Services,
  id: string,
  {
    reason,
    profile,
    userId,
  }: { readonly reason: string; readonly profile: Profile; readonly userId: string | undefined },
): Promise<PublishOutcome> {
  const { db, clock } = services;
  const row = await db.publications.get(id);
  if (row?.approved === undefined || row.withdrawn !== undefined) return refuse('not-there');
  if (!leads(profile)) return refuse('leader-needed');
  if (reason.trim() === '') return refuse('reason-missing');
  if (reason.trim().length > 400) return refuse('too-long');
  if (screenText(reason, { today: clock.today() }).length > 0) return refuse('personal-data');
  const withdrawn = { on: clock.today(), reason: reason.trim(), profileId: userId ?? profile.id };
  return await write(services, [{ kind: 'set', table: 'publications', id, fields: { withdrawn }, seen: row.tags }]);
}

async function write(
  { db, clock, newId }: Services,
  writes: readonly Write[],
  draftKey?: string,
): Promise<PublishOutcome> {
  try {
    const label = writes[0]?.kind === 'create' ? 'record-created' : 'record-changed';
    await commitAction(
      db,
      { label, writes, ...(draftKey !== undefined && { draftKey }) },
      { now: clock.now, today: clock.today, newId },
    );
    return { kind: 'done' };
  } catch (error) {
    if (error instanceof ConflictingChange) return refuse('changed-meanwhile');
    throw error;
  }
}
