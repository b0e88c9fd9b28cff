import type { Hono } from 'hono';
import { createAccessLogRoutes } from '#server/access-log/access-log-routes.ts';
import type { ApiEnv } from '#server/guard/api-env.ts';
import { guardRequests } from '#server/guard/guard-requests.ts';
import type { Published } from '#server/guard/requester.ts';
import type { TokenBuckets } from '#server/guard/token-buckets.ts';
import { toFailure, toThrownFailure } from './answer.ts';
import { createInvitationRoutes } from './invitation-routes.ts';
import type { People } from './people.ts';
import { createPeopleRoutes } from './people-routes.ts';
import { createProviderRoutes } from './provider-routes.ts';
import { createSessionRoutes } from './session-routes.ts';
import { createId } from './tokens.ts';

/**
 * Puts the gate before everything under `/api`, and the routes about people behind it. Before any other route of `/api`.
 * In: the app, people, where the app is published, and the buckets, which other routes share. A fault is logged with its
 * name only, and answered 500 `fault`, or 503 `busy` when the same may succeed later.
 */
export function mountPeople(app: Hono<ApiEnv>, people: People, published: Published, buckets: TokenBuckets): void {
  const { now, log } = people.ports;
  const newRequestId = () => createId(people.ports);
  app.use('/api/*', guardRequests({ ...published, buckets, log, now, newRequestId }));
  app.route('/', createSessionRoutes(people, buckets));
  app.route('/', createPeopleRoutes(people));
  app.route('/', createInvitationRoutes(people, buckets));
  app.route('/', createProviderRoutes(people, buckets));
  app.route('/', createAccessLogRoutes(people, buckets));
  app.onError((error, context) => {
    log({ event: 'fault', id: context.get('requestId'), name: error.name });
    return toFailure(context, toThrownFailure(error));
  });
}
