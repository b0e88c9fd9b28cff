/** What may leave the device as a plain text: everything that is somebody's work, but for what is protected (guard P12). */

import type { Database } from './database.ts';
import { type DraftRow, listDrafts, listUnsavedDrafts } from './drafts.ts';
import { mentions } from './forget-mentions.ts';
import { type OwnRows, readOwnRows } from './own-rows.ts';
import { listKeptFrom } from './protected-promises.ts';

export interface PlainCopy {
  readonly rows: OwnRows;
  readonly drafts: readonly DraftRow[];
  /** Promises that are left out, with all that belongs to them: they leave the device in closed files only. */
  readonly leftOut: number;
}

export async function readCopy(db: Database): Promise<PlainCopy> {
  const [own, kept, stored] = await Promise.all([readOwnRows(db), listKeptFrom(db, 'backup'), listDrafts(db)]);
  const isKept = ({ promiseId }: { readonly promiseId: string }) => kept.has(promiseId);
  const ids = new Set([...own.values()].flatMap((rows) => rows.filter(isKept).map(({ id }) => id)));
  // On a full device the latest letters are in memory alone.
  const drafts = new Map([...stored, ...listUnsavedDrafts(db)].map((draft) => [draft.key, draft]));
  return {
    rows: new Map(Array.from(own, ([table, rows]) => [table, rows.filter((row) => !isKept(row))] as const)),
    drafts: [...drafts.values()].filter((draft) => !mentions(JSON.stringify(draft), ids)),
    leftOut: kept.size,
  };
}
