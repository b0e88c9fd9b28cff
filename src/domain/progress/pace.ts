/** Pace (model section 4): E(t) = T × elapsed ÷ period, by the goal's plan, with paused days out of both sides. */
import { addDays, countDays, type Day, toDay, toDayNumber } from '#domain/calendar/day.ts';
import { addMonths, type Period } from '#domain/calendar/period.ts';
import type { Term } from '#domain/calendar/unit.ts';
import type { PacePlan } from '#domain/records/goal.ts';
import type { Pace, RunningStatus } from './goal-progress.ts';
import type { PausedDays } from './pauses.ts';

/** How much of the time has passed, before it is multiplied with a target. Days are those that are not paused. */
export interface PaceFrame {
  readonly elapsedDays: number;
  readonly periodDays: number;
  readonly daysLeft: number;
  /** 0–1, by the plan's weights. */
  readonly timeShare: number;
}

/** The share (0–1) of a period's work that is expected by the end of a day. */
export interface PaceCurve {
  readonly shareOn: (day: Day) => number;
  readonly frameOn: (day: Day) => PaceFrame;
}

/** Below this share of the period, and with fewer than three events, a pace says nothing. */
const earlyShare = 0.2;
const enoughEvents = 3;
/** Needed rate over own rate from which a goal that is not behind is at risk. */
const riskRatio = 1.25;
/** Sums of month weights end a hair below whole numbers. */
const tolerance = 1e-9;

/**
 * In: the period, the goal's plan, the promise's terms, the paused days. Out: the curve of expected work, or undefined
 * when no day has any weight (all paused, or a plan without weights in the period).
 */
export function createPaceCurve(
  period: Period,
  plan: PacePlan,
  terms: readonly Term[] | undefined,
  pauses: PausedDays,
): PaceCurve | undefined {
  const first = toDayNumber(period.from);
  const length = toDayNumber(period.to) - first + 1;
  if (!(length > 0)) return undefined;
  const weightOf = createWeights(plan, terms);
  const weights = new Float64Array(length + 1);
  const active = new Int32Array(length + 1);
  const paused = markPaused(pauses, first, length);
  for (let index = 0; index < length; index++) {
    const rests = paused[index] === 1;
    weights[index + 1] = (weights[index] ?? 0) + (rests ? 0 : weightOf(first + index));
    active[index + 1] = (active[index] ?? 0) + (rests ? 0 : 1);
  }
  const allWeight = weights[length] ?? 0;
  const periodDays = active[length] ?? 0;
  if (allWeight <= 0 || periodDays === 0) return undefined;
  const passed = (day: Day): number => Math.min(Math.max(toDayNumber(day) - first + 1, 0), length);
  const shareOn = (day: Day): number => (weights[passed(day)] ?? 0) / allWeight;
  const frameOn = (day: Day): PaceFrame => {
    const elapsedDays = active[passed(day)] ?? 0;
    return { elapsedDays, periodDays, daysLeft: periodDays - elapsedDays, timeShare: shareOn(day) };
  };
  return { shareOn, frameOn };
}

const remembered = new Map<string, PaceCurve | undefined>();
const mostRemembered = 100;

/** {@link createPaceCurve}, remembered: most goals of a promise share one curve, and a chart asks for it at every point. */
export function readPaceCurve(
  period: Period,
  plan: PacePlan,
  terms: readonly Term[] | undefined,
  pauses: PausedDays,
): PaceCurve | undefined {
  const key = JSON.stringify([period.from, period.to, plan, plan.kind === 'terms' && terms, pauses]);
  if (remembered.has(key)) return remembered.get(key);
  if (remembered.size >= mostRemembered) remembered.clear();
  const curve = createPaceCurve(period, plan, terms, pauses);
  remembered.set(key, curve);
  return curve;
}

function markPaused(pauses: PausedDays, first: number, length: number): Uint8Array {
  const marks = new Uint8Array(length);
  for (const range of pauses) {
    marks.fill(1, Math.max(toDayNumber(range.from) - first, 0), Math.max(toDayNumber(range.to) - first + 1, 0));
  }
  return marks;
}

/** A month's weight is spread over its days, so that a cut month weighs by the days it has in the period. */
function createWeights(plan: PacePlan, terms: readonly Term[] | undefined): (dayNumber: number) => number {
  if (plan.kind === 'even') return () => 1;
  if (plan.kind === 'terms') {
    if (!terms || terms.length === 0) return () => 1;
    return (dayNumber) => {
      const day = toDay(dayNumber);
      return terms.some((term) => term.from <= day && day <= term.to) ? 1 : 0;
    };
  }
  const known = new Map<string, number>();
  return (dayNumber) => {
    const month = toDay(dayNumber).slice(0, 7);
    const weight = known.get(month) ?? weighDay(plan.weights, month);
    known.set(month, weight);
    return weight;
  };
}

function weighDay(weights: readonly number[], month: string): number {
  const first = `${month}-01`;
  return (weights[Number(month.slice(5)) - 1] ?? 0) / countDays(first, addDays(addMonths(first, 1), -1));
}

/** In: the target's amount and the frame. Out: what is expected by now, to print. */
export function toPace(total: number, frame: PaceFrame): Pace {
  const exact = total * frame.timeShare;
  return { exact, whole: Math.floor(exact + tolerance), ...frame };
}

/** In: the frame and how many logs count. Out: whether there is enough to say anything about pace. */
export const isTooEarly = (frame: PaceFrame, events: number): boolean =>
  frame.elapsedDays / frame.periodDays < earlyShare - tolerance && events < enoughEvents;

/**
 * The pace status of a goal that is not met.
 * In: S and T, the frame if the dates are known, the number of logs. Out: `not-started`, `behind`, `at-risk`, `on-pace` or `ahead`.
 * While nothing can be said (too early, or no dates) a goal with logs is `on-pace`: nothing speaks against it.
 */
export function judgePace(sum: number, total: number, frame: PaceFrame | undefined, events: number): RunningStatus {
  if (!frame || isTooEarly(frame, events)) return events === 0 ? 'not-started' : 'on-pace';
  const { exact, whole } = toPace(total, frame);
  if (sum < whole) return 'behind';
  if (sum + tolerance >= exact + Math.max(1, total / 10)) return 'ahead';
  const needed = (total - sum) * frame.timeShare;
  const own = sum * (1 - frame.timeShare);
  return needed > riskRatio * own + tolerance ? 'at-risk' : 'on-pace';
}

/** In: how many dated items are due, and the frame. Out: pace for kinds whose dates are given instead of spread. */
export const toDatedPace = (due: number, frame: PaceFrame): Pace => ({ exact: due, whole: due, ...frame });
