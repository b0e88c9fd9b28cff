import { type Context, Hono } from 'hono';
import {
  changePasswordRequestSchema,
  resetPasswordRequestSchema,
  setUpRequestSchema,
  signInRequestSchema,
  signOutRequestSchema,
} from '#protocol/session.ts';
import { noteAccess } from '#server/access-log/note-access.ts';
import { lockSpace } from '#server/database/lock-space.ts';
import type { ApiEnv } from '#server/guard/api-env.ts';
import { findExcess } from '#server/guard/guard-requests.ts';
import { rates, type TokenBuckets } from '#server/guard/token-buckets.ts';
import { parseBody, toFailure, toUnknown } from './answer.ts';
import type { People } from './people.ts';
import { readSession, readSessionToken, requireSession } from './require-session.ts';
import { answerSignedIn, clearSessionCookie, describeProviders, describeSession } from './session-answer.ts';
import { endSession, endSessionsOf } from './sessions.ts';
import { setUpServer } from './set-up.ts';
import { changePassword, type PasswordOutcome, resetPassword, signIn } from './sign-in.ts';
import { hashText } from './tokens.ts';

/** `/api/session`: who is signed in, signing in and out, and passwords. Behind `guardRequests`. */
export function createSessionRoutes(people: People, buckets: TokenBuckets): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();

  app.get('/api/session', async (context) => {
    const session = await readSession(context, people);
    const description = session && (await describeSession(people, session));
    return context.json(description ?? describeProviders(people));
  });

  app.post('/api/session', async (context) => {
    const body = await parseBody(context, signInRequestSchema);
    if (body.kind !== 'parsed') return toFailure(context, body);
    const { address } = context.get('requester');
    const excess = findExcess(context, buckets, `sign-in ${address}`, rates.signInAddress);
    if (excess) return excess;
    const nameKey = `sign-in-name ${await hashText(body.value.name)}`;
    const excessOfName = findExcess(context, buckets, nameKey, rates.signIn);
    if (excessOfName) return excessOfName;
    const outcome = await signIn(people, { ...body.value, address, oldToken: readSessionToken(context) });
    if (outcome.kind !== 'signed-in') return toFailure(context, outcome);
    return answerSignedIn(context, people, outcome);
  });

  app.delete('/api/session', async (context) => {
    const body = await parseBody(context, signOutRequestSchema);
    if (body.kind !== 'parsed') return toFailure(context, body);
    const token = readSessionToken(context);
    if (token !== undefined) await endSession(people, { tokenHash: await hashText(token) });
    clearSessionCookie(context);
    // Only when the device asks for it: it would take work along that was never sent.
    if (body.value.wipe) context.header('clear-site-data', '"cache", "storage"');
    return context.json({ kind: 'done' });
  });

  app.delete(
    '/api/session/others',
    requireSession(people, async (context, session) => {
      await people.database.inSpace(session, async (tx) => {
        await lockSpace(tx);
        await endSessionsOf(tx, session, session.tokenHash);
        await noteAccess(tx, session, { event: 'sessions-ended', at: people.ports.now(), about: session.userId });
      });
      return context.json({ kind: 'done' });
    }),
  );

  addPasswordRoutes(app, people, buckets);
  return app;
}

function addPasswordRoutes(app: Hono<ApiEnv>, people: People, buckets: TokenBuckets): void {
  app.post(
    '/api/session/password',
    requireSession(people, async (context, session) => {
      const body = await parseBody(context, changePasswordRequestSchema);
      if (body.kind !== 'parsed') return toFailure(context, body);
      const excess = findExcess(context, buckets, `sign-in-name ${session.userId}`, rates.signIn);
      if (excess) return excess;
      const { address } = context.get('requester');
      return answerPassword(context, await changePassword(people, session, body.value, address));
    }),
  );

  app.post('/api/session/reset', async (context) => {
    const body = await parseBody(context, resetPasswordRequestSchema);
    if (body.kind !== 'parsed') return toFailure(context, body);
    return (
      findExcess(context, buckets, `link ${context.get('requester').address}`, rates.signInAddress) ??
      answerPassword(context, await resetPassword(people, body.value.token, body.value.password))
    );
  });

  app.post('/api/session/set-up', async (context) => {
    const body = await parseBody(context, setUpRequestSchema);
    if (body.kind !== 'parsed') return toFailure(context, body);
    const excess = findExcess(context, buckets, `link ${context.get('requester').address}`, rates.signInAddress);
    if (excess) return excess;
    const outcome = await setUpServer(people, body.value, readSessionToken(context));
    if (outcome.kind === 'unknown') return toUnknown(context);
    if (outcome.kind !== 'signed-in') return toFailure(context, outcome);
    return answerSignedIn(context, people, outcome);
  });
}

function answerPassword(context: Context<ApiEnv>, outcome: PasswordOutcome): Response {
  if (outcome.kind === 'done') return context.json(outcome);
  return outcome.kind === 'unknown' ? toUnknown(context) : toFailure(context, outcome);
}
