/** Which follow-ups a promise asks for, from its own cadence and its own period (issue 4 item 2). */
import { addDays, countDays, type Day } from '#domain/calendar/day.ts';
import { type Period, toPeriod } from '#domain/calendar/period.ts';
import { type Unit, unitsOf } from '#domain/calendar/unit.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { FollowUp } from '#domain/records/follow-up.ts';

export interface PlannedFollowUp {
  readonly kind: FollowUp['kind'];
  /** From the promise's first day: a follow-up tells what has been reached since then. */
  readonly period: Period;
  readonly dueOn: Day;
}

/** Days after the end of its period by which an interim report is decided, and one of a whole year. */
const interimDays = 30;
const yearDays = 60;
/** A promise that is followed up before it ends is so two weeks before. */
const daysBeforeEnd = 14;

/**
 * In: a promise. Out: its follow-ups in order; none while its period is not known.
 * A stated due date takes the place of the computed one. Tertials and halves are counted from the period's first day.
 */
export function planFollowUps(promise: CitizenPromise): readonly PlannedFollowUp[] {
  const period = toPeriod(promise.period, promise.signedOn);
  if (!period) return [];
  const { cadence, dueDates } = promise.followUpPlan;
  const years = unitsOf(period, 'year');
  const planned = [...listInterim(period, cadence), ...years.map((year, index) => toYear(period, years, year, index))]
    .toSorted((left, right) => (left.period.to < right.period.to ? -1 : 1))
    .map((followUp) =>
      cadence === 'before-end' && followUp.period.to === period.to ? dueBeforeEnd(followUp) : followUp,
    );
  return takeStatedDays(planned, dueDates);
}

function listInterim(period: Period, cadence: CitizenPromise['followUpPlan']['cadence']): PlannedFollowUp[] {
  if (cadence !== 'tertial' && cadence !== 'half-year') return [];
  const isTertial = cadence === 'tertial';
  const units = unitsOf(period, cadence);
  return units
    .map((unit, index) => [unit, index % (isTertial ? 3 : 2)] as const)
    .filter(([unit, place]) => unit.whole && place < (isTertial ? 2 : 1) && unit.to < period.to)
    .map(([unit, place]) => ({
      kind: isTertial ? (['T1', 'T2'] as const)[place as 0 | 1] : ('half' as const),
      period: { from: period.from, to: unit.to },
      dueOn: addDays(unit.to, interimDays),
    }));
}

/** The last of several years closes the promise; a promise of one year has its year only. */
function toYear(period: Period, years: readonly Unit[], year: Unit, index: number): PlannedFollowUp {
  const isLast = index === years.length - 1;
  return {
    kind: isLast && years.length > 1 ? 'final' : 'annual',
    period: { from: period.from, to: year.to },
    dueOn: addDays(year.to, yearDays),
  };
}

const dueBeforeEnd = (followUp: PlannedFollowUp): PlannedFollowUp => ({
  ...followUp,
  dueOn: addDays(followUp.period.to, -daysBeforeEnd),
});

/** Each stated day belongs to the follow-up whose computed day is nearest to it, once. */
function takeStatedDays(planned: readonly PlannedFollowUp[], dueDates: readonly Day[]): readonly PlannedFollowUp[] {
  const days = new Map<PlannedFollowUp, Day>();
  for (const day of [...dueDates].sort()) {
    const free = planned.filter((followUp) => !days.has(followUp));
    const [nearest] = free.toSorted((left, right) => distance(left.dueOn, day) - distance(right.dueOn, day));
    if (nearest) days.set(nearest, day);
  }
  return planned.map((followUp) => ({ ...followUp, dueOn: days.get(followUp) ?? followUp.dueOn }));
}

const distance = (left: Day, right: Day): number => Math.abs(countDays(left, right));

/**
 * The follow-up that people mean today: one that has begun and is not decided, else the planned one whose end is nearest.
 * In: what is planned, what exists (removed ones left out), today. Out: one of the two kinds, or undefined.
 */
export function findCurrentFollowUp(
  planned: readonly PlannedFollowUp[],
  existing: readonly FollowUp[],
  today: Day,
):
  | { readonly kind: 'begun'; readonly followUp: FollowUp }
  | { readonly kind: 'planned'; readonly planned: PlannedFollowUp }
  | undefined {
  const open = existing
    .filter(({ state }) => state !== 'decided' && state !== 'published')
    .toSorted((left, right) => (left.dueOn < right.dueOn ? -1 : 1))[0];
  if (open) return { kind: 'begun', followUp: open };
  const left = planned.filter((one) => !existing.some((followUp) => isSameFollowUp(followUp, one)));
  const next = left.find(({ dueOn }) => dueOn >= today) ?? left.at(-1);
  if (next) return { kind: 'planned', planned: next };
  const latest = existing.toSorted((one, other) => (one.period.to < other.period.to ? 1 : -1))[0];
  return latest && { kind: 'begun', followUp: latest };
}

export const isSameFollowUp = (
  left: Pick<FollowUp, 'kind' | 'period'>,
  right: Pick<FollowUp, 'kind' | 'period'>,
): boolean => left.kind === right.kind && left.period.to === right.period.to;
