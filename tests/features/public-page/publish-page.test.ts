import { expect, test } from 'vitest';
import { parsePublicFacts } from '#domain/public-page/public-facts.ts';
import { findPublishedPage } from '#domain/public-page/public-version.ts';
import type { Act } from '#features/act.ts';
import { approvePage, handInPage, takeBack, withdrawPage } from '#features/public-page/publish-page.ts';
import type { Services } from '#features/services.ts';
import { readPublications } from '#storage/publications.ts';
import { createServices, newId, profileOf, savedPromise } from '#tests/features/promises/promise-services.ts';
import { sampleFacts } from '#tests/support/public-sample.ts';

async function openDesk() {
  const services = createServices('2026-11-21');
  const promise = await savedPromise(services);
  const actOf = (kind: 'police' | 'municipality', more: Partial<Act> = {}): Act => ({
    ...{ profile: profileOf(kind), partyId: promise.parties[0]?.id ?? newId(), function: 'Chef', userId: undefined },
    ...more,
  });
  const handIn = (act: Act, facts = sampleFacts) =>
    handInPage(services, promise.id, { facts, act, notNames: [], draftKey: 'a' });
  const read = () => readPublications(services.db, promise.id);
  return { services, promise, actOf, handIn, read };
}

const latest = async (services: Services, promiseId: string) => {
  const [row] = await readPublications(services.db, promiseId);
  if (!row) throw new Error('Nothing was handed in');
  return row;
};

test('a version is public when another profile that leads the promise has approved it', async () => {
  const { services, promise, actOf, handIn, read } = await openDesk();
  const [first, second] = [actOf('police'), actOf('municipality')];
  expect(await handIn(first)).toEqual({ kind: 'done' });
  expect(findPublishedPage(await read())).toBeUndefined();
  const { id } = await latest(services, promise.id);
  expect(await approvePage(services, id, first)).toEqual({ kind: 'refused', reason: 'same-person' });
  const editor = { ...second, profile: { ...second.profile, role: 'editor' as const } };
  expect(await approvePage(services, id, editor)).toEqual({ kind: 'refused', reason: 'leader-needed' });
  expect(await approvePage(services, id, second)).toEqual({ kind: 'done' });
  expect(findPublishedPage(await read())?.facts.title).toBe(sampleFacts.title);
  expect(await approvePage(services, id, actOf('municipality'))).toEqual({ kind: 'refused', reason: 'not-there' });
});

test('one person who is signed in is one person, whichever profile is chosen', async () => {
  const { services, promise, actOf, handIn } = await openDesk();
  const userId = newId();
  await handIn(actOf('police', { userId }));
  const { id, prepared } = await latest(services, promise.id);
  expect(prepared.profileId).toBe(userId);
  expect(await approvePage(services, id, actOf('municipality', { userId }))).toMatchObject({ reason: 'same-person' });
});

test('nothing is handed in without a contact, with personal data, or while another version waits', async () => {
  const { actOf, handIn, read } = await openDesk();
  const contact = (text: string, url?: string) => ({ ...sampleFacts, contact: { text, ...(url && { url }) } });
  expect(await handIn(actOf('police'), contact(''))).toMatchObject({ reason: 'contact-missing' });
  expect(await handIn(actOf('police'), contact('Kontakt', 'http://x.example'))).toMatchObject({
    reason: 'address-not-secure',
  });
  expect(await handIn(actOf('police'), contact('070-123 45 67'))).toMatchObject({ reason: 'personal-data' });
  expect(await read()).toEqual([]);
  await handIn(actOf('police'));
  expect(await handIn(actOf('police'))).toMatchObject({ reason: 'another-waits' });
});

test('a version that waits can be taken back; one that is public is withdrawn with a reason and stays in the list', async () => {
  const { services, promise, actOf, handIn, read } = await openDesk();
  await handIn(actOf('police'));
  await takeBack(services, (await latest(services, promise.id)).id);
  expect(await read()).toEqual([]);
  await handIn(actOf('police'));
  const { id, content } = await latest(services, promise.id);
  expect(parsePublicFacts(content)).toEqual(sampleFacts);
  await approvePage(services, id, actOf('municipality'));
  const by = { profile: profileOf('police'), userId: undefined };
  expect(await withdrawPage(services, id, { ...by, reason: ' ' })).toMatchObject({ reason: 'reason-missing' });
  expect(await withdrawPage(services, id, { ...by, reason: 'Se 19600101-1234, ring 070-123 45 67' })).toMatchObject({
    reason: 'personal-data',
  });
  expect(await withdrawPage(services, id, { ...by, reason: 'Fel period' })).toEqual({ kind: 'done' });
  expect((await read()).map(({ withdrawn }) => withdrawn?.reason)).toEqual(['Fel period']);
  expect(findPublishedPage(await read())).toBeUndefined();
});
