/** What the counting of logs depends on besides the logs, kept in memory for as long as nobody changes it. */
import type { CountingContext } from '#domain/progress/contribution.ts';
import type { Database, Row } from './database.ts';

export interface Counting {
  readonly promise: Row<'promises'>;
  readonly activityIds: ReadonlySet<string>;
  readonly contexts: readonly CountingContext[];
  readonly contextsByActivity: ReadonlyMap<string, readonly CountingContext[]>;
}

interface Kept {
  readonly revision: unknown;
  readonly counting: Counting | undefined;
}
const keptOf = new WeakMap<Database, Map<string, Kept>>();

/** The tables that {@link readCounting} reads: a transaction that counts must hold them. */
export const countingTables = ['promises', 'activities', 'goals', 'meta'] as const;

const revisionKey = (promiseId: string) => `counting/${promiseId}`;

/**
 * A promise's goals with what decides what counts for them. Inside a transaction over {@link countingTables}: the
 * revision that is stored beside the rows says whether what is in memory still holds, in whichever tab it was changed.
 */
export async function readCounting(db: Database, promiseId: string): Promise<Counting | undefined> {
  const revision = (await db.meta.get(revisionKey(promiseId)))?.value;
  const kept = keptOf.get(db)?.get(promiseId);
  if (kept && revision !== undefined && kept.revision === revision) return kept.counting;
  const counting = await loadCounting(db, promiseId);
  const all = keptOf.get(db) ?? new Map<string, Kept>();
  keptOf.set(db, all);
  all.set(promiseId, { revision, counting });
  return counting;
}

/** Whoever changes a promise, its activities or its goals says so in the same transaction. `revision`: never used before. */
export async function renewCounting(db: Database, promiseIds: Iterable<string>, revision: string): Promise<void> {
  const rows = Array.from(new Set(promiseIds), (promiseId) => ({ key: revisionKey(promiseId), value: revision }));
  // An action that counts nothing does not hold the table, and even an empty write would open it.
  if (rows.length > 0) await db.meta.bulkPut(rows);
}

/** For a promise that is gone from the device. */
export async function dropCounting(db: Database, promiseIds: readonly string[]): Promise<void> {
  await db.meta.bulkDelete(promiseIds.map(revisionKey));
  for (const promiseId of promiseIds) keptOf.get(db)?.delete(promiseId);
}

async function loadCounting(db: Database, promiseId: string): Promise<Counting | undefined> {
  const [promise, activities, goals] = await Promise.all([
    db.promises.get(promiseId),
    db.activities.where('promiseId').equals(promiseId).toArray(),
    db.goals.where('promiseId').equals(promiseId).toArray(),
  ]);
  if (!promise) return undefined;
  const contexts = goals.map((goal): CountingContext => ({ goal, promise, activities }));
  const activityIds = new Set(activities.map(({ id }) => id));
  return { promise, activityIds, contexts, contextsByActivity: groupByActivity(contexts) };
}

function groupByActivity(contexts: readonly CountingContext[]): ReadonlyMap<string, readonly CountingContext[]> {
  const byActivity = new Map<string, CountingContext[]>();
  for (const context of contexts) {
    for (const activityId of new Set(context.goal.feeds.map((feed) => feed.activityId))) {
      const known = byActivity.get(activityId);
      if (known) known.push(context);
      else byActivity.set(activityId, [context]);
    }
  }
  return byActivity;
}
