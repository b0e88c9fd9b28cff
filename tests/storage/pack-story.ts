import type { Database } from '#storage/database.ts';
import { putPacks } from '#storage/log-packs.ts';
import { logTables } from '#storage/log-rows.ts';
import { runTransaction } from '#storage/run-transaction.ts';
import type { Story } from './records.ts';

type Log = ReturnType<Story['log']>;

/** Puts logs of a stored promise into packs, as if they had come together from a server. */
export const packLogs = (db: Database, { promise }: Story, logs: readonly Log[]): Promise<void> =>
  runTransaction(db, 'rw', [...logTables], () => putPacks(db, promise.id, logs));
