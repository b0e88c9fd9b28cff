import { exchangeLimits } from '#protocol/exchange-limits.ts';
import { createToldReads, type ToldReads } from '#server/access-log/note-reads.ts';
import type { SpaceIdentity } from '#server/database/server-database.ts';
import { openSpaceStore } from '#server/database/space-store.ts';
import type { People } from '#server/people/people.ts';
import { type ChangeStreams, createChangeStreams, streamTimes } from './change-streams.ts';
import type { PullLimits } from './decide-pull.ts';
import { createReceiptKeepers, type OpenReceiptKeeper } from './receipt-keeper.ts';
import { type ServerRules, serverRules } from './server-rules.ts';
import type { SpaceStore } from './space-store.ts';

/** What was pushed, as whoever plays it again needs it (sync 2.20). */
export interface PushEntry extends SpaceIdentity {
  readonly operationIds: readonly string[];
  /** The request's body as it came. */
  readonly body: unknown;
}

export interface PushJournal {
  /** Resolves when the entry is on the disk: only then is the push acknowledged. */
  readonly append: (entry: PushEntry) => Promise<void>;
}

export interface ExchangeOptions {
  readonly people: People;
  /** Configuration, in no backup; at least 32 bytes. */
  readonly receiptKey: Uint8Array<ArrayBuffer>;
  /** Where the database alone is not trusted with what was acknowledged. */
  readonly journal?: PushJournal;
  readonly limits?: PullLimits;
  /** For the proof that the walls between tenants hold when these rules do not. */
  readonly rules?: ServerRules;
  /** Milliseconds between comments and between checks of a stream. */
  readonly streamTimes?: { readonly comment: number; readonly check: number };
}

/** Everything that push, pull and events work with. */
export interface ExchangeService {
  readonly people: People;
  readonly openKeeper: OpenReceiptKeeper;
  readonly openStore: (identity: SpaceIdentity) => SpaceStore;
  readonly journal: PushJournal | undefined;
  readonly limits: PullLimits;
  readonly streams: ChangeStreams;
  readonly rules: ServerRules;
  readonly reads: ToldReads;
}

const usualLimits: PullLimits = {
  rows: exchangeLimits.pullRows,
  bytes: exchangeLimits.pullBytes,
  outcomes: exchangeLimits.pullOutcomes,
};

/** In: see the options. Out: what the routes take; its streams are to be closed with the server. Throws on a short key. */
export const createExchangeService = (options: ExchangeOptions): ExchangeService => ({
  people: options.people,
  openKeeper: createReceiptKeepers(options.receiptKey),
  openStore: (identity) => openSpaceStore(options.people.database, identity),
  journal: options.journal,
  limits: options.limits ?? usualLimits,
  rules: options.rules ?? serverRules,
  reads: createToldReads(),
  streams: createChangeStreams(options.people.database, options.streamTimes ?? streamTimes),
});
