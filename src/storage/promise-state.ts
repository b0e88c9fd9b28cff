/** What is kept beside a promise's rows, one small row for each promise, so that a save reads and writes it once. */
import type { Database } from './database.ts';

export interface PromiseState {
  /** New with every change of what decides what counts: see {@link renewRevisions}. */
  readonly revision: string | undefined;
  /** How many of its logs are not done work: planned, cancelled, nothing to report, corrected, withdrawn. */
  readonly otherLogs: number;
  /** How many of its logs lie in packs. */
  readonly packedLogs: number;
}

export const stateKey = (promiseId: string) => `promise/${promiseId}`;

/** In: a row of `meta`, or none. */
export function toPromiseState(row: { readonly value: unknown } | undefined): PromiseState {
  const { revision, otherLogs, packedLogs } = (row?.value ?? {}) as Readonly<Record<keyof PromiseState, unknown>>;
  return {
    revision: typeof revision === 'string' ? revision : undefined,
    otherLogs: typeof otherLogs === 'number' ? otherLogs : 0,
    packedLogs: typeof packedLogs === 'number' ? packedLogs : 0,
  };
}

export const readState = async (db: Database, promiseId: string): Promise<PromiseState> =>
  toPromiseState(await db.meta.get(stateKey(promiseId)));

/** Changes part of a promise's state, inside the running transaction. */
export async function changeState(db: Database, promiseId: string, changes: Partial<PromiseState>): Promise<void> {
  await db.meta.put({ key: stateKey(promiseId), value: { ...(await readState(db, promiseId)), ...changes } });
}

/** Whoever changes a promise, its activities or its goals says so in the same transaction. `revision`: never used before. */
export async function renewRevisions(db: Database, promiseIds: Iterable<string>, revision: string): Promise<void> {
  for (const promiseId of new Set(promiseIds)) await changeState(db, promiseId, { revision });
}

/** For promises that are gone from the device. */
export const dropStates = (db: Database, promiseIds: readonly string[]): Promise<void> =>
  db.meta.bulkDelete(promiseIds.map(stateKey));
