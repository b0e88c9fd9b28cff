import type { Day } from '#domain/calendar/day.ts';
import { toPeriod } from '#domain/calendar/period.ts';
import { findFigureDay } from '#domain/follow-up/follow-up-steps.ts';
import { joinParts } from '#domain/follow-up/frozen-report.ts';
import { findCurrentFollowUp, type PlannedFollowUp, planFollowUps } from '#domain/follow-up/plan-follow-ups.ts';
import { computePromise, type GoalStanding } from '#domain/progress/compute-promise.ts';
import type { StandingLog } from '#domain/progress/contribution.ts';
import { type Tally, tallyAsOf } from '#domain/progress/tally.ts';
import type { Feedback } from '#domain/records/feedback.ts';
import type { FollowUp } from '#domain/records/follow-up.ts';
import type { Report } from '#domain/report/report.ts';
import type { ActivityWork, FormerGoal } from '#domain/report/report-input.ts';
import { sumActivityWork } from '#domain/report/sum-activity-work.ts';
import type { Database, Row } from '#storage/database.ts';
import { listDrafts } from '#storage/drafts.ts';
import { readFeedback } from '#storage/feedback.ts';
import { readFollowUp, readFollowUps } from '#storage/follow-ups.ts';
import { readGoalDays } from '#storage/goal-days.ts';
import { listPromiseLogs } from '#storage/many-logs.ts';
import { type PromiseOverview, readOverview } from '#storage/overview.ts';
import { readReportParts } from '#storage/report-parts.ts';
import { countSharing } from '#storage/waiting-work.ts';

/** A follow-up with everything that it is made from. */
export interface FollowUpRecords {
  readonly overview: PromiseOverview;
  /** As it is stored, or as it would begin. */
  readonly followUp: FollowUp;
  /** The stored row; undefined while it is only planned. */
  readonly row: Row<'followUps'> | undefined;
  /** The others of the promise: planned or begun, in the order of their days. */
  readonly planned: readonly PlannedFollowUp[];
  readonly existing: readonly Row<'followUps'>[];
  /** The day that the figures are computed for. */
  readonly asOf: Day;
  readonly goals: readonly GoalStanding[];
  readonly work: readonly ActivityWork[];
  readonly feedback: readonly Feedback[];
  /** The same goals in the promise before. */
  readonly former: readonly FormerGoal[];
  readonly frozen: FrozenRecords | undefined;
  /** Changes that no server has confirmed, undefined without a server; and forms that are not saved. */
  readonly waiting: number | undefined;
  readonly drafts: number;
}

export interface FrozenRecords {
  readonly report: Report;
  /** The text that was frozen: what the checksum is taken of. */
  readonly text: string;
  /** Work that was logged after it, by activity. */
  readonly late: readonly ActivityWork[];
}

export interface FollowUpQuestion {
  readonly promiseId: string;
  /** Which; without it the one that is meant today. */
  readonly followUpId?: string | undefined;
  readonly today: Day;
}

/** In: which follow-up. Out: all that its page shows, or null when the promise is gone or nothing is planned for it. */
export async function readFollowUpRecords(
  db: Database,
  { promiseId, followUpId, today }: FollowUpQuestion,
): Promise<FollowUpRecords | null> {
  const [overview, existing] = await Promise.all([readOverview(db, promiseId), readFollowUps(db, promiseId)]);
  if (!overview) return null;
  const { promise } = overview;
  const planned = planFollowUps(promise);
  const current = findCurrentFollowUp(planned, existing, today);
  const row = followUpId
    ? await readFollowUp(db, followUpId)
    : existing.find(({ id }) => current?.kind === 'begun' && id === current.followUp.id);
  if (followUpId && !row) return null;
  const followUp = row ?? (current?.kind === 'planned' ? toDraft(promiseId, current.planned) : undefined);
  if (!followUp) return null;
  const asOf = findFigureDay(followUp.period.to, toPeriod(promise.period, promise.signedOn)?.to, today);
  const [logs, feedback, totals, former, sharing, drafts] = await Promise.all([
    listPromiseLogs(db, promiseId),
    readFeedback(db, promiseId),
    readTotals(db, overview, asOf, today),
    readFormer(db, overview, asOf),
    countSharing(db),
    listDrafts(db),
  ]);
  return {
    ...{ overview, followUp, row, planned, existing, asOf, feedback, former },
    goals: computePromise({ ...overview, totals }, asOf),
    work: sumActivityWork({ promise, activities: overview.activities, logs, asOf }),
    frozen: followUp.snapshot && (await readFrozen(db, followUp.snapshot, overview, logs)),
    waiting: sharing?.waiting,
    drafts: drafts.filter(({ key }) => isAbout(key, overview)).length,
  };
}

/** What a planned follow-up would be if it began today. */
export const toDraft = (promiseId: string, { kind, period, dueOn }: PlannedFollowUp): FollowUp => ({
  ...{ id: '', promiseId, createdAt: '', updatedAt: '', kind, period, dueOn },
  ...{ state: 'collecting', sections: [], signOffs: [], decisions: [] },
});

/** How the goals ended whose line these carry on; none of a promise that is not on this device. */
async function readFormer(
  db: Database,
  { promise, goals }: PromiseOverview,
  asOf: Day,
): Promise<readonly FormerGoal[]> {
  const before = promise.predecessorId && (await readOverview(db, promise.predecessorId));
  if (!before) return [];
  const ended = computePromise(before, asOf);
  return goals.flatMap(({ id, predecessorId }) => {
    const found = ended.find(({ goal }) => goal.id === predecessorId);
    return found ? [{ goalId: id, promiseTitle: before.promise.title, ...found }] : [];
  });
}

/** Today's tallies are stored; those of an earlier day are summed from the days of each goal. */
async function readTotals(
  db: Database,
  { goals, totals }: PromiseOverview,
  asOf: Day,
  today: Day,
): Promise<ReadonlyMap<string, Tally>> {
  if (asOf >= today) return totals;
  const days = await Promise.all(goals.map(({ id }) => readGoalDays(db, id)));
  return new Map(
    goals.map(({ id }, index) => [
      id,
      tallyAsOf(
        (days[index] ?? []).map(({ date, tally }) => [date, tally] as const),
        asOf,
      ),
    ]),
  );
}

type Snapshot = NonNullable<FollowUp['snapshot']>;

/** Undefined while not all of its pages have come from the server. */
async function readFrozen(
  db: Database,
  snapshot: Snapshot,
  { promise, activities }: PromiseOverview,
  logs: readonly StandingLog[],
): Promise<FrozenRecords | undefined> {
  const parts = await readReportParts(db, snapshot.id);
  if (parts.length !== snapshot.parts) return undefined;
  const text = joinParts(parts);
  const report = parseReport(text);
  if (!report) return undefined;
  const takenAt = Date.parse(snapshot.takenAt);
  const marked = logs.map((log) => ({ ...log, lateReported: Date.parse(log.createdAt) > takenAt }));
  const late = sumActivityWork({ promise, activities, logs: marked, asOf: snapshot.asOf });
  return { report, text, late: late.filter(({ lateReported }) => lateReported > 0) };
}

/** Pages that were changed by others than this app may be anything: then there is no report, and the check says so. */
function parseReport(text: string): Report | undefined {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return undefined;
  }
}

const isAbout = (draftKey: string, { promise, goals, activities }: PromiseOverview): boolean =>
  [promise, ...goals, ...activities].some(({ id }) => draftKey.includes(id));
