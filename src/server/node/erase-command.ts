import type { Kysely } from 'kysely';
import { type Erasure, eraseRows, findErasable, readRowName } from '#server/database/erase-rows.ts';
import type { ServerTables } from '#server/database/tables.ts';
import { messages } from '#server/messages.ts';
import { connectOwner } from './connect-owner.ts';
import { describeRefusal } from './describe-refusal.ts';
import { type EmbeddedOptions, openEmbeddedDatabase } from './embedded-database.ts';
import { readLedger, toLedgerFile, writeLedger } from './erasure-ledger.ts';
import type { Configuration } from './read-configuration.ts';
import type { CommandResult } from './run-command.ts';

/** As long as the number of a decision with its date and authority is. */
const longestDecision = 200;

interface Request {
  readonly name: string;
  readonly row: NonNullable<ReturnType<typeof readRowName>>;
  readonly decision: string;
  readonly at: string;
}

const refuse = (sentence: string): CommandResult => ({ kind: 'refused', sentence });

/**
 * Erases a record for everybody, and with a promise all that belongs to it (sync 2.14, guard P7): by whoever runs the
 * server, on the decision of those who answer for the record. Embedded, with the server stopped.
 * In: what the environment says, how to open the embedded database, `table/id`, and the decision's reference.
 */
export async function erase(
  configuration: Configuration,
  options: EmbeddedOptions,
  name = '',
  decision = '',
): Promise<CommandResult> {
  const row = readRowName(name);
  const text = decision.trim();
  if (row === undefined || text === '' || text.length > longestDecision) return refuse(messages.eraseWhat);
  const request = { name, row, decision: text, at: new Date(options.now()).toISOString() };
  return await withEraser(configuration, options, (owner, carryOut) =>
    eraseAs(owner, request, configuration.dataFolder, carryOut),
  );
}

type Owner = Kysely<ServerTables>;
/** Writes the ledger first and the database last. */
type CarryOut = (erasures: readonly Erasure[]) => Promise<void>;

/** Opens what a command erases in, and closes it again. In: what is done there, with a connection as the owner. */
export const withEraser = (
  configuration: Configuration,
  options: EmbeddedOptions,
  work: (owner: Owner, carryOut: CarryOut) => Promise<CommandResult>,
): Promise<CommandResult> =>
  configuration.backend === 'postgres' ? onPostgres(configuration, work) : onEmbedded(options, work);

async function onEmbedded(
  options: EmbeddedOptions,
  work: (owner: Owner, carryOut: CarryOut) => Promise<CommandResult>,
): Promise<CommandResult> {
  const opening = await openEmbeddedDatabase(options);
  if (opening.kind !== 'open') return refuse(describeRefusal(opening, options.folder));
  const { owner, erase: carryOut, close } = opening.embedded;
  try {
    return await work(owner, carryOut);
  } finally {
    await close();
  }
}

async function onPostgres(
  { ownerUrl, dataFolder }: Configuration,
  work: (owner: Owner, carryOut: CarryOut) => Promise<CommandResult>,
): Promise<CommandResult> {
  if (ownerUrl === undefined) return refuse(messages.eraseOwner);
  const ledger = readLedger(dataFolder);
  if (ledger.kind !== 'read') return refuse(describeRefusal(ledger));
  const owner = connectOwner(ownerUrl);
  try {
    return await work(owner, async (erasures) => {
      writeLedger(dataFolder, [...ledger.erasures, ...erasures]);
      await eraseRows(owner, erasures);
    });
  } finally {
    await owner.destroy();
  }
}

async function eraseAs(
  owner: Owner,
  { name, row, decision, at }: Request,
  folder: string,
  carryOut: CarryOut,
): Promise<CommandResult> {
  const found = await findErasable(owner, row);
  if (found.length === 0) return refuse(messages.eraseUnknown(name));
  await carryOut(found.map((one) => ({ ...one, decision, at })));
  return { kind: 'done', sentence: messages.erased(found.length, toLedgerFile(folder)) };
}
