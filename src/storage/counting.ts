/** What the counting of logs depends on besides the logs, kept in memory for as long as nobody changes it. */
import type { CountingContext } from '#domain/progress/contribution.ts';
import type { Database, Row } from './database.ts';
import { readState } from './promise-state.ts';

export interface Counting {
  readonly promise: Row<'promises'>;
  readonly activityIds: ReadonlySet<string>;
  readonly contexts: readonly CountingContext[];
  readonly contextsByActivity: ReadonlyMap<string, readonly CountingContext[]>;
}

interface Kept {
  readonly revision: string;
  readonly counting: Counting | undefined;
}
const keptOf = new WeakMap<Database, Map<string, Kept>>();

/** The tables that {@link readCounting} reads: a transaction that counts must hold them. */
export const countingTables = ['promises', 'activities', 'goals', 'meta'] as const;

/** What is in memory. It holds for as long as the promise's stored revision is the same. */
export const findKeptCounting = (db: Database, promiseId: string): Kept | undefined => keptOf.get(db)?.get(promiseId);

/**
 * A promise's goals with what decides what counts for them. Inside a transaction over {@link countingTables}: the
 * revision that is stored beside the rows says whether what is in memory still holds, in whichever tab it was changed.
 */
export async function readCounting(db: Database, promiseId: string): Promise<Counting | undefined> {
  const { revision } = await readState(db, promiseId);
  const kept = findKeptCounting(db, promiseId);
  if (kept && kept.revision === revision) return kept.counting;
  const counting = await loadCounting(db, promiseId);
  if (revision !== undefined) keepCounting(db, promiseId, { revision, counting });
  return counting;
}

function keepCounting(db: Database, promiseId: string, kept: Kept): void {
  const all = keptOf.get(db) ?? new Map<string, Kept>();
  keptOf.set(db, all);
  all.set(promiseId, kept);
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
