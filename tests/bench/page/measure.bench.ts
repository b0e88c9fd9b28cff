/** Joins the app in a measuring build, beside its own front door, and shows the app's own functions to the runner. */
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { startLiveCache } from '#app/live-cache.ts';
import { newId } from '#app/new-id.ts';
import { systemClock } from '#app/system-clock.ts';
import { computeProgress } from '#domain/progress/compute-progress.ts';
import { emptyTally } from '#domain/progress/tally.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import { paths } from '#features/paths.ts';
import { auditTallies } from '#storage/audit-tallies.ts';
import { bulkLoadLogs } from '#storage/bulk-load.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { openDatabase } from '#storage/database.ts';
import { readAllGoalTotals, readGoalTotal } from '#storage/goal-totals.ts';
import { readOverview } from '#storage/overview.ts';
import { readPromises } from '#storage/promises.ts';
import { createLogSearch, type LogSearch } from '#storage/search-logs.ts';
import { measureBackup } from './backup.ts';
import { createDataSet, createLogs } from './data-set.ts';
import { openFigure, openForm, openOverview, waitForChange, watchSave } from './drive-app.ts';
import { time } from './painted.ts';
import { createSharingMeasures } from './share.ts';
import type { Aggregated, Saved, Searched } from './window.ts';

// A connection of its own: the app's hears of what is stored here as it hears of another tab.
const db = openDatabase({});
const queryClient = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always', staleTime: Number.POSITIVE_INFINITY, retry: false } },
});
startLiveCache(db, queryClient);
const tools = { now: systemClock.now, newId, today: systemClock.today };

async function seed({ logs: count }: { readonly logs: number }) {
  if ((await db.promises.count()) > 0) throw new Error('There is something on this device already');
  const today = systemClock.today();
  const { promises, activities, goals } = createDataSet(today);
  const writes: readonly Write[] = [
    ...promises.map((record) => ({ kind: 'create', table: 'promises', record }) as const),
    ...activities.map((record) => ({ kind: 'create', table: 'activities', record }) as const),
    ...goals.map((record) => ({ kind: 'create', table: 'goals', record }) as const),
  ];
  await commitAction(db, { label: 'imported', batch: newId(), writes }, tools);
  const logs = createLogs(count, today);
  const ms = await time(() => bulkLoadLogs(db, logs));
  return { ms, bytesPerLog: JSON.stringify(logs.slice(0, 1000)).length / Math.min(1000, Math.max(1, count)) };
}

const logsToSave = createLogs(500, systemClock.today(), 2).filter((log) => log.reached === undefined);
let used = 0;

/** The next log to save, each of another activity. */
function takeLog(logs: readonly ProgressLog[] = logsToSave): ProgressLog {
  const log = logs[used % logs.length];
  used += 1;
  if (!log) throw new Error('No log to save');
  return { ...log, id: newId(), date: systemClock.today() };
}

const commit = (record: ProgressLog) =>
  commitAction(db, { label: 'log-created', writes: [{ kind: 'create', table: 'progressLogs', record }] }, tools);

async function saveLog(): Promise<Saved> {
  const record = takeLog();
  const goal = await findFedGoal(record);
  const observer = new QueryObserver(queryClient, {
    queryKey: ['goalTotals', 'bench', goal],
    queryFn: () => readGoalTotal(db, goal),
  });
  const before = await queryClient.fetchQuery({
    ...observer.options,
    queryKey: ['goalTotals', 'bench', goal],
    staleTime: 0,
  });
  const events = before.events ?? 0;
  const start = performance.now();
  let stop = () => {};
  const shown = new Promise<number>((resolve) => {
    stop = observer.subscribe(({ data }) => {
      if ((data?.events ?? 0) > events) resolve(performance.now() - start);
    });
  });
  const durable = await time(() => commit(record));
  const saved = { durable, shown: await shown };
  stop();
  return saved;
}

/** A log of the promise that the overview shows, for a goal that counts up. */
async function saveShown(): Promise<void> {
  const [promise] = await readPromises(db);
  const goals = await db.goals
    .where('promiseId')
    .equals(promise?.id ?? '')
    .toArray();
  const counted = goals.find(({ target }) => target.kind === 'count')?.feeds[0]?.activityId ?? '';
  const own = logsToSave.filter((log) => log.promiseId === promise?.id && log.activityIds.includes(counted));
  await waitForChange(() => commit(takeLog(own)));
}

async function findFedGoal(log: ProgressLog): Promise<string> {
  const goals = await db.goals.where('promiseId').equals(log.promiseId).toArray();
  const fed = goals.find((goal) => goal.feeds.some((feed) => log.activityIds.includes(feed.activityId)));
  if (!fed) throw new Error(`No goal is fed by ${log.activityIds.join()}`);
  return fed.id;
}

async function aggregate(): Promise<Aggregated> {
  let goals = 0;
  const tallies = await time(async () => {
    goals = (await readAllGoalTotals(db)).size;
  });
  const asOf = systemClock.today();
  const figures = await time(async () => {
    for (const { id } of await readPromises(db)) {
      const overview = await readOverview(db, id);
      for (const goal of overview?.goals ?? []) {
        if (overview) computeProgress({ ...overview, goal, tally: overview.totals.get(goal.id) ?? emptyTally, asOf });
      }
    }
  });
  return { tallies, figures, goals };
}

let logSearch: LogSearch | undefined;

async function search(text: string): Promise<Searched> {
  logSearch ??= createLogSearch(db);
  const start = performance.now();
  const ids = await logSearch.find(text);
  return { ms: performance.now() - start, found: ids.length };
}

function closeSearch() {
  logSearch?.close();
  logSearch = undefined;
}

async function recount() {
  const start = performance.now();
  const { mismatches } = await auditTallies(db);
  return { ms: performance.now() - start, mismatches: mismatches.length };
}

/** Goal pages of the first promise. */
async function listGoalPaths(): Promise<readonly string[]> {
  const [first] = await readPromises(db);
  const goals = first ? await db.goals.where('promiseId').equals(first.id).toArray() : [];
  return goals.map((goal) => paths.goal(goal.promiseId, goal.id));
}

window.__bench = {
  seed,
  openOverview,
  saveLog,
  aggregate,
  search,
  ...createSharingMeasures(db),
  recount,
  backUp: () => measureBackup(db),
  closeSearch,
  saveShown,
  openFigure,
  openForm,
  watchSave,
  listGoalPaths,
};
