import type { SpaceIdentity, Tx } from '#server/database/server-database.ts';
import type { People } from './people.ts';
import { createId } from './tokens.ts';

/** How somebody proves who they are. */
export type Proof =
  | { readonly kind: 'password'; readonly name: string; readonly stored: string }
  | { readonly kind: 'provider'; readonly provider: string; readonly issuer: string; readonly subject: string };

export type Created = { readonly kind: 'created'; readonly identity: SpaceIdentity } | { readonly kind: 'name-taken' };

/**
 * A new account with one way to sign in. In: a transaction in the space, what the person is called, and the proof.
 * Out: who they are from now on; `name-taken` when the name one signs in by is somebody's, and then nothing was written.
 */
export async function createAccount(
  tx: Tx,
  { ports }: Pick<People, 'ports'>,
  spaceId: string,
  personName: string,
  proof: Proof,
): Promise<Created> {
  const identity = { spaceId, userId: createId(ports) };
  if (!(await addProof(tx, identity, proof, ports.now()))) return { kind: 'name-taken' };
  await tx
    .insertInto('account')
    .values({ space: spaceId, id: identity.userId, name: personName, made_at: ports.now() })
    .execute();
  return { kind: 'created', identity };
}

async function addProof(tx: Tx, { spaceId, userId }: SpaceIdentity, proof: Proof, now: number): Promise<boolean> {
  const owner = { space_id: spaceId, user_id: userId };
  if (proof.kind === 'provider') {
    const { provider, issuer, subject } = proof;
    await tx
      .insertInto('sign_in_identity')
      .values({ ...owner, provider, issuer, subject, made_at: now })
      .execute();
    return true;
  }
  const written = await tx
    .insertInto('sign_in_name')
    .values({ ...owner, name: proof.name, password: proof.stored, changed_at: now })
    .onConflict((on) => on.column('name').doNothing())
    .returning('name')
    .executeTakeFirst();
  return written !== undefined;
}

/** The account of an id, unless it has ended. In: a transaction in the space. Out: its name, or undefined. */
export const findAccount = (tx: Tx, { spaceId, userId }: SpaceIdentity): Promise<{ name: string } | undefined> =>
  tx
    .selectFrom('account')
    .select('name')
    .where('space', '=', spaceId)
    .where('id', '=', userId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();

/** What the space calls itself. */
export async function readSpaceName(tx: Tx, spaceId: string): Promise<string> {
  const row = await tx.selectFrom('space').select('name').where('id', '=', spaceId).executeTakeFirst();
  return row?.name ?? '';
}
