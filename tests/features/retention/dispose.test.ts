import { expect, test } from 'vitest';
import type { Act } from '#features/act.ts';
import { handInPage } from '#features/public-page/publish-page.ts';
import {
  approveDisposal,
  findWaiting,
  prepareDisposal,
  saveRule,
  takeBackDisposal,
} from '#features/retention/dispose.ts';
import { type RetentionDesk, readDesk } from '#features/retention/queries.ts';
import type { Services } from '#features/services.ts';
import { commitAction } from '#storage/commit-action.ts';
import { putJoinedServer } from '#storage/joined-server.ts';
import { createServices, newId, onDay, profileOf, savedPromise } from '#tests/features/promises/promise-services.ts';
import { sampleFacts } from '#tests/support/public-sample.ts';

const rule = {
  kind: 'comments',
  action: 'dispose',
  years: 2,
  decision: 'KS 2026/123',
  decidedOn: '2026-02-01',
} as const;

async function open(services: Services, promiseId: string): Promise<RetentionDesk> {
  const reading = await readDesk(services, promiseId);
  if (reading.kind === 'gone') throw new Error('The promise is gone');
  return reading.desk;
}

/** A promise of 2026 with a comment, looked at in 2029, with the rule that it goes after two years. */
async function openDue() {
  const early = createServices('2026-03-01');
  const promise = await savedPromise(early);
  const comment = {
    ...{ id: newId(), promiseId: promise.id, createdAt: early.clock.now(), updatedAt: early.clock.now() },
    ...{ ref: { table: 'promises' as const, id: promise.id }, text: 'Kanariefågel', date: '2026-03-01' },
    byPartyId: promise.parties[0]?.id ?? newId(),
  };
  const writes = [{ kind: 'create' as const, table: 'comments' as const, record: comment }];
  await commitAction(early.db, { label: 'record-created', writes }, { now: early.clock.now, newId });
  const services = onDay(early, '2029-01-15');
  expect(await saveRule(services, (await open(services, promise.id)).promise, 'comments', rule)).toEqual({
    kind: 'done',
  });
  const actOf = (kind: 'police' | 'municipality', more: Partial<Act> = {}): Act => ({
    ...{ profile: profileOf(kind), partyId: promise.parties[0]?.id ?? newId(), function: 'Chef', userId: undefined },
    ...more,
  });
  const desk = () => open(services, promise.id);
  const waiting = async () => {
    const order = findWaiting((await desk()).promise);
    if (!order) throw new Error('Nothing waits');
    return order;
  };
  return { services, promise, comment, actOf, desk, waiting };
}

test('two profiles dispose, the second of what the first has prepared', async () => {
  const { services, promise, comment, actOf, desk, waiting } = await openDue();
  const [first, second] = [actOf('police'), actOf('municipality')];
  expect(await prepareDisposal(services, await desk(), first, 'abc')).toEqual({ kind: 'done' });
  expect(await prepareDisposal(services, await desk(), second, 'abc')).toEqual({
    kind: 'refused',
    reason: 'another-waits',
  });
  const order = await waiting();
  expect(order.counts).toEqual([{ kind: 'comments', year: '2026', count: 1 }]);
  const refusedTo = async (act: Act) => approveDisposal(services, promise.id, order, act);
  expect(await refusedTo(first)).toEqual({ kind: 'refused', reason: 'same-person' });
  expect(await refusedTo({ ...second, function: ' ' })).toEqual({ kind: 'refused', reason: 'function-missing' });
  const editor = { ...second, profile: { ...second.profile, role: 'editor' as const } };
  expect(await refusedTo(editor)).toEqual({ kind: 'refused', reason: 'leader-needed' });
  expect(await services.db.comments.get(comment.id)).toBeDefined();

  expect(await approveDisposal(services, promise.id, order, second)).toEqual({ kind: 'erased', rows: 1 });

  expect(await services.db.comments.get(comment.id)).toBeUndefined();
  const after = await desk();
  expect(after.promise.retention?.orders).toMatchObject([{ id: order.id, approved: { function: 'Chef' } }]);
  expect(after.disposals).toMatchObject([{ id: order.id, reach: 'device', decision: 'KS 2026/123' }]);
  expect(JSON.stringify(after.disposals)).not.toContain('Kanariefågel');
  expect(after.plan.counts).toEqual([]);
});

test('what has changed since it was prepared is not disposed of, and what was prepared can be taken back', async () => {
  const { services, promise, comment, actOf, desk, waiting } = await openDue();
  await prepareDisposal(services, await desk(), actOf('police'), 'abc');
  const order = await waiting();
  const another = { ...comment, id: newId(), text: 'En till' };
  const writes = [{ kind: 'create' as const, table: 'comments' as const, record: another }];
  await commitAction(services.db, { label: 'record-created', writes }, { now: services.clock.now, newId });
  const outcome = await approveDisposal(services, promise.id, order, actOf('municipality'));
  expect(outcome).toEqual({ kind: 'refused', reason: 'changed-meanwhile' });
  expect(await services.db.comments.count()).toBe(2);
  expect(await takeBackDisposal(services, await desk())).toEqual({ kind: 'done' });
  expect(findWaiting((await desk()).promise)).toBeUndefined();
});

test('nothing is prepared before it is due, or by who may not', async () => {
  const { services, promise, actOf, desk } = await openDue();
  const early = onDay(services, '2028-12-31');
  expect(await prepareDisposal(early, await open(early, promise.id), actOf('police'), 'abc')).toEqual({
    ...{ kind: 'refused', reason: 'nothing-due' },
  });
  const reader = actOf('police', { profile: profileOf('police', 'reader') });
  expect(await prepareDisposal(services, await desk(), reader, 'abc')).toEqual({ kind: 'refused', reason: 'reader' });
});

test('with a server two accounts approve, and nothing is erased on the device', async () => {
  const { services, promise, comment, actOf, desk, waiting } = await openDue();
  await putJoinedServer(services.db, {
    ...{ spaceId: 's', spaceName: 'Exempelköping', userId: 'a', userName: 'Anna', joinedAt: services.clock.now() },
  });
  const [anna, bo] = [actOf('police', { userId: newId() }), actOf('police', { userId: newId() })];
  await prepareDisposal(services, await desk(), anna, 'abc');
  const order = await waiting();
  expect(await approveDisposal(services, promise.id, order, anna)).toEqual({ kind: 'refused', reason: 'same-person' });
  expect(await approveDisposal(services, promise.id, order, bo)).toEqual({ kind: 'done' });
  expect(await services.db.comments.get(comment.id)).toBeDefined();
  expect((await desk()).disposals).toMatchObject([{ reach: 'server' }]);
});

test('a protected promise gets no public page', async () => {
  const { services, promise, actOf } = await openDue();
  await services.db.promises.update(promise.id, { visibility: 'protected' });
  const handing = { facts: sampleFacts, act: actOf('police'), notNames: [], draftKey: 'a' };
  expect(await handInPage(services, promise.id, handing)).toEqual({ kind: 'refused', reason: 'protected' });
});
