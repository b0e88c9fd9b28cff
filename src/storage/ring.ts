/**
 * What the server has accepted, kept until no restored server asks for it again (sync 2.14): many in a row of the table, as
 * they were answered together. A row for each would double what storing the answers costs.
 */
import type { DeviceChanges } from '#domain/delivery/device-state.ts';
import type { RingEntry } from '#domain/delivery/waiting-operation.ts';
import type { Database, RingPart } from './database.ts';

/** The tables in which it lies; before version 4 of the storage each entry was a row of its own, and some still are. */
export const ringTables = ['ring', 'ringParts'] as const;

const partSize = 500;

/** Every entry by rising `n`, inside the running transaction. */
export async function readRing(db: Database): Promise<readonly RingEntry[]> {
  const [single, parts] = await Promise.all([db.ring.toArray(), db.ringParts.toArray()]);
  const entries = [...single, ...parts.flatMap((part) => [...part.entries])].sort((one, other) => one.n - other.n);
  // What was accepted a second time counts where it was accepted last.
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return byId.size === entries.length ? entries : entries.filter((entry) => byId.get(entry.id) === entry);
}

export async function writeRing(
  db: Database,
  { ringAdded = [], ringRemoved = [] }: Pick<DeviceChanges, 'ringAdded' | 'ringRemoved'>,
): Promise<void> {
  if (ringRemoved === 'all') await Promise.all(ringTables.map((table) => db.table(table).clear()));
  else if (ringRemoved.length > 0) await remove(db, new Set(ringRemoved));
  if (ringAdded.length > 0) await db.ringParts.bulkPut(toParts(ringAdded));
}

function toParts(entries: readonly RingEntry[]): RingPart[] {
  const parts: RingPart[] = [];
  for (let from = 0; from < entries.length; from += partSize) {
    const own = entries.slice(from, from + partSize);
    parts.push({ n: own[0]?.n ?? 0, entries: own });
  }
  return parts;
}

/** What leaves was answered together as a rule, so that whole rows go. */
async function remove(db: Database, ids: ReadonlySet<string>): Promise<void> {
  const single = await db.ring.toCollection().primaryKeys();
  await db.ring.bulkDelete(single.filter((id) => ids.has(id)));
  const parts = await db.ringParts.toArray();
  const left = parts.map(({ n, entries }) => ({ n, entries: entries.filter(({ id }) => !ids.has(id)) }));
  const touched = left.filter(({ entries }, index) => entries.length !== parts[index]?.entries.length);
  await db.ringParts.bulkDelete(touched.filter(({ entries }) => entries.length === 0).map(({ n }) => n));
  await db.ringParts.bulkPut(touched.filter(({ entries }) => entries.length > 0));
}
