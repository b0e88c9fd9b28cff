import { Hono } from 'hono';
import { finishProviderRequestSchema, linkPages, startProviderRequestSchema } from '#protocol/session.ts';
import type { ApiEnv } from '#server/guard/api-env.ts';
import { findExcess } from '#server/guard/guard-requests.ts';
import type { Log } from '#server/guard/log-line.ts';
import { rates, type TokenBuckets } from '#server/guard/token-buckets.ts';
import { parseBody, toFailure, toUnknown } from './answer.ts';
import { readCookie, toClearedCookie, toSetCookie } from './cookies.ts';
import type { People } from './people.ts';
import { beginRound, comeBack, finishRound, roundTime } from './provider-rounds.ts';
import { readSessionToken } from './require-session.ts';
import { answerSignedIn } from './session-answer.ts';

/** `/api/oidc`: signing in through a provider. Behind `guardRequests`. */
export function createProviderRoutes(people: People, buckets: TokenBuckets): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  const { log } = people.ports;

  app.post('/api/oidc/:provider/start', async (context) => {
    const body = await parseBody(context, startProviderRequestSchema);
    if (body.kind !== 'parsed') return toFailure(context, body);
    const provider = people.providers.get(context.req.param('provider'));
    if (provider === undefined) return toUnknown(context);
    const { address, origin, secure } = context.get('requester');
    const excess = findExcess(context, buckets, `sign-in ${address}`, rates.signInAddress);
    if (excess) return excess;
    const returnTo = `${origin}/api/oidc/${provider.settings.id}/callback`;
    const { sharedDevice, invitation } = body.value;
    const begun = await beginRound(people, provider, { sharedDevice, returnTo, invitation }).catch((error: unknown) =>
      logAway(log, provider.settings.id, error),
    );
    if (begun === undefined) return toFailure(context, { kind: 'provider-refused', reason: 'failed' });
    context.header('set-cookie', toSetCookie('round', begun.token, roundTime / 1000, secure));
    return context.json({ kind: 'go', url: begun.url });
  });

  // Reached from the provider's page, without our session cookie: it only takes in the answer and leads on to a page of
  // ours, which asks for the session from our own site.
  app.get('/api/oidc/:provider/callback', async (context) => {
    const provider = people.providers.get(context.req.param('provider'));
    const token = readCookie(context.req.header('cookie'), 'round', context.get('requester').secure);
    if (provider !== undefined && token !== undefined) {
      await comeBack(people, token, provider, new URL(context.req.url).search);
    }
    return context.redirect(linkPages.landing, 303);
  });

  app.post('/api/oidc/finish', async (context) => {
    const body = await parseBody(context, finishProviderRequestSchema);
    if (body.kind !== 'parsed') return toFailure(context, body);
    const { secure } = context.get('requester');
    const token = readCookie(context.req.header('cookie'), 'round', secure);
    if (token === undefined) return toFailure(context, { kind: 'provider-refused', reason: 'expired' });
    const outcome = await finishRound(people, token, body.value.spaceId, readSessionToken(context));
    if (outcome.kind === 'choose-space') return context.json(outcome);
    context.header('set-cookie', toClearedCookie('round', secure), { append: true });
    if (outcome.kind === 'signed-in') return answerSignedIn(context, people, outcome);
    log({ event: 'provider-refused', id: context.get('requestId'), reason: outcome.reason, detail: outcome.detail });
    return toFailure(context, { kind: 'provider-refused', reason: outcome.reason });
  });

  return app;
}

function logAway(log: Log, provider: string, error: unknown): undefined {
  log({ event: 'provider-away', provider, reason: error instanceof Error ? error.name : 'unknown' });
}
