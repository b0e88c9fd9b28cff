import { sql } from 'kysely';
import type { ServerDatabase } from '#server/database/server-database.ts';
import type { JournalEntry } from './operation-journal.ts';

export interface ReplayReport {
  /** Entries that the database knew already. */
  readonly known: number;
  /** Entries that were played again. */
  readonly replayed: number;
}

/** How many entries are looked up before the first of them is played. */
const batch = 200;

/**
 * Plays again what was acknowledged and is not in the database: after a power cut that took more than it should, or
 * after a dump took the place of a broken database (sync 2.20).
 * In: the database, the journal's entries oldest first, and what pushes one of them once more; the answer of that is not
 * waited for by any device. Out: counts. Rejects with the first error of `apply`; calling again goes on where it stopped.
 */
export async function replayJournal(
  database: ServerDatabase,
  entries: readonly JournalEntry[],
  apply: (entry: JournalEntry) => Promise<void>,
): Promise<ReplayReport> {
  let replayed = 0;
  for (let start = 0; start < entries.length; start += batch) {
    const part = entries.slice(start, start + batch);
    const known = await findKnown(database, part);
    for (const entry of part) {
      // An entry that names no operation only moves a device's count on: playing it again does no harm.
      const { spaceId, operationIds } = entry;
      if (operationIds.length > 0 && operationIds.every((id) => known.has(toKey(spaceId, id)))) continue;
      await apply(entry);
      // A push that was sent twice is in the journal twice.
      for (const id of operationIds) known.add(toKey(spaceId, id));
      replayed += 1;
    }
  }
  return { known: entries.length - replayed, replayed };
}

/** By space: another tenant's operation of the same name is another operation. */
async function findKnown(database: ServerDatabase, entries: readonly JournalEntry[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (const spaceId of new Set(entries.map((entry) => entry.spaceId))) {
    const own = entries.filter((entry) => entry.spaceId === spaceId);
    const ids = own.flatMap(({ operationIds }) => operationIds);
    // Reading what was answered is the server's own work: no person is behind it.
    const rows = await database.inSpace({ spaceId, userId: '' }, (tx) =>
      tx
        .selectFrom('op_result')
        .select('op_id')
        .where('space', '=', spaceId)
        .where(sql<boolean>`op_id = ANY(${ids}::uuid[])`)
        .execute(),
    );
    for (const { op_id } of rows) known.add(toKey(spaceId, op_id));
  }
  return known;
}

const toKey = (spaceId: string, operationId: string) => `${spaceId}/${operationId}`;
