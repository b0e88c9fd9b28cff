/** How many logs are done in each promise, kept beside the tallies: a count that no page has to read logs for. */
import type { StandingLog } from '#domain/progress/contribution.ts';
import type { Database } from './database.ts';
import type { LogMove } from './update-tallies.ts';

const countKey = (promiseId: string) => `done-logs/${promiseId}`;

/** Whether a log counts as work that was done: it stands, and says done. */
export const isDone = (log: StandingLog): boolean =>
  log.replacedBy === undefined && !log.withdrawn && log.state === 'done';

/** How many logs of a promise stand and are done. One row is read, whatever the number of logs. */
export const countDoneLogs = async (db: Database, promiseId: string): Promise<number> =>
  toCount(await db.meta.get(countKey(promiseId)));

/** Moves the counts, inside the transaction that stores the logs. */
export async function moveLogCounts(db: Database, moves: readonly LogMove[]): Promise<void> {
  const changes = new Map<string, number>();
  const add = (log: StandingLog | undefined, step: 1 | -1) => {
    if (log && isDone(log)) changes.set(log.promiseId, (changes.get(log.promiseId) ?? 0) + step);
  };
  for (const { before, after } of moves) {
    add(before, -1);
    add(after, 1);
  }
  for (const [promiseId, change] of changes) {
    if (change !== 0) await putLogCount(db, promiseId, (await countDoneLogs(db, promiseId)) + change);
  }
}

/** Puts a count in place of the stored one, inside the running transaction. */
export const putLogCount = async (db: Database, promiseId: string, count: number): Promise<void> => {
  await db.meta.put({ key: countKey(promiseId), value: count });
};

export const dropLogCounts = (db: Database, promiseIds: readonly string[]): Promise<void> =>
  db.meta.bulkDelete(promiseIds.map(countKey));

const toCount = (row: { readonly value: unknown } | undefined): number =>
  typeof row?.value === 'number' ? row.value : 0;
