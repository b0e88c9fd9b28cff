import { type Context, Hono } from 'hono';
import {
  acceptRequestSchema,
  inviteRequestSchema,
  type NewAccountRequest,
  type PreviewAnswer,
  previewRequestSchema,
} from '#protocol/people.ts';
import type { ApiEnv } from '#server/guard/api-env.ts';
import { findExcess } from '#server/guard/guard-requests.ts';
import { rates, type TokenBuckets } from '#server/guard/token-buckets.ts';
import { readSpaceName } from './accounts.ts';
import { parseBody, toFailure, toUnknown } from './answer.ts';
import { acceptInvitation, findInvitation, invite, listInvitations, withdrawInvitation } from './invitations.ts';
import { peekLink, type StoredLink } from './links.ts';
import { findPasswordIssue, hashPassword } from './passwords.ts';
import type { People } from './people.ts';
import { readId } from './people-routes.ts';
import { readSession, readSessionToken, requireSession } from './require-session.ts';
import { answerSignedIn, describeProviders, describeSession } from './session-answer.ts';
import { startSession } from './sessions.ts';
import { NameTakenError, toNameTaken } from './set-up.ts';
import { findByUser } from './sign-in.ts';
import { hashText } from './tokens.ts';

/** `/api/invitations`: letting people in by a link, and coming in by one. Behind `guardRequests`. */
export function createInvitationRoutes(people: People, buckets: TokenBuckets): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();

  app.get(
    '/api/invitations',
    requireSession(people, async (context, session) =>
      context.json({ kind: 'invitations', invitations: await listInvitations(people, session) }),
    ),
  );

  app.post(
    '/api/invitations',
    requireSession(people, async (context, session) => {
      const body = await parseBody(context, inviteRequestSchema);
      if (body.kind !== 'parsed') return toFailure(context, body);
      const outcome = await invite(people, session, body.value.grants);
      return outcome.kind === 'link' ? context.json(outcome) : toUnknown(context);
    }),
  );

  app.delete(
    '/api/invitations/:id',
    requireSession(people, async (context, session) => {
      const id = readId(context, 'id');
      const done = id !== undefined && (await withdrawInvitation(people, session, id));
      return done ? context.json({ kind: 'done' }) : toUnknown(context);
    }),
  );

  app.post('/api/invitations/preview', async (context) => {
    const body = await parseBody(context, previewRequestSchema);
    if (body.kind !== 'parsed') return toFailure(context, body);
    const excess = findExcess(context, buckets, `link ${context.get('requester').address}`, rates.signInAddress);
    if (excess) return excess;
    const link = await peekLink(people, await hashText(body.value.token));
    const preview = link && (await previewLink(people, link));
    return preview ? context.json(preview) : toUnknown(context);
  });

  app.post('/api/invitations/accept', async (context) => {
    const body = await parseBody(context, acceptRequestSchema);
    if (body.kind !== 'parsed') return toFailure(context, body);
    const excess = findExcess(context, buckets, `link ${context.get('requester').address}`, rates.signInAddress);
    if (excess) return excess;
    const link = await peekLink(people, await hashText(body.value.token));
    if (link?.kind !== 'invitation') return toUnknown(context);
    return body.value.kind === 'join' ? join(context, people, link) : acceptNew(context, people, link, body.value);
  });

  return app;
}

/** What a link is for, told to who holds it. Out: undefined for an invitation that no longer stands. */
async function previewLink(people: People, link: StoredLink): Promise<PreviewAnswer | undefined> {
  const endsAt = Number(link.ends_at);
  if (link.kind === 'set-up') return { kind: 'set-up', endsAt };
  if (link.space_id === null || link.subject_id === null) return undefined;
  if (link.kind === 'reset') {
    const account = await findByUser(people, link.subject_id);
    return account && { kind: 'reset', name: account.name, endsAt };
  }
  const spaceId = link.space_id;
  return await people.database.inSpace({ spaceId, userId: spaceId }, async (tx) => {
    const invitation = await findInvitation(tx, link, people.ports.now());
    if (invitation === undefined) return undefined;
    const offered = describeProviders(people);
    return {
      kind: 'invitation',
      spaceId,
      spaceName: await readSpaceName(tx, spaceId),
      grants: invitation.grants,
      providers: offered.kind === 'signed-out' ? offered.providers : [],
      endsAt,
    };
  });
}

/** Somebody new: an account with a password, and a session. */
async function acceptNew(context: Context<ApiEnv>, people: People, link: StoredLink, wanted: NewAccountRequest) {
  const issue = findPasswordIssue(wanted.password, wanted.name);
  if (issue !== undefined) return toFailure(context, { kind: 'password-unfit', issue });
  const stored = await hashPassword(wanted.password, people.ports, people.costLog2);
  const spaceId = link.space_id ?? '';
  const outcome = await people.database
    .inSpace({ spaceId, userId: spaceId }, async (tx) => {
      const proof = { kind: 'password', name: wanted.name, stored } as const;
      const accepted = await acceptInvitation(tx, people, link, { kind: 'new', personName: wanted.personName, proof });
      // Thrown, so that the invitation can be used with another name.
      if (accepted.kind === 'name-taken') throw new NameTakenError();
      if (accepted.kind === 'unknown') return accepted;
      const session = await startSession(tx, people, accepted.identity, wanted.sharedDevice, readSessionToken(context));
      return { kind: 'signed-in', ...session } as const;
    })
    .catch(toNameTaken);
  if (outcome.kind === 'unknown') return toUnknown(context);
  return outcome.kind === 'name-taken' ? toFailure(context, outcome) : answerSignedIn(context, people, outcome);
}

/** Somebody who is signed in gets what the invitation gives. */
async function join(context: Context<ApiEnv>, people: People, link: StoredLink): Promise<Response> {
  const session = await readSession(context, people);
  if (session === undefined) return toFailure(context, { kind: 'signed-out' });
  if (session.spaceId !== link.space_id) return toFailure(context, { kind: 'other-space' });
  const accepted = await people.database.inSpace(session, (tx) =>
    acceptInvitation(tx, people, link, { kind: 'known', userId: session.userId }),
  );
  const description = accepted.kind === 'accepted' ? await describeSession(people, session) : undefined;
  return description ? context.json(description) : toUnknown(context);
}
