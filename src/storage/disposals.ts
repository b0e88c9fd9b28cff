/** The log of what was disposed of: when, on whose decision, by which functions, how many of what. Never what it said (guard P7). */
import type { DisposalCount } from '#domain/records/retention.ts';
import type { Database } from './database.ts';

export interface Disposal {
  readonly id: string;
  readonly promiseId: string;
  /** The author's clock. */
  readonly at: string;
  /** Carried out on this device, or ordered for everybody from who runs the server. */
  readonly reach: 'device' | 'server';
  readonly decision: string;
  readonly counts: readonly DisposalCount[];
  /** Functions, never persons. */
  readonly prepared: { readonly function: string; readonly on: string };
  readonly approved: { readonly function: string; readonly on: string };
  /** SHA-256 of the names of the records, and of the archive package. */
  readonly digest: string;
  readonly archive: string;
}

const prefix = 'disposal/';

/** Inside the running transaction. */
export const putDisposal = (db: Database, disposal: Disposal): Promise<unknown> =>
  db.meta.put({ key: `${prefix}${disposal.id}`, value: disposal });

/** Everything that was disposed of from this device, the latest first; of one promise, also after it is gone. */
export async function listDisposals(db: Database, promiseId?: string): Promise<readonly Disposal[]> {
  const rows = await db.meta.where('key').startsWith(prefix).toArray();
  return rows
    .map(({ value }) => value as Disposal)
    .filter((one) => promiseId === undefined || one.promiseId === promiseId)
    .sort((left, right) => (left.at < right.at ? 1 : -1));
}
