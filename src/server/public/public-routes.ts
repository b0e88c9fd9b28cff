/** `/offentlig/…`: what residents read, without a session and without anything behind it that is not published. */
import { type Context, Hono } from 'hono';
import type { PublishedPage } from '#domain/public-page/public-version.ts';
import { writeDcat, writePublicCsv, writePublicJson } from '#domain/public-page/write-public-data.ts';
import { writePublicHtml } from '#domain/public-page/write-public-html.ts';
import { writeDcatXml } from '#domain/public-page/write-public-rdf.ts';
import { readPublishedPage } from '#server/database/read-publications.ts';
import type { ApiEnv } from '#server/guard/api-env.ts';
import { type Published, readRequester } from '#server/guard/requester.ts';
import { rates, type TokenBuckets } from '#server/guard/token-buckets.ts';
import type { People } from '#server/people/people.ts';
import { busyPage, missingPage } from './public-messages.ts';

interface PublicFile {
  readonly contentType: string;
  /** In: the page, and its whole address without an ending. */
  readonly write: (page: PublishedPage, address: string) => string;
}

const files: ReadonlyMap<string, PublicFile> = new Map([
  [
    '',
    {
      contentType: 'text/html; charset=utf-8',
      write: ({ facts, versions }: PublishedPage) => {
        const name = facts.slug.promise;
        return writePublicHtml(facts, versions, {
          json: `${name}.json`,
          csv: `${name}.csv`,
          dcat: `${name}.jsonld`,
          rdf: `${name}.rdf`,
        });
      },
    },
  ],
  [
    'json',
    {
      contentType: 'application/json; charset=utf-8',
      write: ({ facts, versions }: PublishedPage) => writePublicJson(facts, versions),
    },
  ],
  ['csv', { contentType: 'text/csv; charset=utf-8', write: ({ facts }: PublishedPage) => writePublicCsv(facts) }],
  [
    'jsonld',
    {
      contentType: 'application/ld+json; charset=utf-8',
      write: ({ facts }: PublishedPage, address: string) => writeDcat(facts, address),
    },
  ],
  [
    'rdf',
    {
      contentType: 'application/rdf+xml; charset=utf-8',
      write: ({ facts }: PublishedPage, address: string) => writeDcatXml(facts, address),
    },
  ],
]);

/** The parts of an address, and the ending that says which file. Anything else does not exist. */
const pattern = /^\/offentlig\/([a-z0-9-]{1,80})\/([a-z0-9-]{1,80})(?:\.([a-z]{3,6}))?$/;

/**
 * In: people (for the database and the log), where the app is published, and buckets. Out: the routes. Whatever is not
 * published is 404 with the same words, so that nothing can be found by asking.
 */
export function createPublicRoutes({ database }: People, published: Published, buckets: TokenBuckets): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.get('/offentlig/:municipality/:promise', async (context) => {
    const url = new URL(context.req.url);
    const { address, origin } = readRequester(url, context.req.raw.headers, context.env?.peer, published);
    const taken = buckets.take(`public ${address}`, rates.publicPage);
    if (taken.kind === 'empty')
      return context.html(busyPage, 429, { 'retry-after': String(Math.ceil(taken.milliseconds / 1000)) });
    const [, municipality = '', promise = '', ending = ''] = pattern.exec(url.pathname) ?? [];
    const file = files.get(ending);
    if (municipality === '' || file === undefined) return context.html(missingPage, 404);
    const page = await readPublishedPage(database, { municipality, promise });
    if (page === undefined) return context.html(missingPage, 404);
    context.set('isPublicPage', true);
    const text = file.write(page, `${origin}/offentlig/${municipality}/${promise}`);
    return await answer(context, text, file.contentType);
  });
  return app;
}

/** A minute is short enough for what is withdrawn, and long enough for a day when everybody asks. */
const cacheControl = 'public, max-age=60, must-revalidate';

async function answer(context: Context, text: string, contentType: string): Promise<Response> {
  const bytes = new TextEncoder().encode(text);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const etag = `"${[...hash.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
  const headers = { 'cache-control': cacheControl, 'content-type': contentType, etag };
  if (context.req.header('if-none-match') === etag)
    return context.body(null, 304, { etag, 'cache-control': cacheControl });
  return context.body(text, 200, headers);
}
