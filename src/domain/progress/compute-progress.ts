import type { Day } from '#domain/calendar/day.ts';
import { toPeriod } from '#domain/calendar/period.ts';
import type { Assessment } from '#domain/records/assessment.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Deviation } from '#domain/records/deviation.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Measurement } from '#domain/records/measurement.ts';
import type { TargetKind } from '#domain/records/target.ts';
import { contribute, type StandingLog } from './contribution.ts';
import { counters } from './counters.ts';
import { type CountingContext, findBounds } from './counting-plan.ts';
import { findDisposed } from './disposed-figure.ts';
import type { GoalExplanation, GoalProgress, PromiseRollUp, RollUpCoverage, RunningStatus } from './goal-progress.ts';
import { measureByKind } from './kinds/all-kinds.ts';
import type { FigureInput } from './kinds/kind-rules.ts';
import { readPaceCurve } from './pace.ts';
import { findPauses } from './pauses.ts';
import { decideStatus, isDropped, isWorthTalking } from './status.ts';
import { countPlanned, type Tally } from './tally.ts';
import { findSignedTarget, findTargetOn } from './target-versions.ts';

export interface ProgressInput {
  readonly goal: Goal;
  readonly promise: CitizenPromise;
  /** The goal's whole tally as of `asOf`. */
  readonly tally: Tally;
  readonly measurements: readonly Measurement[];
  readonly assessments: readonly Assessment[];
  readonly deviations: readonly Deviation[];
  readonly asOf: Day;
}

const endedStatuses: readonly RunningStatus[] = ['rescoped', 'not-met', 'disposed'];
const silentStatuses: readonly RunningStatus[] = ['rescoped', 'paused', 'disposed'];

/** The one engine. In: a goal with everything it depends on. Out: every figure of it on the day `asOf`. */
export function computeProgress(input: ProgressInput): GoalProgress {
  const { goal, tally, asOf } = input;
  const disposed = findDisposed({ ...input, kind: findTargetOn(goal, asOf).kind });
  const figureInput = prepare(input);
  const { period, periodOver, frame, pauses } = figureInput;
  const figure = measureByKind(figureInput);
  const status = disposed ? 'disposed' : decideStatus({ goal, standing: figure.standing, periodOver, pauses, asOf });
  return {
    goalId: goal.id,
    kind: figureInput.target.kind,
    target: figureInput.target,
    signedTarget: findSignedTarget(goal, asOf),
    asOf,
    period,
    periodOver,
    status,
    ...(disposed && { disposed }),
    attainment: disposed ? undefined : figure.attainment,
    pace: disposed ? undefined : figure.pace,
    // Nobody asks how a goal will end that has been taken away or given up.
    forecast: endedStatuses.includes(status) ? undefined : figure.forecast,
    events: tally[counters.events] ?? 0,
    planned: countPlanned(tally, asOf),
    needsTalk: isWorthTalking(status, frame) || (!silentStatuses.includes(status) && figure.needsTalk === true),
    detail: figure.detail,
  };
}

function prepare({
  goal,
  promise,
  tally,
  measurements,
  assessments,
  deviations,
  asOf,
}: ProgressInput): FigureInput<TargetKind> {
  const period = toPeriod(promise.period, promise.signedOn);
  const { from } = findBounds(promise);
  const pauses = findPauses(goal, deviations, asOf);
  return {
    target: findTargetOn(goal, asOf),
    goal,
    tally,
    measurements,
    assessments,
    asOf,
    period,
    span: period ?? (from !== undefined && from <= asOf ? { from, to: asOf } : undefined),
    periodOver: period !== undefined && asOf > period.to,
    terms: promise.terms,
    pauses,
    frame: period && readPaceCurve(period, goal.pacePlan, promise.terms, pauses)?.frameOn(asOf),
  };
}

/**
 * Which logs make the figure and which do not, and why, by the same code that counts them.
 * In: the goal with its context and the day, and every log of its activities. Out: both lists, by date.
 */
export function explainProgress(
  input: Omit<ProgressInput, 'tally'> & CountingContext,
  logs: readonly StandingLog[],
): GoalExplanation {
  const { goal, promise, activities, asOf } = input;
  const context: CountingContext = { goal, promise, activities };
  const counted: GoalExplanation['counted'][number][] = [];
  const excluded: GoalExplanation['excluded'][number][] = [];
  for (const log of logs.toSorted(byDate)) {
    const contribution = contribute(context, log);
    const about = { logId: log.id, date: log.date };
    if (contribution.kind === 'excluded') excluded.push({ ...about, reason: contribution.reason });
    else if (log.date > asOf) excluded.push({ ...about, reason: 'future' });
    else
      counted.push({ ...about, amount: contribution.amount, unsure: contribution.unsure, whole: contribution.whole });
  }
  return { goalId: goal.id, asOf, counted, excluded };
}

const byDate = (left: StandingLog, right: StandingLog): number =>
  `${left.date} ${left.id}` < `${right.date} ${right.id}` ? -1 : 1;

const goodStatuses: readonly RunningStatus[] = ['met', 'ahead', 'on-pace', 'holding'];
const statusesWithoutFigures: readonly RunningStatus[] = ['no-data', 'awaiting'];

/** In: the goals' progress with their goals. Out: "x av y mål nådda" with the distribution and what needs talk. */
export function rollUpPromise(
  goals: readonly { readonly goal: Goal; readonly progress: GoalProgress }[],
): PromiseRollUp {
  const own = goals.filter(({ goal }) => goal.level !== 'effect');
  const statuses = own.map(({ progress }) => progress.status);
  const count = (wanted: readonly RunningStatus[]): number =>
    statuses.filter((status) => wanted.includes(status)).length;
  return {
    met: count(['met']),
    decided: statuses.length - count(['rescoped', 'unmeasured', 'disposed']),
    total: goals.length,
    byStatus: distribute(statuses),
    effects: distribute(goals.filter(({ goal }) => goal.level === 'effect').map(({ progress }) => progress.status)),
    withoutFigures: count(statusesWithoutFigures),
    unmeasured: count(['unmeasured']),
    rescoped: count(['rescoped']),
    disposed: count(['disposed']),
    dropped: own.filter(({ goal, progress }) => isDropped(goal, progress.asOf)).length,
    onPace: count(goodStatuses),
    needsTalk: goals.filter(({ progress }) => progress.needsTalk).map(({ progress }) => progress.goalId),
  };
}

/** In: a roll-up. Out: how many of its decided goals have figures. */
export const rollUpCoverage = (rollUp: PromiseRollUp): RollUpCoverage => ({
  known: rollUp.decided - rollUp.withoutFigures,
  of: rollUp.decided,
});

function distribute(statuses: readonly RunningStatus[]): Readonly<Partial<Record<RunningStatus, number>>> {
  const counts: Partial<Record<RunningStatus, number>> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
