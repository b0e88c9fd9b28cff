import type { Context, MiddlewareHandler } from 'hono';
import { readCookie } from '#server/people/cookies.ts';
import { hashText } from '#server/people/tokens.ts';
import type { ApiEnv } from './api-env.ts';
import { findOriginFault } from './check-origin.ts';
import type { Log } from './log-line.ts';
import { type Published, readRequester } from './requester.ts';
import { type Rate, rates, type TokenBuckets } from './token-buckets.ts';

export interface GuardOptions extends Published {
  readonly buckets: TokenBuckets;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newRequestId: () => string;
}

/**
 * The gate that every request under `/api` passes (guard T2, T17, T18, T33): who asks, from our own page or not, how
 * often; and one line in the log when it is answered. In: options. Out: a middleware; it answers 403, 421 or 429 itself.
 */
export const guardRequests =
  (options: GuardOptions): MiddlewareHandler<ApiEnv> =>
  async (context, next) => {
    const { req, env } = context;
    const startedAt = options.now();
    const requester = readRequester(new URL(req.url), req.raw.headers, env?.peer, options);
    context.set('requester', requester);
    context.set('requestId', options.newRequestId());

    const refusal = await findRefusal(context, options);
    if (refusal) context.res = refusal;
    else await next();

    context.res.headers.set('x-request-id', context.get('requestId'));
    options.log({
      event: 'request',
      id: context.get('requestId'),
      method: /^[A-Z]{1,10}$/.test(req.method) ? req.method : 'other',
      // The pattern and never the address: what stands in an address may name a person or open a door.
      route: req.matchedRoutes.find(({ path }) => !path.includes('*'))?.path ?? 'unknown',
      status: context.res.status,
      ms: options.now() - startedAt,
      user: context.get('logUser'),
    });
  };

async function findRefusal(context: Context<ApiEnv>, { buckets }: GuardOptions): Promise<Response | undefined> {
  const { req } = context;
  const { address, origin, readable, secure } = context.get('requester');
  if (readable) return context.json({ kind: 'foreign-request' }, 421);
  const place = `address ${address}`;
  const giveBack = () => buckets.giveBack(place, rates.address);
  // Given back as soon as the session is found; a secret that opens nothing stays counted.
  context.set('welcome', giveBack);
  const excess = findExcess(context, buckets, place, rates.address);
  if (excess) return excess;
  const heldExcess = await findHeldExcess(context, buckets, secure);
  if (heldExcess) {
    // Whoever asks too much does not use up what their neighbours may ask.
    giveBack();
    return heldExcess;
  }
  const fault = findOriginFault(req.method, req.raw.headers, origin);
  return fault && context.json({ kind: 'foreign-request' }, 403);
}

/** What one session asks for all together. */
async function findHeldExcess(
  context: Context<ApiEnv>,
  buckets: TokenBuckets,
  secure: boolean,
): Promise<Response | undefined> {
  const token = readCookie(context.req.header('cookie'), 'session', secure);
  return token === undefined
    ? undefined
    : findExcess(context, buckets, `session ${await hashText(token)}`, rates.session);
}

/**
 * One more limit for what is dear. In: whose bucket, at which rate. Out: an answer when it is empty, else undefined.
 */
export function findExcess(
  context: Context<ApiEnv>,
  buckets: TokenBuckets,
  key: string,
  rate: Rate,
): Response | undefined {
  const taken = buckets.take(key, rate);
  return taken.kind === 'empty' ? toWait(context, Math.ceil(taken.milliseconds / 1000)) : undefined;
}

/** The answer to whoever asks too often. In: whole seconds until it is worth asking again. */
export const toWait = (context: Context<ApiEnv>, seconds: number): Response =>
  context.json({ kind: 'wait', seconds }, 429, { 'retry-after': String(seconds) });
