import type { Context } from 'hono';
import { Hono } from 'hono';
import { PROTOCOL_VERSION, type Status } from '#protocol/status.ts';
import { createExchangeRoutes } from './exchange/exchange-routes.ts';
import type { ExchangeService } from './exchange/exchange-service.ts';
import type { ApiEnv } from './guard/api-env.ts';
import { createTokenBuckets } from './guard/token-buckets.ts';
import { messages } from './messages.ts';
import { mountPeople } from './people/mount-people.ts';
import { createPublicRoutes } from './public/public-routes.ts';
import { isThisMachine, toPublicHeaders, toSecurityHeaders } from './security-headers.ts';
import { type FileMap, findFile, toFileResponse } from './static-files.ts';

export interface AppOptions {
  /** The version of the build, as `GET /api/status` tells it. */
  readonly version: string;
  /** The built app, where this server also hands it out. */
  readonly files?: FileMap;
  /** The name under which a proxy with TLS publishes the app, if one does. */
  readonly publicHost?: string | undefined;
  /** Addresses of the proxies whose `X-Forwarded-*` is believed. */
  readonly trustedProxies?: ReadonlySet<string>;
  /** What people share, and who they are, where this server is more than the app's. */
  readonly exchange?: ExchangeService;
}

/**
 * The one server, with three doors: a function in tests, a mock inside the page, a process in `node.ts`.
 * In: the options above. Out: a Hono app; `app.fetch(request)` answers any request and never throws.
 * Unknown addresses under `/api` are answered 404 `{ "kind": "unknown-address" }`; a fault is 500 `{ "kind": "fault" }`.
 */
export function createApp(options: AppOptions): Hono<ApiEnv> {
  const { version, files = new Map(), publicHost, trustedProxies, exchange } = options;
  const app = new Hono<ApiEnv>();

  app.use(async (context, next) => {
    const url = new URL(context.req.url);
    if (isUnsafe(url, publicHost)) context.res = new Response(messages.plainHttpRefused, { status: 421 });
    else await next();
    setHeaders(context, url);
  });

  // The reason stays out of the answer: it may name what the asker must not know.
  app.onError((_error, context) => context.json({ kind: 'fault' }, 500));
  if (exchange) {
    const { people } = exchange;
    const buckets = createTokenBuckets(people.ports.now);
    mountPeople(app, people, { publicHost, ...(trustedProxies && { trustedProxies }) }, buckets);
    app.route('/', createExchangeRoutes(exchange, buckets));
    app.route('/', createPublicRoutes(people, { publicHost, ...(trustedProxies && { trustedProxies }) }, buckets));
  }
  const backend = exchange ? 'shared' : 'none';
  app.get('/api/status', (context) => context.json<Status>({ backend, protocol: PROTOCOL_VERSION, version }));
  app.all('/api/*', (context) => context.json({ kind: 'unknown-address' }, 404));
  app.get('*', (context) => {
    const file = findFile(files, context.req.path);
    return file ? toFileResponse(file, context.req.header('accept-encoding')) : context.text('404', 404);
  });
  app.notFound((context) => context.text('404', 404));
  return app;
}

/** Plain HTTP to another name than this machine's own is readable on its way, and how a foreign page would reach in. */
const isUnsafe = (url: URL, publicHost: string | undefined): boolean =>
  url.protocol === 'http:' && !isThisMachine(url) && url.host !== publicHost;

function setHeaders(context: Context<ApiEnv>, url: URL): void {
  const headers = context.get('isPublicPage') ? toPublicHeaders(url) : toSecurityHeaders(url);
  for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
  if (url.pathname.startsWith('/api')) context.res.headers.set('cache-control', 'no-store');
}
