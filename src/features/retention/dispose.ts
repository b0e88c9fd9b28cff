/** Preparing, approving and carrying out a disposal: two persons, and never without the archive package (guard P7). */
import type { DisposalAct, DisposalOrder, Retention, RetentionRule } from '#domain/records/retention.ts';
import { type Act, toPersonId, toSignedAct } from '#features/act.ts';
import type { Services } from '#features/services.ts';
import { commitAction } from '#storage/commit-action.ts';
import { ConflictingChange } from '#storage/conflicting-change.ts';
import type { Row } from '#storage/database.ts';
import { putDisposal } from '#storage/disposals.ts';
import { eraseRecords } from '#storage/erase-records.ts';
import type { Profile } from '#storage/settings.ts';
import { digestNames } from './digest-names.ts';
import { type RetentionDesk, readDesk } from './queries.ts';

/** Why something was not done. Each has words. */
export type DisposeRefusal =
  | 'reader'
  | 'leader-needed'
  | 'same-person'
  | 'function-missing'
  | 'another-waits'
  | 'nothing-due'
  | 'changed-meanwhile'
  | 'not-there'
  | 'shared';
export type DisposeOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'erased'; readonly rows: number }
  | { readonly kind: 'refused'; readonly reason: DisposeRefusal };

/** What the page tells when it is done. */
export type Done =
  | { readonly kind: 'handedIn' | 'takenBack' | 'ordered' }
  | { readonly kind: 'erased'; readonly rows: number };

const refuse = (reason: DisposeRefusal): DisposeOutcome => ({ kind: 'refused', reason });

/** Profiles that decide. An account's right is the server's to know. */
export const mayDispose = (profile: Pick<Profile, 'role'> | undefined): boolean =>
  profile === undefined || profile.role === 'manager' || profile.role === 'admin';

function findActRefusal(act: Act): DisposeRefusal | undefined {
  if (act.profile.role === 'reader') return 'reader';
  if (!mayDispose(act.profile)) return 'leader-needed';
  return act.function.trim() === '' ? 'function-missing' : undefined;
}

/** The order that waits for the second person. */
export const findWaiting = ({ retention }: Pick<Row<'promises'>, 'retention'>): DisposalOrder | undefined =>
  retention?.orders.find(({ approved }) => approved === undefined);

/** Puts a rule in the place of that of its kind; without one, takes it away. */
export function saveRule(
  services: Services,
  promise: Row<'promises'>,
  kind: RetentionRule['kind'],
  rule: RetentionRule | undefined,
): Promise<DisposeOutcome> {
  const { rules = [], orders = [] } = promise.retention ?? {};
  const others = rules.filter((one) => one.kind !== kind);
  return writeRetention(services, promise, { rules: rule ? [...others, rule] : others, orders });
}

/** The first person. In: the desk as it was read, who acts, and the checksum of the package that was read back. */
export async function prepareDisposal(
  services: Services,
  desk: RetentionDesk,
  act: Act,
  archive: string,
): Promise<DisposeOutcome> {
  const { promise, plan } = desk;
  const refusal = findActRefusal(act);
  if (refusal) return refuse(refusal);
  if (findWaiting(promise)) return refuse('another-waits');
  if (plan.counts.length === 0) return refuse('nothing-due');
  const { rules = [], orders = [] } = promise.retention ?? {};
  const order: DisposalOrder = {
    ...{ id: services.newId(), asOf: services.clock.today(), decision: plan.decisions.join(', ').slice(0, 200) },
    ...{ counts: [...plan.counts], digest: await digestNames(plan, promise.id), archive },
    prepared: toSignedAct(act, services.clock.today()),
  };
  return writeRetention(services, promise, { rules, orders: [...orders, order] });
}

/** Takes away what nobody has approved. */
export function takeBackDisposal(services: Services, { promise }: RetentionDesk): Promise<DisposeOutcome> {
  const { rules = [], orders = [] } = promise.retention ?? {};
  return writeRetention(services, promise, { rules, orders: orders.filter(({ approved }) => approved) });
}

/**
 * The second person. On a device alone the records are erased now; with a server the order is approved, for everybody.
 * In: the order that the person has seen. What is due is planned anew: it must be what was prepared.
 */
export async function approveDisposal(
  services: Services,
  promiseId: string,
  seen: DisposalOrder,
  act: Act,
): Promise<DisposeOutcome> {
  const reading = await readDesk(services, promiseId);
  if (reading.kind === 'gone') return refuse('not-there');
  const { desk } = reading;
  const order = findWaiting(desk.promise);
  if (order?.id !== seen.id) return refuse('not-there');
  const refusal = findActRefusal(act);
  if (refusal) return refuse(refusal);
  if (order.prepared.profileId === toPersonId(act)) return refuse('same-person');
  if ((await digestNames(desk.plan, promiseId)) !== order.digest) return refuse('changed-meanwhile');
  const approved = toSignedAct(act, services.clock.today());
  return desk.userId === undefined
    ? erase(services, desk, { ...order, approved })
    : approveForAll(services, desk, { ...order, approved });
}

type Approved = DisposalOrder & { readonly approved: DisposalAct };

async function erase(services: Services, desk: RetentionDesk, order: Approved): Promise<DisposeOutcome> {
  const { db, newId } = services;
  const { promise, plan } = desk;
  const erased = await eraseRecords(db, {
    ...{ promiseId: promise.id, keys: plan.due, draftKeys: plan.draftKeys, revision: newId() },
    disposal: toDisposal(services, promise.id, order, 'device'),
  });
  if (erased.kind === 'shared') return refuse('shared');
  const left = await db.promises.get(promise.id);
  if (left) await writeRetention(services, left, replaceOrder(left, order));
  return { kind: 'erased', rows: erased.rows + erased.drafts };
}

async function approveForAll(services: Services, { promise }: RetentionDesk, order: Approved): Promise<DisposeOutcome> {
  const outcome = await writeRetention(services, promise, replaceOrder(promise, order));
  if (outcome.kind === 'done') await putDisposal(services.db, toDisposal(services, promise.id, order, 'server'));
  return outcome;
}

const replaceOrder = ({ retention }: Row<'promises'>, order: Approved): Retention => ({
  rules: retention?.rules ?? [],
  orders: (retention?.orders ?? []).map((one) => (one.id === order.id ? order : one)),
});

const toDisposal = ({ clock }: Services, promiseId: string, order: Approved, reach: 'device' | 'server') => {
  const { id, decision, counts, prepared, approved, digest, archive } = order;
  const toSigner = (act: DisposalAct) => ({ function: act.function, on: act.on });
  return {
    ...{ id, promiseId, at: clock.now(), reach, decision, counts, digest, archive },
    ...{ prepared: toSigner(prepared), approved: toSigner(approved) },
  };
};

async function writeRetention(
  { db, clock, newId }: Services,
  { id, tags }: Row<'promises'>,
  retention: Retention,
): Promise<DisposeOutcome> {
  try {
    await commitAction(
      db,
      { label: 'record-changed', writes: [{ kind: 'set', table: 'promises', id, fields: { retention }, seen: tags }] },
      { now: clock.now, today: clock.today, newId },
    );
    return { kind: 'done' };
  } catch (error) {
    if (error instanceof ConflictingChange) return refuse('changed-meanwhile');
    throw error;
  }
}
