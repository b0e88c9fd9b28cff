/** How long ago residents and staff last heard of what was promised: the weakest point of most promises, made visible. */
import { type Day, toDayNumber } from '#domain/calendar/day.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Feedback } from '#domain/records/feedback.ts';
import { findBounds } from './counting-plan.ts';

export type Told = Feedback['audience'];

/** When somebody was last told, or that nobody ever was. `days` then counts from the promise's first day. */
export interface Heard {
  readonly last?: Day | undefined;
  /** Undefined while the promise has not begun. */
  readonly days?: number | undefined;
}

export interface ItemClock {
  readonly itemId: string;
  readonly citizens: Heard;
  readonly staff: Heard;
}

interface ClockInput {
  readonly promise: CitizenPromise;
  /** Activities and goals, by id. */
  readonly itemIds: readonly string[];
  readonly feedback: readonly Feedback[];
  readonly asOf: Day;
}

/**
 * The feedback clock of each item. An act that names nothing, or the promise, was about everything.
 * In: the promise, its items, its acts of feedback, and the day. Out: one clock an item, in order; days are whole and ≥ 0.
 */
export function readFeedbackClock({ promise, itemIds, feedback, asOf }: ClockInput): readonly ItemClock[] {
  const { from } = findBounds(promise);
  const told = feedback.filter(({ date, deletedAt }) => deletedAt === undefined && date <= asOf);
  const hear = (itemId: string, audience: Told): Heard => {
    const last = told
      .filter((act) => act.audience === audience && isAbout(act, itemId, promise.id))
      .map(({ date }) => date)
      .toSorted()
      .at(-1);
    const since = last ?? from;
    if (since === undefined || since > asOf) return { last };
    return { last, days: toDayNumber(asOf) - toDayNumber(since) };
  };
  return itemIds.map((itemId) => ({ itemId, citizens: hear(itemId, 'citizens'), staff: hear(itemId, 'staff') }));
}

const isAbout = ({ refs }: Feedback, itemId: string, promiseId: string): boolean =>
  refs.length === 0 || refs.some(({ id }) => id === itemId || id === promiseId);

export interface ChannelUse {
  readonly kind: Feedback['channel'];
  /** As the promise names it; absent for a channel that it does not name. */
  readonly name?: string | undefined;
  readonly times: number;
  readonly last?: Day | undefined;
}

/**
 * Channels that were promised and those that were used.
 * In: the promise and its feedback. Out: the promised ones first, in the order of the plan, also those never used.
 */
export function compareChannels(promise: CitizenPromise, feedback: readonly Feedback[]): readonly ChannelUse[] {
  const acts = feedback.filter(({ deletedAt, audience }) => deletedAt === undefined && audience === 'citizens');
  const use = (kind: Feedback['channel'], name?: string): ChannelUse => {
    const dates = acts.filter(({ channel }) => channel === kind).map(({ date }) => date);
    return { kind, name, times: dates.length, last: dates.toSorted().at(-1) };
  };
  const { channels } = promise.feedbackPlan;
  const planned = new Set(channels.map(({ kind }) => kind));
  const others = [...new Set(acts.map(({ channel }) => channel))].filter((kind) => !planned.has(kind));
  return [...channels.map(({ kind, name }) => use(kind, name)), ...others.map((kind) => use(kind))];
}
