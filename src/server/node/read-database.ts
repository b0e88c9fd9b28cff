import { PGlite } from '@electric-sql/pglite';
import { openPgliteDatabase, pgliteParsers } from '#server/database/pglite-database.ts';
import type { ServerDatabase } from '#server/database/server-database.ts';
import { messages } from '#server/messages.ts';
import { describeRefusal } from './describe-refusal.ts';
import { listDumps } from './dumps.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';
import { openPostgresDatabase } from './postgres-database.ts';
import { readDump } from './prove-dump.ts';
import type { Configuration } from './read-configuration.ts';
import { askForDump, type CommandResult, toOptions } from './run-command.ts';

/**
 * Opens the database for a command that reads. PostgreSQL, and an embedded one that is at rest, as they are; of an
 * embedded one that a server runs on, a dump that the server makes now, opened in memory.
 * In: what the environment says, this program, and the work. Out: its result, or why the database did not open.
 */
export async function readDatabase(
  configuration: Configuration,
  script: string,
  work: (database: ServerDatabase) => Promise<CommandResult>,
): Promise<CommandResult> {
  const { backend, databaseUrl: url, ownerUrl, dataFolder } = configuration;
  if (backend === 'postgres') {
    const opening = await openPostgresDatabase({ url, ownerUrl });
    if (opening.kind !== 'open') return { kind: 'refused', sentence: describeRefusal(opening) };
    return await work(opening.database).finally(opening.database.close);
  }
  const opening = await openEmbeddedDatabase(toOptions(configuration, script));
  if (opening.kind === 'in-use') return await readDumpOf(dataFolder, work);
  if (opening.kind !== 'open') return { kind: 'refused', sentence: describeRefusal(opening, dataFolder) };
  return await work(opening.embedded.database).finally(opening.embedded.close);
}

async function readDumpOf(
  folder: string,
  work: (database: ServerDatabase) => Promise<CommandResult>,
): Promise<CommandResult> {
  const asked = await askForDump(folder);
  const [newest] = listDumps(`${folder}/dumps`);
  if (asked.kind !== 'done' || newest === undefined) return { kind: 'refused', sentence: messages.backUpFailed };
  const pglite = await PGlite.create({ loadDataDir: readDump(newest), parsers: pgliteParsers });
  const opening = await openPgliteDatabase(pglite);
  if (opening.kind === 'open') return await work(opening.database).finally(opening.database.close);
  await pglite.close();
  return { kind: 'refused', sentence: describeRefusal(opening, folder) };
}
