import type { ProviderRefusal } from '#protocol/session.ts';
import { noteAccess } from '#server/access-log/note-access.ts';
import { lockSpace } from '#server/database/lock-space.ts';
import type { SpaceIdentity, Tx } from '#server/database/server-database.ts';
import { readSpaceName } from './accounts.ts';
import { type Acceptor, acceptInvitation } from './invitations.ts';
import { peekLink, type StoredLink } from './links.ts';
import type { People } from './people.ts';
import { type NewSession, startSession } from './sessions.ts';
import type { SignInProvider } from './sign-in-provider.ts';
import { createToken, hashText } from './tokens.ts';

/** How long somebody may be away at a provider, in milliseconds. */
export const roundTime = 600_000;

export interface RoundRequest {
  readonly sharedDevice: boolean;
  readonly returnTo: string;
  readonly invitation: { readonly token: string; readonly personName: string } | undefined;
}

export type FinishOutcome =
  | ({ readonly kind: 'signed-in' } & NewSession)
  | { readonly kind: 'choose-space'; readonly spaces: readonly { readonly id: string; readonly name: string }[] }
  | { readonly kind: 'refused'; readonly reason: ProviderRefusal; readonly detail: string };

/**
 * Sends somebody to a provider. In: the provider, and what for. Out: where to go, and the secret of the cookie that
 * brings them back. Rejects when the provider cannot be reached.
 */
export async function beginRound(people: People, provider: SignInProvider, request: RoundRequest) {
  const { url, round } = await provider.startRound(request.returnTo, request.sharedDevice);
  const now = people.ports.now();
  const token = createToken(people.ports);
  const row = {
    ...{ token_hash: await hashText(token), provider: provider.settings.id, ...round },
    ...{ return_to: request.returnTo, shared_device: request.sharedDevice },
    link_hash: request.invitation ? await hashText(request.invitation.token) : null,
    person_name: request.invitation?.personName ?? null,
    ends_at: now + roundTime,
    outcome: null,
  };
  await people.database.outsideSpaces(async (tx) => {
    await tx.deleteFrom('sign_in_round').where('ends_at', '<=', String(now)).execute();
    await tx.insertInto('sign_in_round').values(row).execute();
  });
  return { url, token };
}

/**
 * Takes in what the provider says about who came back. The session is not begun here: this request comes from another
 * site, and the page it leads to asks for the rest from ours.
 * In: the cookie's secret, the provider of the address, the query as it came. Out: whether there was such a round.
 */
export async function comeBack(
  people: People,
  token: string,
  provider: SignInProvider,
  query: string,
): Promise<boolean> {
  const tokenHash = await hashText(token);
  // Whoever comes first has the round: a code is exchanged once, however often the address is opened.
  const claimed = await people.database.outsideSpaces((tx) =>
    tx
      .updateTable('sign_in_round')
      .set({ outcome: JSON.stringify({ kind: 'refused', reason: 'failed', detail: 'interrupted' }) })
      .where('token_hash', '=', tokenHash)
      .where('provider', '=', provider.settings.id)
      .where('ends_at', '>', String(people.ports.now()))
      .where('outcome', 'is', null)
      .returningAll()
      .executeTakeFirst(),
  );
  if (claimed === undefined) return false;
  const { state, nonce, verifier, return_to } = claimed;
  const outcome = await provider.finishRound(new URL(query, return_to), { state, nonce, verifier });
  await people.database.outsideSpaces((tx) =>
    tx
      .updateTable('sign_in_round')
      .set({ outcome: JSON.stringify(outcome) })
      .where('token_hash', '=', tokenHash)
      .execute(),
  );
  return true;
}

/**
 * Begins the session of somebody who came back.
 * In: the secret of the round, the space they chose among several, and the secret of a session this browser had.
 * Out: a session; `choose-space` for who has several accounts, and then the round goes on; or why there is none.
 */
export async function finishRound(
  people: People,
  token: string,
  spaceId: string | undefined,
  oldToken: string | undefined,
): Promise<FinishOutcome> {
  const tokenHash = await hashText(token);
  const round = await people.database.outsideSpaces((tx) => selectRound(tx, tokenHash, people.ports.now()));
  if (round?.outcome == null) return refuse('expired', 'no-round');
  if (round.outcome.kind === 'refused') {
    await people.database.outsideSpaces((tx) => takeRound(tx, tokenHash));
    return round.outcome;
  }
  const { issuer, subject } = round.outcome;
  const person = { issuer, subject, provider: round.provider };
  const link = round.link_hash === null ? undefined : await peekLink(people, round.link_hash);
  if (round.link_hash !== null && link?.kind !== 'invitation') return refuse('expired', 'no-invitation');

  const accounts = await people.database.outsideSpaces((tx) => selectIdentities(tx, person).execute());
  const wanted = link?.space_id ?? spaceId;
  if (wanted === undefined && accounts.length > 1) {
    return { kind: 'choose-space', spaces: await nameSpaces(people, accounts) };
  }
  const chosen = wanted ?? accounts[0]?.space_id;
  if (chosen === undefined) return refuse('no-account', 'no-account');
  return people.database.inSpace({ spaceId: chosen, userId: chosen }, async (tx) => {
    await lockSpace(tx);
    if (!(await takeRound(tx, tokenHash))) return refuse('expired', 'used');
    const identity = await findIdentity(tx, people, chosen, { ...person, name: round.person_name ?? '' }, link);
    if (identity === undefined) return refuse('no-account', 'no-account');
    const facts = { by: round.provider, sharedDevice: round.shared_device };
    await noteAccess(tx, identity, { event: 'sign-in', at: people.ports.now(), facts });
    return { kind: 'signed-in', ...(await startSession(tx, people, identity, round.shared_device, oldToken)) };
  });
}

const refuse = (reason: ProviderRefusal, detail: string) => ({ kind: 'refused', reason, detail }) as const;

interface ProvenPerson {
  readonly provider: string;
  readonly issuer: string;
  readonly subject: string;
  /** What they want to be called, where an account is made for them. */
  readonly name: string;
}

/** Who somebody is in a space: by the account they have there, or by the invitation that they came with. */
async function findIdentity(
  tx: Tx,
  people: People,
  spaceId: string,
  { name, ...person }: ProvenPerson,
  link: StoredLink | undefined,
): Promise<SpaceIdentity | undefined> {
  // Held until the session is begun: an account that ends at this moment waits, and then ends the session, too.
  const known = await selectIdentities(tx, person).where('space_id', '=', spaceId).forShare().executeTakeFirst();
  if (link === undefined) return known && { spaceId, userId: known.user_id };
  const acceptor: Acceptor = known
    ? { kind: 'known', userId: known.user_id }
    : { kind: 'new', personName: name, proof: { ...person, kind: 'provider' } };
  const outcome = await acceptInvitation(tx, people, link, acceptor);
  return outcome.kind === 'accepted' ? outcome.identity : undefined;
}

const selectRound = (tx: Tx, tokenHash: string, now: number) =>
  tx
    .selectFrom('sign_in_round')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('ends_at', '>', String(now))
    .executeTakeFirst();

async function takeRound(tx: Tx, tokenHash: string): Promise<boolean> {
  const taken = await tx
    .deleteFrom('sign_in_round')
    .where('token_hash', '=', tokenHash)
    .returning('provider')
    .execute();
  return taken.length > 0;
}

const selectIdentities = (tx: Tx, person: { readonly issuer: string; readonly subject: string }) =>
  tx
    .selectFrom('sign_in_identity')
    .select(['space_id', 'user_id'])
    .where('issuer', '=', person.issuer)
    .where('subject', '=', person.subject)
    .orderBy('space_id');

async function nameSpaces(people: People, accounts: readonly { space_id: string; user_id: string }[]) {
  const spaces: { readonly id: string; readonly name: string }[] = [];
  for (const { space_id, user_id } of accounts) {
    const identity = { spaceId: space_id, userId: user_id };
    spaces.push({ id: space_id, name: await people.database.readSpace(identity, (tx) => readSpaceName(tx, space_id)) });
  }
  return spaces;
}
