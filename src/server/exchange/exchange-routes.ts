import { type Context, Hono } from 'hono';
import { authorHeader, clientParameter, exchangeAddress, ownPageHeader } from '#protocol/exchange-address.ts';
import type { ExchangeFailure } from '#protocol/exchange-failure.ts';
import { exchangeLimits } from '#protocol/exchange-limits.ts';
import { type PullAnswer, readPullRequest } from '#protocol/pull.ts';
import { type PushAnswer, type ReceivedPush, readPushRequest } from '#protocol/push.ts';
import { noteReads } from '#server/access-log/note-reads.ts';
import { isCrowded } from '#server/database/database-fault.ts';
import type { ApiEnv } from '#server/guard/api-env.ts';
import { findExcess } from '#server/guard/guard-requests.ts';
import { readJsonBody } from '#server/guard/read-body.ts';
import { rates, type TokenBuckets } from '#server/guard/token-buckets.ts';
import { toFailure } from '#server/people/answer.ts';
import type { People } from '#server/people/people.ts';
import { readSessionToken, requireSession } from '#server/people/require-session.ts';
import { findSession, type Session } from '#server/people/sessions.ts';
import { isOutdated } from './exchange-rows.ts';
import type { ExchangeService } from './exchange-service.ts';
import { servePull } from './serve-pull.ts';
import { servePush } from './serve-push.ts';

type Status = 200 | 400 | 401 | 409 | 426 | 503;

const statusOf: Readonly<Record<ExchangeFailure['kind'] | 'pushed' | 'pulled', Status>> = {
  pushed: 200,
  pulled: 200,
  malformed: 400,
  'signed-out': 401,
  epoch: 409,
  fork: 409,
  gap: 409,
  restart: 409,
  outdated: 426,
  busy: 503,
};

/** Operations may take all of a push; numbers, proofs and the frame around them come on top. Bytes. */
const longestPush = exchangeLimits.pushBytes + exchangeLimits.pushOperations * 512;
/** Two thousand scopes, named twice. Bytes. */
const longestPull = 512 * 1024;

/** `/api/sync/v1`: push, pull and the stream of hints. Behind `guardRequests`. */
export function createExchangeRoutes(service: ExchangeService, buckets: TokenBuckets): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();

  app.post(
    exchangeAddress.push,
    requireAuthor(service.people, async (context, session) => {
      const excess = findExcess(context, buckets, `push ${session.tokenHash}`, rates.push);
      if (excess) return excess;
      const body = await readJsonBody(context.req.raw, longestPush);
      if (body.kind !== 'json') return toFailure(context, body);
      const request = readPushRequest(body.value);
      if (request === undefined) return answer(context, { kind: 'malformed' });
      const pushed = await push(service, session, request, { body: body.value, context });
      return answer(context, pushed, request.epoch);
    }),
  );

  app.post(
    exchangeAddress.pull,
    requireAuthor(service.people, async (context, session) => {
      const body = await readJsonBody(context.req.raw, longestPull);
      if (body.kind !== 'json') return toFailure(context, body);
      const request = readPullRequest(body.value);
      const rate = request?.page === undefined ? 'pull' : 'pullPage';
      const excess = findExcess(context, buckets, `${rate} ${session.tokenHash}`, rates[rate]);
      if (excess) return excess;
      if (request === undefined) return answer(context, { kind: 'malformed' });
      const tools = { ...toTools(service, session, context), limits: service.limits };
      const pulled = await servePull(service.openStore(session), request, tools);
      if (pulled.kind === 'pulled') {
        const { database, ports } = service.people;
        await noteReads({ database, reads: service.reads, now: ports.now() }, session, request.dev, pulled);
      }
      return answer(context, pulled, request.epoch);
    }),
  );

  app.get(
    exchangeAddress.events,
    requireSession(service.people, async (context, session) => {
      // A stream needs no header of ours, so another page could open one; it could not read it, but it would hold it.
      if (context.req.header('sec-fetch-site') !== 'same-origin') {
        return toFailure(context, { kind: 'foreign-request' });
      }
      const space = await service.openStore(session).read((snapshot) => snapshot.readSpace());
      if (isOutdated(space, readClient(context))) return answer(context, { kind: 'outdated' });
      const token = readSessionToken(context) ?? '';
      const { spaceId, userId, tokenHash } = session;
      const isLive = async () => (await findSession(service.people, token, false)) !== undefined;
      const stream = service.streams.open({ spaceId, userId, sessionKey: tokenHash, isLive });
      // The second header keeps a proxy from collecting what should arrive at once.
      return context.body(stream, 200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
    }),
  );

  return app;
}

/**
 * Like `requireSession`, and the session must be of the person whom the device works for: what one has written is never
 * sent under another's name (sync I13).
 */
const requireAuthor = (
  people: People,
  handle: (context: Context<ApiEnv>, session: Session) => Promise<Response>,
): ReturnType<typeof requireSession> =>
  requireSession(people, (context, session) =>
    context.req.header(authorHeader) === session.userId
      ? handle(context, session)
      : toFailure(context, { kind: 'signed-out' }),
  );

/** The number of the protocol that a page speaks. The gate has looked at the header before. */
const readClient = (context: Context<ApiEnv>): number =>
  Number(context.req.header(ownPageHeader) ?? context.req.query(clientParameter) ?? 1);

const toTools = ({ people, openKeeper, rules }: ExchangeService, { spaceId }: Session, context: Context<ApiEnv>) => ({
  client: readClient(context),
  now: people.ports.now,
  keeper: openKeeper(spaceId),
  rules,
});

/** Answers a push when it is where nothing can lose it. */
async function push(
  service: ExchangeService,
  session: Session,
  request: ReceivedPush,
  { body, context }: { readonly body: unknown; readonly context: Context<ApiEnv> },
): Promise<PushAnswer> {
  const { log } = service.people.ports;
  const answered = await servePush(service.openStore(session), request, {
    ...toTools(service, session, context),
    userId: session.userId,
    isCrowd: isCrowded,
    onForgery: (operations) => log({ event: 'forged-receipt', id: context.get('requestId'), count: operations.length }),
  });
  if (answered.kind !== 'pushed') return answered;
  const operationIds = request.operations.flatMap((one) => (one.kind === 'noop' ? [] : [one.op.id]));
  const { spaceId, userId } = session;
  await service.journal?.append({ spaceId, userId, operationIds, body });
  return answered;
}

/**
 * In: the answer, and the epoch that was named. To who names none, being told it is no conflict but what they came for:
 * a browser would write any other status to its console as an error.
 */
function answer(context: Context<ApiEnv>, given: PushAnswer | PullAnswer, epoch?: string): Response {
  if (given.kind === 'busy') context.header('retry-after', '2');
  const isFirstContact = given.kind === 'epoch' && epoch === '';
  return context.json(given, isFirstContact ? 200 : statusOf[given.kind]);
}
