import { randomBytes } from 'node:crypto';
import { toCutoff, trimLog } from '#server/access-log/trim-log.ts';
import { createExchangeService, type ExchangeService } from '#server/exchange/exchange-service.ts';
import { createReplay } from '#server/exchange/replay-push.ts';
import type { Log } from '#server/guard/log-line.ts';
import { messages } from '#server/messages.ts';
import { createPeople, type People } from '#server/people/people.ts';
import { createSignInProvider } from '#server/people/sign-in-provider.ts';
import { startForgetting } from './daily-forgetting.ts';
import { describeRefusal } from './describe-refusal.ts';
import { createChildProof } from './dumps.ts';
import { type EmbeddedDatabase, openEmbeddedDatabase } from './embedded-database.ts';
import { trimAsOwner } from './log-commands.ts';
import { startDumping } from './nightly-dumps.ts';
import { openPostgresDatabase } from './postgres-database.ts';
import type { Configuration } from './read-configuration.ts';
import { readReceiptKey } from './receipt-key-file.ts';
import { createScrypt } from './scrypt.ts';

/** Everything behind `/api`, on a database that is open. */
export interface Backend {
  readonly exchange: ExchangeService;
  /** Why nothing can be acknowledged any more, and the process has to end. */
  readonly findFailure: () => Error | undefined;
  /** Ends streams and what is under way, dumps what is new, and lets go of the database. */
  readonly close: () => Promise<void>;
}

export type BackendOpening =
  | { readonly kind: 'open'; readonly backend: Backend }
  | { readonly kind: 'refused'; readonly sentence: string };

export interface ProcessTools {
  readonly log: Log;
  readonly now: () => number;
  /** This program, to be started once more for proving dumps. */
  readonly script: string;
}

/** Milliseconds that the proof of the last dump may take while somebody waits for the process to end. */
const lastProof = 5_000;

/** In: what the environment says. Out: the backend, with everything played again that was lost; or why not. */
export const openBackend = (configuration: Configuration, tools: ProcessTools): Promise<BackendOpening> =>
  configuration.backend === 'postgres' ? openOnPostgres(configuration, tools) : openEmbedded(configuration, tools);

async function openOnPostgres(configuration: Configuration, tools: ProcessTools): Promise<BackendOpening> {
  const { databaseUrl: url, ownerUrl, receiptKey = new Uint8Array() } = configuration;
  const opening = await openPostgresDatabase({ url, ownerUrl });
  if (opening.kind !== 'open') return { kind: 'refused', sentence: describeRefusal(opening) };
  const { database } = opening;
  if (ownerUrl !== undefined) {
    tellTrimmed(await trimAsOwner(ownerUrl, toCutoff(tools.now(), configuration.logMonths), tools.now()), tools);
  }
  const people = toPeople(configuration, tools, database);
  const exchange = createExchangeService({ people, receiptKey });
  const stopForgetting = startForgetting({ ...tools, database });
  const close = async () => {
    exchange.streams.close();
    await stopForgetting();
    await database.close();
  };
  return { kind: 'open', backend: { exchange, close, findFailure: () => undefined } };
}

async function openEmbedded(configuration: Configuration, tools: ProcessTools): Promise<BackendOpening> {
  const { dataFolder: folder, acceptCopy } = configuration;
  const { now, log, script } = tools;
  const opening = await openEmbeddedDatabase({ folder, now, acceptCopy, prove: createChildProof(script) });
  if (opening.kind !== 'open') return { kind: 'refused', sentence: describeRefusal(opening, folder) };
  const { embedded } = opening;
  const { database, journal, findFailure, recovery } = embedded;
  const receiptKey = configuration.receiptKey ?? readReceiptKey(folder);
  if (receiptKey === undefined) {
    await embedded.close();
    return { kind: 'refused', sentence: messages.keyFileWrong(folder) };
  }
  if (recovery) log({ event: 'recovered', dump: recovery.dump, aside: recovery.aside });
  tellTrimmed(await trimLog(embedded.owner, toCutoff(now(), configuration.logMonths), now()), tools);
  const people = toPeople(configuration, tools, database);
  const exchange = createExchangeService({ people, receiptKey, journal });
  await replay(embedded, exchange, log);
  const stopDumping = startDumping({ embedded, folder, now, log });
  const stopForgetting = startForgetting({ database, now, log });
  const close = async () => {
    exchange.streams.close();
    await stopForgetting();
    await stopDumping();
    // Unproven in time, it is thrown away; what it would have held is in the database and in the journal.
    if (embedded.hasNews() && findFailure() === undefined) await embedded.dump(createChildProof(script, lastProof));
    await embedded.close();
  };
  return { kind: 'open', backend: { exchange, findFailure, close } };
}

function tellTrimmed(rows: number, { log }: ProcessTools): void {
  if (rows > 0) log({ event: 'access-log-trimmed', rows });
}

async function replay(embedded: EmbeddedDatabase, exchange: ExchangeService, log: Log): Promise<void> {
  const play = createReplay(exchange);
  let gone = 0;
  const { replayed, damaged } = await embedded.replay(async (entry) => {
    if ((await play(entry)).kind === 'gone') gone += 1;
  });
  if (replayed + damaged > 0) log({ event: 'replayed', replayed: replayed - gone, gone, damaged });
}

const toPeople = (
  { providers, leaseDays }: Configuration,
  { now, log }: ProcessTools,
  database: People['database'],
): People =>
  createPeople({
    database,
    leaseDays,
    providers: providers.map((settings) => createSignInProvider(settings, fetch)),
    ports: { now, log, randomBytes: (count) => new Uint8Array(randomBytes(count)), scrypt: createScrypt() },
  });
