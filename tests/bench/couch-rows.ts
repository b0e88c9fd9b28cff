/** What PouchDB replicates with, as rows of the server's own database: one revision of a document, and no attachments. */
import { sql } from 'kysely';
import type { ServerDatabase } from '#server/database/server-database.ts';

export interface CouchDocument {
  readonly id: string;
  /** With the revision in `_rev`. */
  readonly fields: object;
}

export interface CouchRows {
  readonly put: (documents: readonly CouchDocument[]) => Promise<void>;
  readonly listChanges: (since: number, most: number) => Promise<readonly CouchChange[]>;
  /** Revisions of those that are there, by id. */
  readonly findRevisions: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** JSON of the fields of those that are there, by id. */
  readonly readFields: (ids: readonly string[]) => Promise<ReadonlyMap<string, CouchFields>>;
  /** From memory: PouchDB asks after every batch, and CouchDB has it ready. */
  readonly summarize: () => { readonly documents: number; readonly sequence: number };
  /** Counts what is stored. */
  readonly count: () => Promise<number>;
}

interface CouchChange {
  readonly id: string;
  readonly sequence: number;
  readonly revision: string;
}

interface CouchFields {
  readonly revision: string;
  readonly text: string;
}

/** In a space of its own, so that no device of the product comes upon them. */
export async function openCouchRows(database: ServerDatabase): Promise<CouchRows> {
  const spaceId = crypto.randomUUID();
  const identity = { spaceId, userId: spaceId };
  await database.inSpace(identity, (tx) =>
    tx.insertInto('space').values({ id: spaceId, name: 'Couch', epoch: crypto.randomUUID() }).execute(),
  );
  // An array, and not a joined list: the embedded database knows too little of a new table to look each of them up.
  const listed = (ids: readonly string[]) =>
    sql`space = ${spaceId} AND tbl = 'couch' AND id = ANY (${`{${ids.join(',')}}`}::uuid[])`;
  let documentCount = 0;
  let sequence = 0;
  return {
    put: async (documents) => {
      const given = JSON.stringify(documents.map((document, index) => ({ ...document, place: index + 1 })));
      const { rows } = await database.inSpace(identity, (tx) =>
        sql<{ added: boolean }>`
          WITH counted AS (
            UPDATE space SET version = version + ${documents.length} WHERE id = ${spaceId}
            RETURNING version - ${documents.length} AS before
          )
          INSERT INTO record (space, tbl, id, scope, version, fields)
          SELECT ${spaceId}, 'couch', given.id, ${spaceId}, before + place, given.fields
          FROM counted, jsonb_to_recordset(${given}::jsonb) AS given (id uuid, place bigint, fields jsonb)
          ON CONFLICT (space, tbl, id) DO UPDATE SET version = excluded.version, fields = excluded.fields
          RETURNING xmax = 0 AS added
        `.execute(tx),
      );
      documentCount += rows.filter(({ added }) => added).length;
      sequence += documents.length;
    },
    listChanges: async (since, most) => {
      const { rows } = await database.inSpace(identity, (tx) =>
        sql<{ id: string; version: string; revision: string }>`
          SELECT id, version, fields ->> '_rev' AS revision FROM record
          WHERE space = ${spaceId} AND scope = ${spaceId} AND version > ${since}
          ORDER BY version LIMIT ${most}
        `.execute(tx),
      );
      return rows.map(({ version, ...row }) => ({ ...row, sequence: Number(version) }));
    },
    findRevisions: async (ids) => {
      const { rows } = await database.inSpace(identity, (tx) =>
        sql<{ id: string; revision: string }>`
          SELECT id, fields ->> '_rev' AS revision FROM record WHERE ${listed(ids)}
        `.execute(tx),
      );
      return new Map(rows.map(({ id, revision }) => [id, revision]));
    },
    readFields: async (ids) => {
      const { rows } = await database.inSpace(identity, (tx) =>
        sql<{ id: string; revision: string; text: string }>`
          SELECT id, fields ->> '_rev' AS revision, fields::text AS text FROM record WHERE ${listed(ids)}
        `.execute(tx),
      );
      return new Map(rows.map(({ id, ...fields }) => [id, fields]));
    },
    summarize: () => ({ documents: documentCount, sequence }),
    count: async () => {
      const { rows } = await database.inSpace(identity, (tx) =>
        sql<{ count: string }>`SELECT count(*) FROM record WHERE space = ${spaceId}`.execute(tx),
      );
      return Number(rows[0]?.count);
    },
  };
}
