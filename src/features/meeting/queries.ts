import { useQuery } from '@tanstack/react-query';
import { addDays, type Day } from '#domain/calendar/day.ts';
import { findLastMeeting, type MeetingInput, type PlannedWork } from '#domain/meeting/plan-meeting.ts';
import { computePromise } from '#domain/progress/compute-promise.ts';
import { tallyAsOf } from '#domain/progress/tally.ts';
import { findPublishedPage } from '#domain/public-page/public-version.ts';
import { useServices } from '#features/services.ts';
import type { Database, Row } from '#storage/database.ts';
import { readDaysOfGoals } from '#storage/goal-days.ts';
import { countDoneLogs } from '#storage/log-counts.ts';
import { readMeetings } from '#storage/meetings.ts';
import { overviewTables, type PromiseOverview, readOverview } from '#storage/overview.ts';
import { readLogPage } from '#storage/progress-logs.ts';
import { readPublications } from '#storage/publications.ts';

const daysAhead = 28;
const mostPlanned = 60;
/** Between two meetings of a group there are weeks, not years: beyond this the number says nothing. */
const mostLogs = 5000;

export interface MeetingRecords {
  readonly promise: Row<'promises'>;
  readonly meetings: readonly Row<'meetings'>[];
  readonly input: Omit<MeetingInput, 'language'>;
  /** Where residents read about the promise, from the root of the address; undefined until something is published. */
  readonly publicPath: string | undefined;
}

/** All that a meeting's slides are made from. Null where there is no such promise. */
export function useMeetingRecords(promiseId: string) {
  const { db, clock } = useServices();
  const today = clock.today();
  return useQuery({
    queryKey: ['meetings', 'slides', promiseId, today],
    queryFn: () => readMeetingRecords(db, promiseId, today),
    meta: { tables: [...overviewTables, 'meetings', 'goalDays', 'progressLogs', 'publications'] },
  });
}

async function readMeetingRecords(db: Database, promiseId: string, today: Day): Promise<MeetingRecords | null> {
  const overview = await readOverview(db, promiseId);
  if (!overview) return null;
  const meetings = await readMeetings(db, promiseId);
  const last = findLastMeeting(meetings, today);
  const page = findPublishedPage(await readPublications(db, promiseId));
  return {
    promise: overview.promise,
    meetings,
    publicPath: page && `/offentlig/${page.facts.slug.municipality}/${page.facts.slug.promise}`,
    input: {
      promise: overview.promise,
      meetings,
      goals: await readGoals(db, overview, last?.date, today),
      logs: await countDoneLogs(db, promiseId),
      ...(last && { logsSince: await countSince(db, promiseId, last.date, today) }),
      planned: await readPlanned(db, overview, today),
      today,
    },
  };
}

/** Every goal as it stands and, where there was a meeting before, as it stood that day. */
async function readGoals(db: Database, overview: PromiseOverview, last: Day | undefined, today: Day) {
  const now = computePromise(overview, today);
  if (last === undefined) return now.map(({ goal, progress }) => ({ goal, now: progress }));
  const days = await readDaysOfGoals(
    db,
    overview.goals.map(({ id }) => id),
  );
  const totals = new Map([...days].map(([id, byDay]) => [id, tallyAsOf(byDay, last)]));
  const before = computePromise({ ...overview, totals }, last);
  return now.map(({ goal, progress }, index) => ({ goal, now: progress, before: before[index]?.progress }));
}

/** Work of the days after the last meeting, today's included. */
async function countSince(db: Database, promiseId: string, since: Day, today: Day): Promise<number> {
  const { logs } = await readLogPage(db, promiseId, { from: addDays(since, 1), to: today, size: mostLogs });
  return logs.filter(({ state }) => state === 'done').length;
}

/** What is planned and may be seen by partners, nearest first: unannounced work is for inner eyes. */
async function readPlanned(db: Database, overview: PromiseOverview, today: Day): Promise<readonly PlannedWork[]> {
  const shown = new Map(
    overview.activities
      .filter(({ plannedVisibility }) => plannedVisibility !== 'internal')
      .map(({ id, shortName }) => [id, shortName]),
  );
  const { logs } = await readLogPage(db, overview.promise.id, {
    from: today,
    to: addDays(today, daysAhead),
    size: mostPlanned,
  });
  return logs
    .filter(({ state, visibility }) => state === 'planned' && visibility !== 'internal')
    .toReversed()
    .flatMap(({ date, activityIds }) => {
      const name = activityIds.map((id) => shown.get(id)).find((known) => known !== undefined);
      return name === undefined ? [] : [{ date, name }];
    });
}
