/** Who may sign what for whom (model section 5): parties sign with a profile of their own, and two signatures need two. */
import type { Party, PartyKind } from './party.ts';

/** A profile, as far as signing asks. */
export interface Signer {
  readonly id: string;
  readonly partyKind: 'police' | 'municipality' | 'other';
  readonly role: 'editor' | 'manager' | 'reader' | 'admin';
}

/** Why one profile may not sign for one party. */
export const signerRefusals = ['already-signed', 'reader', 'other-party', 'same-profile'] as const;
export type SignerRefusal = (typeof signerRefusals)[number];

const municipalKinds: ReadonlySet<PartyKind> = new Set([
  'municipality',
  'municipal-unit',
  'school',
  'social-services',
  'leisure',
]);

/** Whose profile signs for a party: units, schools and social services belong to the municipality. */
export function toSignerKind(kind: PartyKind): Signer['partyKind'] {
  if (kind === 'police') return 'police';
  return municipalKinds.has(kind) ? 'municipality' : 'other';
}

/**
 * Why the profile may not sign for the party.
 * In: the signatures that stand, the party, the profile. Out: the first reason, or undefined when it may.
 */
export function findSignerRefusal(
  signatures: readonly { readonly partyId: string; readonly profileId: string }[],
  party: Pick<Party, 'id' | 'kind'>,
  signer: Signer,
): SignerRefusal | undefined {
  if (signatures.some(({ partyId }) => partyId === party.id)) return 'already-signed';
  if (signer.role === 'reader') return 'reader';
  if (toSignerKind(party.kind) !== signer.partyKind) return 'other-party';
  if (signatures.some(({ profileId }) => profileId === signer.id)) return 'same-profile';
  return undefined;
}
