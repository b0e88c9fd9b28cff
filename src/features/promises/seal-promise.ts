import { toPeriod } from '#domain/calendar/period.ts';
import type { CitizenPromise, Seal } from '#domain/records/citizen-promise.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Party } from '#domain/records/party.ts';
import { findSignerRefusal, type SignerRefusal } from '#domain/records/signer.ts';
import type { Services } from '#features/services.ts';
import type { Write } from '#storage/commit-action.ts';
import { readGoals } from '#storage/goals.ts';
import { readPromise } from '#storage/promises.ts';
import type { Profile } from '#storage/settings.ts';
import { toFirstVersion } from './save-goal.ts';
import { commitForm, type SaveOutcome } from './save-outcome.ts';
import { isSealed } from './seal-rules.ts';

/** What stands in the way of signing at all. */
export const sealObstacles = [
  'period-incomplete',
  'too-few-parties',
  'too-few-signatories',
  'nothing-promised',
] as const;
export type SealObstacle = (typeof sealObstacles)[number];

/** Why one profile may not sign for one party. */
export type SignatureRefusal = 'sealed' | SignerRefusal;

export type SignOutcome =
  | SaveOutcome
  | { readonly kind: 'sealed'; readonly id: string; readonly tx: string; readonly afterStart: boolean }
  | { readonly kind: 'refused'; readonly reason: SignatureRefusal }
  | { readonly kind: 'not-ready'; readonly obstacles: readonly SealObstacle[] };

/** In: the promise and how many items it has. Out: what must be mended before anybody can sign; empty when nothing. */
export function listSealObstacles(promise: CitizenPromise, itemCount: number): readonly SealObstacle[] {
  const { period, signedOn, parties } = promise;
  const isKnown = period.openEnd ? Boolean(period.fromSigning ? signedOn : period.from) : toPeriod(period, signedOn);
  const obstacles: SealObstacle[] = [];
  if (!isKnown) obstacles.push('period-incomplete');
  if (parties.length < 2) obstacles.push('too-few-parties');
  if (parties.filter(({ signatory }) => signatory).length < 2) obstacles.push('too-few-signatories');
  if (itemCount === 0) obstacles.push('nothing-promised');
  return obstacles;
}

/** Why the profile may not sign for the party, or undefined when it may. */
export const findSignatureRefusal = (
  promise: CitizenPromise,
  party: Party,
  profile: Profile,
): SignatureRefusal | undefined =>
  isSealed(promise) ? 'sealed' : findSignerRefusal(promise.seal?.signatures ?? [], party, profile);

export interface Signing {
  readonly promiseId: string;
  readonly partyId: string;
  /** The function that signs, as it shall be printed. */
  readonly function: string;
  readonly profile: Profile;
}

/** Signs for one party. The last signature seals: every goal keeps what was agreed as its first version. */
export async function signPromise(services: Services, signing: Signing): Promise<SignOutcome> {
  const { db, clock } = services;
  const promise = await readPromise(db, signing.promiseId);
  const party = promise?.parties.find(({ id }) => id === signing.partyId);
  if (!promise || !party) return { kind: 'missing' };
  const refusal = findSignatureRefusal(promise, party, signing.profile);
  if (refusal) return { kind: 'refused', reason: refusal };
  const goals = await readGoals(db, promise.id);
  const itemCount = goals.length + (await db.activities.where('promiseId').equals(promise.id).count());
  const obstacles = listSealObstacles(promise, itemCount);
  if (obstacles.length > 0) return { kind: 'not-ready', obstacles };
  const role = signing.function.trim();
  if (role === '') return { kind: 'invalid', issues: [{ path: 'function', code: 'required' }] };
  if (role.length > 120) return { kind: 'invalid', issues: [{ path: 'function', code: 'too-long' }] };

  const today = clock.today();
  const signature = { partyId: party.id, function: role, signedOn: today, profileId: signing.profile.id };
  const signatures = [...(promise.seal?.signatures ?? []), signature];
  const seal = completeSeal(promise, signatures, today);
  const outcome = await commitForm(services, promise.id, {
    label: seal.sealedOn ? 'promise-sealed' : 'record-changed',
    writes: [
      {
        kind: 'set',
        table: 'promises',
        id: promise.id,
        fields: { seal, ...toSignedStatus(promise, seal) },
        seen: promise.tags,
      },
      ...(seal.sealedOn ? goals.flatMap((goal) => keepFirstVersion(promise, goal, today)) : []),
    ],
  });
  if (outcome.kind !== 'saved' || !seal.sealedOn) return outcome;
  return { kind: 'sealed', id: promise.id, tx: outcome.tx, afterStart: seal.afterStart ?? false };
}

/** Sealed when every signatory party has signed; in hindsight when the period had already begun before today. */
function completeSeal(promise: CitizenPromise, signatures: Seal['signatures'], today: string): Seal {
  const signed = new Set(signatures.map(({ partyId }) => partyId));
  const isComplete = promise.parties.every(({ id, signatory }) => !signatory || signed.has(id));
  if (!isComplete) return { signatures };
  const from = toPeriod(promise.period, promise.signedOn)?.from ?? promise.period.from;
  return { signatures, sealedOn: today, afterStart: from !== undefined && today > from };
}

const toSignedStatus = (promise: CitizenPromise, seal: Seal): { readonly status?: CitizenPromise['status'] } =>
  seal.sealedOn && (promise.status === 'draft' || promise.status === 'consultation') ? { status: 'signed' } : {};

/** Goals that carry versions already (examples, an earlier year's change) keep them. */
const keepFirstVersion = (promise: CitizenPromise, goal: Goal, today: string): Write[] =>
  goal.versions.length > 0
    ? []
    : [{ kind: 'set', table: 'goals', id: goal.id, fields: { versions: [toFirstVersion(promise, goal, today)] } }];

/** Takes one party's signature back while the promise is not sealed. */
export async function withdrawSignature(
  services: Services,
  { promiseId, partyId }: { readonly promiseId: string; readonly partyId: string },
): Promise<SignOutcome> {
  const promise = await readPromise(services.db, promiseId);
  if (!promise) return { kind: 'missing' };
  if (isSealed(promise)) return { kind: 'refused', reason: 'sealed' };
  const signatures = (promise.seal?.signatures ?? []).filter((signature) => signature.partyId !== partyId);
  const seal = signatures.length > 0 ? { signatures } : undefined;
  return commitForm(services, promiseId, {
    label: 'record-changed',
    writes: [{ kind: 'set', table: 'promises', id: promiseId, fields: { seal } }],
  });
}
