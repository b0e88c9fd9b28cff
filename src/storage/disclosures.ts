/** The log of what was handed out: when, which records, how many passages were masked. Never what they said (guard P9). */
import type { Database } from './database.ts';
import { runAction } from './running-actions.ts';

export interface Disclosed {
  readonly id: string;
  /** The author's clock. */
  readonly at: string;
  readonly reference: string;
  readonly format: 'html' | 'txt' | 'csv';
  /** `table/id`. */
  readonly records: readonly string[];
  readonly masked: number;
}

const prefix = 'disclosure/';

export const noteDisclosed = (db: Database, disclosed: Disclosed): Promise<unknown> =>
  runAction(db, () => db.meta.put({ key: `${prefix}${disclosed.id}`, value: disclosed }));

/** The latest first. */
export async function listDisclosed(db: Database): Promise<readonly Disclosed[]> {
  const rows = await db.meta.where('key').startsWith(prefix).toArray();
  return rows.map(({ value }) => value as Disclosed).sort((left, right) => (left.at < right.at ? 1 : -1));
}
