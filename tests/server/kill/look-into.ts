import pg from 'pg';
import { textTypes } from '#server/database/pglite-database.ts';
import { openPglite } from '#server/node/open-pglite.ts';
import type { Look } from './check-contents.ts';

/** Into the embedded database of a data folder, between two servers. */
export const lookIntoFolder =
  (folder: string): Look =>
  async (text) => {
    const { pglite } = await openPglite(folder);
    const { rows } = await pglite.query(text);
    await pglite.close();
    return rows;
  };

/** Into a PostgreSQL. In: its address, for a superuser. */
export const lookIntoPostgres =
  (connectionString: string): Look =>
  async (text) => {
    const client = new pg.Client({ connectionString });
    await client.connect();
    const asText = new Set<number>(textTypes);
    const getTypeParser = ((type: number, format?: 'text') =>
      asText.has(type) ? String : pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser;
    const { rows } = await client.query({ text, types: { getTypeParser } });
    await client.end();
    return rows;
  };
