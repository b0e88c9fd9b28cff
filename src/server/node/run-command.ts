import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beginHistoryLine, readHistoryLine, toNextLine } from '#server/database/begin-history-line.ts';
import { eraseRows, listMissing } from '#server/database/erase-rows.ts';
import { messages } from '#server/messages.ts';
import { connectOwner } from './connect-owner.ts';
import { describeRefusal } from './describe-refusal.ts';
import { createChildProof, listDumps } from './dumps.ts';
import { type EmbeddedOptions, openEmbeddedDatabase } from './embedded-database.ts';
import { readLedger } from './erasure-ledger.ts';
import { requestDump } from './nightly-dumps.ts';
import { proveDump } from './prove-dump.ts';
import type { Configuration } from './read-configuration.ts';

/** One sentence that says what was done, or why not. */
export type CommandResult = { readonly kind: 'done' | 'refused'; readonly sentence: string };

const pollInterval = 200;
/** Milliseconds that a running server may take to make a dump and prove it. */
const longestDump = 300_000;

/**
 * Makes a proven dump of the embedded database now: by the server that runs on it, or here when none does.
 * In: what the environment says, and this program.
 */
export async function backUp(configuration: Configuration, script: string): Promise<CommandResult> {
  const { backend, dataFolder: folder } = configuration;
  if (backend === 'postgres') return { kind: 'refused', sentence: messages.backUpElsewhere };
  const opening = await openEmbeddedDatabase(toOptions(configuration, script));
  if (opening.kind === 'in-use') return await askForDump(folder);
  if (opening.kind !== 'open') return { kind: 'refused', sentence: describeRefusal(opening, folder) };
  const result = await opening.embedded.dump();
  await opening.embedded.close();
  return result.kind === 'proven'
    ? { kind: 'done', sentence: messages.backedUp(result.file) }
    : { kind: 'refused', sentence: messages.backUpFailed };
}

/** Asks the server that runs on a data folder for a dump, and waits for it. */
export async function askForDump(folder: string): Promise<CommandResult> {
  const [before] = listDumps(`${folder}/dumps`);
  const isWaiting = requestDump(folder);
  for (let waited = 0; isWaiting() && waited < longestDump; waited += pollInterval) await pause(pollInterval);
  const [newest] = listDumps(`${folder}/dumps`);
  return newest === undefined || newest === before
    ? { kind: 'refused', sentence: messages.backUpFailed }
    : { kind: 'done', sentence: messages.backedUp(newest) };
}

/**
 * Makes what was brought back a new line of history (sync 2.14, guard T27), with every server stopped.
 * In: what the environment says; embedded, the dump that takes the database's place, which is kept aside; on PostgreSQL,
 * whose own tools have brought a backup back, nothing, or a number that the line must be above. Sessions are ended.
 */
export async function restore(
  configuration: Configuration,
  script: string,
  what: string | undefined,
): Promise<CommandResult> {
  if (configuration.backend === 'postgres') return await restorePostgres(configuration, Number(what ?? 0));
  const folder = configuration.dataFolder;
  if (what === undefined || !existsSync(what)) return { kind: 'refused', sentence: messages.restoreWhat(folder) };
  const dump = resolve(what);
  const isWhole = await proveDump(dump).then(
    () => true,
    () => false,
  );
  if (!isWhole) return { kind: 'refused', sentence: messages.dumpDamaged(dump) };
  const opening = await openEmbeddedDatabase({ ...toOptions(configuration, script), restore: dump });
  if (opening.kind !== 'open') return { kind: 'refused', sentence: describeRefusal(opening, folder) };
  await opening.embedded.close();
  return { kind: 'done', sentence: messages.restored(opening.embedded.recovery?.aside ?? '') };
}

/** What was erased is erased again: the backup, which is older than some of it, still had it. */
async function restorePostgres({ ownerUrl, dataFolder }: Configuration, above: number): Promise<CommandResult> {
  if (ownerUrl === undefined || !Number.isSafeInteger(above))
    return { kind: 'refused', sentence: messages.restoreOwner };
  const ledger = readLedger(dataFolder);
  if (ledger.kind !== 'read') return { kind: 'refused', sentence: describeRefusal(ledger) };
  const owner = connectOwner(ownerUrl);
  try {
    const now = Date.now();
    const line = toNextLine(Math.max(above, await readHistoryLine(owner)), now);
    await beginHistoryLine(owner, line, now);
    await eraseRows(owner, await listMissing(owner, ledger.erasures));
    return { kind: 'done', sentence: messages.lineBegun(line) };
  } finally {
    await owner.destroy();
  }
}

/** In: what the environment says, and this program. Out: how a command opens the embedded database. */
export const toOptions = ({ dataFolder: folder }: Configuration, script: string): EmbeddedOptions => ({
  folder,
  now: Date.now,
  prove: createChildProof(script),
});
