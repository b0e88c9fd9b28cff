import type { Database } from '#storage/database.ts';

/** Every row of every table, as text: equal dumps are equal databases. */
export async function dumpDatabase(
  db: Database,
  except: readonly string[] = [],
): Promise<Readonly<Record<string, string>>> {
  const tables = db.tables.filter(({ name }) => !except.includes(name));
  const dumps = await db.transaction('r', tables, () =>
    Promise.all(tables.map(async (table) => [table.name, JSON.stringify(await table.toArray(), null, 1)] as const)),
  );
  return Object.fromEntries(dumps);
}
