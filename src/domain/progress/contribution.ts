/** What counts (model section 4). The explanation of a figure and the stored tallies both come from here. */
import type { Day } from '#domain/calendar/day.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import type { Target } from '#domain/records/target.ts';
import { counters, partyCounter, plannedCounter } from './counters.ts';
import { type CountedFeed, type CountingContext, type CountingPlan, planCounting } from './counting-plan.ts';
import type { ExclusionReason } from './goal-progress.ts';
import { countByKind, noteNothingByKind } from './kinds/all-kinds.ts';
import type { Counted, LogFacts } from './kinds/kind-rules.ts';
import { increase, sumTallies, type Tally, type TallySheet } from './tally.ts';

export type { CountingContext } from './counting-plan.ts';

export type Contribution =
  | {
      readonly kind: 'counts';
      readonly tally: Tally;
      readonly amount: number;
      readonly unsure: boolean;
      /** The whole beside the part, for goals that are a share. */
      readonly whole?: number | undefined;
    }
  /** `tally` holds what is kept apart (planned, zero-report coverage); often empty. */
  | { readonly kind: 'excluded'; readonly reason: ExclusionReason; readonly tally: Tally };

/** A log as it stands: storage sets `replacedBy` when a later log corrects or withdraws it, `lateReported` when it came after a seal. */
export type StandingLog = ProgressLog & {
  readonly replacedBy?: string | undefined;
  readonly lateReported?: boolean | undefined;
};

/**
 * What one log does to one goal's tally (model section 4, "What counts").
 * In: the goal with its promise and activities, and a log. Out: the counters it adds, or why it does not count.
 * Independent of today: future-dated done logs are refused at entry, so a tally is valid on every later day.
 */
export function contribute(context: CountingContext, log: StandingLog): Contribution {
  const sheet: TallySheet = {};
  const outcome = countLog(planCounting(context), log, sheet);
  if (typeof outcome === 'string') return { kind: 'excluded', reason: outcome, tally: sheet };
  return {
    kind: 'counts',
    tally: sheet,
    amount: outcome.amount,
    unsure: outcome.unsure ?? false,
    whole: outcome.whole,
  };
}

export interface GoalTallies {
  readonly total: Tally;
  readonly byDay: ReadonlyMap<Day, Tally>;
}

/** In: the goal with its promise and activities, and all logs of its activities. Out: the total and the tally of each day. */
export function tallyLogs(context: CountingContext, logs: Iterable<StandingLog>): GoalTallies {
  const plan = planCounting(context);
  const byDay = new Map<Day, TallySheet>();
  for (const log of logs) countLog(plan, log, sheetOf(byDay, log.date));
  return finishTallies(byDay);
}

/**
 * The tallies of many goals in one pass over the logs, for a recount.
 * In: one context per goal, and every log of their promises. Out: tallies by goal id, an entry for every goal.
 */
export function tallyGoals(
  contexts: readonly CountingContext[],
  logs: Iterable<StandingLog>,
): ReadonlyMap<string, GoalTallies> {
  const byGoal = contexts.map((context) => ({ plan: planCounting(context), byDay: new Map<Day, TallySheet>() }));
  const byActivity = new Map<string, typeof byGoal>();
  for (const entry of byGoal) {
    for (const activityId of entry.plan.feedsByActivity.keys()) {
      const list = byActivity.get(activityId);
      if (list) list.push(entry);
      else byActivity.set(activityId, [entry]);
    }
  }
  for (const log of logs) {
    for (const { plan, byDay } of findFed(byActivity, log.activityIds)) countLog(plan, log, sheetOf(byDay, log.date));
  }
  return new Map(byGoal.map(({ plan, byDay }) => [plan.goal.id, finishTallies(byDay)]));
}

/** In: one context per goal, and one log. Out: its contribution to each goal that its activities feed; the others are left out. */
export function contributeToGoals(
  contexts: readonly CountingContext[],
  log: StandingLog,
): ReadonlyMap<string, Contribution> {
  const fed = contexts.filter((context) =>
    context.goal.feeds.some((feed) => log.activityIds.includes(feed.activityId)),
  );
  return new Map(fed.map((context) => [context.goal.id, contribute(context, log)]));
}

function findFed<T>(byActivity: ReadonlyMap<string, readonly T[]>, activityIds: readonly string[]): Iterable<T> {
  const [first] = activityIds;
  if (activityIds.length === 1 && first !== undefined) return byActivity.get(first) ?? [];
  return new Set(activityIds.flatMap((id) => byActivity.get(id) ?? []));
}

function sheetOf(byDay: Map<Day, TallySheet>, day: Day): TallySheet {
  const known = byDay.get(day);
  if (known) return known;
  const sheet: TallySheet = {};
  byDay.set(day, sheet);
  return sheet;
}

/** Days on which nothing was counted have no tally. */
function finishTallies(byDay: Map<Day, TallySheet>): GoalTallies {
  for (const [day, sheet] of byDay) {
    if (isEmpty(sheet)) byDay.delete(day);
  }
  return { total: sumTallies(byDay.values()), byDay };
}

function isEmpty(sheet: TallySheet): boolean {
  for (const _ in sheet) return false;
  return true;
}

type Outcome = Counted | ExclusionReason;

function countLog(plan: CountingPlan, log: StandingLog, sheet: TallySheet): Outcome {
  const feeds = findFeeds(plan, log);
  const apart = findExclusion(plan, log, feeds);
  if (apart) return noteExcluded(plan, log, apart, sheet);
  if (log.lateReported) return countLate(plan, log, feeds, sheet);
  const [only, ...later] = plan.targets;
  if (only && later.length === 0) return countUnder(plan, only.target, log, feeds, sheet);
  return countVersions(plan, log, feeds, sheet);
}

function findFeeds(plan: CountingPlan, log: StandingLog): readonly CountedFeed[] {
  const [first] = log.activityIds;
  if (log.activityIds.length === 1 && first !== undefined) return plan.feedsByActivity.get(first) ?? [];
  return [...new Set(log.activityIds)].flatMap((id) => plan.feedsByActivity.get(id) ?? []);
}

function findExclusion(
  plan: CountingPlan,
  log: StandingLog,
  feeds: readonly CountedFeed[],
): ExclusionReason | undefined {
  if (log.replacedBy !== undefined) return 'corrected';
  if (log.withdrawn) return 'withdrawn';
  if (feeds.length === 0) return 'other-activity';
  if (log.state === 'cancelled') return 'cancelled';
  if (log.review === 'returned') return 'returned';
  if ((plan.from !== undefined && log.date < plan.from) || (plan.to !== undefined && log.date > plan.to))
    return 'outside-period';
  if (log.state === 'planned') return 'planned';
  if (log.state === 'nothing-to-report') return 'nothing-to-report';
  if (plan.goal.additionalOnly && log.extra !== true) return 'not-additional';
  return undefined;
}

function noteExcluded(
  plan: CountingPlan,
  log: StandingLog,
  reason: ExclusionReason,
  sheet: TallySheet,
): ExclusionReason {
  if (reason === 'planned') increase(sheet, plannedCounter(log.date), 1);
  if (reason === 'nothing-to-report') {
    increase(sheet, counters.nil, 1);
    noteNothing(plan, log, sheet);
  }
  return reason;
}

/** "Nothing to report" is noted in the units of every version, once per counter. */
function noteNothing(plan: CountingPlan, log: StandingLog, sheet: TallySheet): void {
  const noted: TallySheet = {};
  for (const { target } of plan.targets) {
    const report: TallySheet = {};
    noteNothingByKind(target, factsOf(plan, log, [], report));
    for (const counter in report) noted[counter] = 1;
  }
  for (const counter in noted) increase(sheet, counter, 1);
}

/** Logged after a seal: its amount is kept apart, so that the sealed figure stands. */
function countLate(
  plan: CountingPlan,
  log: StandingLog,
  feeds: readonly CountedFeed[],
  sheet: TallySheet,
): ExclusionReason {
  const outcome = countByKind(targetOn(plan, log.date), factsOf(plan, log, feeds, {}));
  if (typeof outcome === 'string') return outcome;
  increase(sheet, counters.late, outcome.amount);
  return 'late-reported';
}

function countUnder(
  plan: CountingPlan,
  target: Target,
  log: StandingLog,
  feeds: readonly CountedFeed[],
  sheet: TallySheet,
): Outcome {
  const facts = factsOf(plan, log, feeds, sheet);
  const outcome = countByKind(target, facts);
  if (typeof outcome === 'string') return outcome;
  increase(sheet, counters.events, 1);
  if (outcome.unsure) {
    increase(sheet, counters.unsure, outcome.amount);
    return outcome;
  }
  increase(sheet, counters.sum, outcome.amount);
  if (outcome.whole !== undefined) increase(sheet, counters.whole, outcome.whole);
  creditLog(log, outcome.amount, sheet);
  return outcome;
}

/**
 * A goal that was changed: the version in force on the log's date decides whether and how much the log counts. The other
 * versions add only counters that it lacks (weeks beside months), so that the tally serves every version.
 */
function countVersions(
  plan: CountingPlan,
  log: StandingLog,
  feeds: readonly CountedFeed[],
  sheet: TallySheet,
): Outcome {
  const inForce = targetOn(plan, log.date);
  const own: TallySheet = {};
  const outcome = countUnder(plan, inForce, log, feeds, own);
  if (typeof outcome === 'string') return outcome;
  for (const { target } of plan.targets) {
    if (target === inForce) continue;
    const other: TallySheet = {};
    countUnder(plan, target, log, feeds, other);
    for (const counter in other) {
      if (!isFigureOfLog(counter)) own[counter] ??= other[counter] ?? 0;
    }
  }
  for (const counter in own) increase(sheet, counter, own[counter] ?? 0);
  return outcome;
}

/** How much the log counts is the in-force version's alone to say. */
const isFigureOfLog = (counter: string): boolean =>
  counter === counters.sum || counter === counters.unsure || counter.startsWith('party');

const targetOn = (plan: CountingPlan, day: Day): Target =>
  plan.targets.findLast((version) => version.validFrom <= day)?.target ?? plan.goal.target;

const factsOf = (plan: CountingPlan, log: StandingLog, feeds: readonly CountedFeed[], sheet: TallySheet): LogFacts => ({
  plan,
  log,
  feeds,
  sheet,
});

/** A party that a log names twice is credited once. Without an iterator per log: a recount comes here for each. */
function creditLog({ partyIds }: StandingLog, amount: number, sheet: TallySheet): void {
  let credited = 0;
  for (let index = 0; index < partyIds.length; index++) {
    const partyId = partyIds[index] ?? '';
    if (partyIds.indexOf(partyId) < index) continue;
    increase(sheet, partyCounter(partyId), amount);
    credited += 1;
  }
  if (credited === 0) increase(sheet, counters.partyNone, amount);
  else increase(sheet, counters.partyOverlap, amount * (credited - 1));
}
