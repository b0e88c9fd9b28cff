import type { Database } from './database.ts';

/** When everything was last saved as a file, as an ISO instant; undefined when it never was, or nobody can say. */
export async function readLastBackup(db: Database): Promise<string | undefined> {
  const value = (await db.meta.get('backup/last'))?.value;
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined;
}
