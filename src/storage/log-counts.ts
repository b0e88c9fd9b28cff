/** How many logs are done in each promise, without reading one of them. */
import type { StandingLog } from '#domain/progress/contribution.ts';
import type { Database } from './database.ts';
import { countPromiseLogs } from './many-logs.ts';
import { changeState, readState } from './promise-state.ts';
import type { LogMove } from './update-tallies.ts';

/** Whether a log counts as work that was done: it stands, and says done. */
export const isDone = (log: StandingLog): boolean =>
  log.replacedBy === undefined && !log.withdrawn && log.state === 'done';

/**
 * How many logs of a promise stand and are done: all that its index holds, less the others, which are few and counted.
 * The save that people make most, of work that is done, has then nothing to count.
 */
export const countDoneLogs = async (db: Database, promiseId: string): Promise<number> =>
  (await countPromiseLogs(db, promiseId)) - (await readState(db, promiseId)).otherLogs;

/** Moves the counts, inside the transaction that stores the logs. */
export async function moveLogCounts(db: Database, moves: readonly LogMove[]): Promise<void> {
  const changes = new Map<string, number>();
  const add = (log: StandingLog | undefined, step: 1 | -1) => {
    if (log && !isDone(log)) changes.set(log.promiseId, (changes.get(log.promiseId) ?? 0) + step);
  };
  for (const { before, after } of moves) {
    add(before, -1);
    add(after, 1);
  }
  for (const [promiseId, change] of changes) {
    if (change === 0) continue;
    await changeState(db, promiseId, { otherLogs: (await readState(db, promiseId)).otherLogs + change });
  }
}
