import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';

/** What a proof has read, for the person who asked for it. */
export interface DumpContent {
  readonly tables: number;
  readonly rows: number;
}

/**
 * A dump as PGlite takes it. In: its path. Throws if it is not whole: unpacked here, since the engine unpacks in a stream
 * whose errors nobody can catch.
 */
export const readDump = (file: string): Blob => new Blob([new Uint8Array(gunzipSync(readFileSync(file)))]);

/**
 * Opens a dump in memory and reads every row of every table. Rejects when anything of it cannot be read; a database
 * that was never one of ours is refused, too. The dump itself is not touched.
 */
export async function proveDump(file: string): Promise<DumpContent> {
  const pglite = await PGlite.create({ loadDataDir: readDump(file) });
  try {
    const tables = await pglite.query<{ readonly name: string }>(
      "SELECT quote_ident(relname) AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
    );
    const names = tables.rows.map(({ name }) => name);
    if (!names.includes('migration')) throw new Error('This dump is no database of ours');
    let rows = 0;
    for (const name of names) {
      // As text, every column is read whole, also what is stored outside of the row.
      const [counted] = (await pglite.query<{ count: number }>(`SELECT count(one::text) FROM ${name} AS one`)).rows;
      rows += Number(counted?.count ?? 0);
    }
    return { tables: names.length, rows };
  } finally {
    await pglite.close();
  }
}
