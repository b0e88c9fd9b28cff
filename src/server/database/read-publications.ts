import { sql } from 'kysely';
import type { PublicFacts } from '#domain/public-page/public-facts.ts';
import { findPublishedPage, type PublishedPage } from '#domain/public-page/public-version.ts';
import type { Publication } from '#domain/records/publication.ts';
import { readHeldBack } from './read-held-back.ts';
import type { ServerDatabase } from './server-database.ts';

interface PublicationRow {
  readonly space: string;
  readonly scope: string;
  readonly fields: Publication;
}

/** More versions than anybody publishes. */
const mostVersions = 500;

/**
 * What is published under an address.
 * In: both parts of the address, as `PublicFacts.slug` has them. Out: the page that everybody may see, or undefined.
 * Where two promises have taken the same address it belongs to the one that was approved there first.
 */
export async function readPublishedPage(
  database: ServerDatabase,
  slug: PublicFacts['slug'],
): Promise<PublishedPage | undefined> {
  const { municipality, promise } = slug;
  const beginning = `${JSON.stringify({ format: 'loften-1', slug: { municipality, promise } }).slice(0, -1)},`;
  const rows = await database.readPublished(async (tx) => {
    const found = await sql<{ readonly rows: string | null }>`
      SELECT json_agg(json_build_object('space', space, 'scope', scope, 'fields', fields))::text AS rows
      FROM (
        SELECT space, scope, fields FROM record
        WHERE tbl = 'publications' AND left(fields ->> 'content', 220) LIKE ${`${beginning}%`}
        ORDER BY version LIMIT ${mostVersions}
      ) AS found
    `.execute(tx);
    const parsed: readonly PublicationRow[] = JSON.parse(found.rows[0]?.rows ?? '[]');
    return parsed;
  });
  const [first] = rows.toSorted((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1));
  if (first === undefined) return undefined;
  if (await isWithheld(database, first)) return undefined;
  const own = rows.filter(({ space, scope }) => space === first.space && scope === first.scope);
  return findPublishedPage(own.map(({ fields }) => fields));
}

/** Nobody: what is read here is told to nobody, only whether the page still belongs to a promise. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** With its promise, its page is gone: removed by those who lead it, erased, or protected since (guard P12). */
const isWithheld = (database: ServerDatabase, { space, scope }: PublicationRow): Promise<boolean> =>
  database.inSpace({ spaceId: space, userId: nobody }, async (tx) => {
    const promise = await tx
      .selectFrom('record')
      .select('deleted_at')
      .where('space', '=', space)
      .where('tbl', '=', 'promises')
      .where('id', '=', scope)
      .executeTakeFirst();
    if (promise === undefined || promise.deleted_at !== null) return true;
    return (await readHeldBack(tx, space, [scope], 'public-page')).size > 0;
  });

const orderOf = ({ space, scope, fields }: PublicationRow): string => `${fields.approved?.on} ${space} ${scope}`;
