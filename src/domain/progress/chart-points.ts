/** What charts draw, as plain data. Each point is the engine's own figure of its day, so a chart cannot disagree with the card. */
import { addDays, type Day } from '#domain/calendar/day.ts';
import { mondayOf } from '#domain/calendar/iso-week.ts';
import type { Period } from '#domain/calendar/period.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Target } from '#domain/records/target.ts';
import { computeProgress, type ProgressInput } from './compute-progress.ts';
import { findBounds } from './counting-plan.ts';
import type { GoalProgress, UnitCount } from './goal-progress.ts';
import { readPaceCurve } from './pace.ts';
import { findPauses } from './pauses.ts';
import { readFigure } from './read-figure.ts';
import { creditParties, increase, type Tally, type TallySheet } from './tally.ts';
import { sortVersions } from './target-versions.ts';

export interface BurnUpPoint {
  readonly date: Day;
  /** The figure at the end of the day; undefined after `asOf` and where there is none. */
  readonly value?: number | undefined;
  /** Between `low` and `high` a goal is on pace; for a ceiling, below `high` it holds. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly target?: number | undefined;
}

export interface TargetChange {
  readonly date: Day;
  readonly reason: string;
  readonly before: Target;
  readonly after: Target;
}

export interface BurnUp {
  readonly asOf: Day;
  readonly points: readonly BurnUpPoint[];
  readonly changes: readonly TargetChange[];
}

export type ChartInput = Omit<ProgressInput, 'tally'> & { readonly byDay: Iterable<readonly [Day, Tally]> };

const mostDailyPoints = 120;
const mostPoints = 400;

/**
 * The outcome over time with the expected band. Days with logs and week ends while they are few, else week ends alone.
 * In: a goal with everything it depends on, and its tallies by day. Out: at most 400 points in order of date
 * (120 unless the period has more weeks); none while the promise has no start.
 */
export function plotBurnUp(input: ChartInput): BurnUp {
  const { goal, promise, asOf } = input;
  const days = [...input.byDay].toSorted(([left], [right]) => (left < right ? -1 : 1));
  const span = findSpan(promise, asOf);
  const changes = listChanges(input);
  if (!span) return { asOf, points: [], changes };
  const dates = chooseDates(span, asOf, [...days.map(([day]) => day), ...changes.map((change) => change.date)]);
  const figures = figureDates(
    input,
    days,
    dates.filter((date) => date <= asOf),
  );
  const curve = readPaceCurve(span, goal.pacePlan, promise.terms, findPauses(goal, input.deviations, asOf));
  const shareOn = findBounds(promise).to === undefined ? undefined : curve?.shareOn;
  const points = dates.map((date, index) => toPoint(date, figures[index], figures.at(-1), shareOn?.(date)));
  return { asOf, points, changes };
}

function findSpan(promise: CitizenPromise, asOf: Day): Period | undefined {
  const { from, to } = findBounds(promise);
  const last = to ?? asOf;
  return from !== undefined && from <= last ? { from, to: last } : undefined;
}

const listChanges = ({ goal }: ChartInput): readonly TargetChange[] => {
  const versions = sortVersions(goal);
  return versions.slice(1).map((version, index) => ({
    date: version.validFrom,
    reason: version.reason,
    before: (versions[index] ?? version).target,
    after: version.target,
  }));
};

function chooseDates(span: Period, asOf: Day, eventful: readonly Day[]): readonly Day[] {
  const inside = (day: Day): boolean => span.from <= day && day <= span.to;
  const fixed = [span.from, asOf, span.to].filter(inside);
  const weekly = [...new Set([...listWeekEnds(span), ...fixed])].toSorted();
  const daily = [...new Set([...weekly, ...eventful.filter(inside)])].toSorted();
  if (daily.length <= mostDailyPoints) return daily;
  const step = Math.ceil(weekly.length / (mostPoints - fixed.length));
  return weekly.filter((day, index) => index % step === 0 || fixed.includes(day));
}

function listWeekEnds(span: Period): readonly Day[] {
  const sundays: Day[] = [];
  for (let day = addDays(mondayOf(span.from), 6); day <= span.to; day = addDays(day, 7)) sundays.push(day);
  return sundays;
}

/** The engine's answer on each date, in order, from a tally that grows day by day. */
function figureDates(
  input: ChartInput,
  days: readonly (readonly [Day, Tally])[],
  dates: readonly Day[],
): readonly GoalProgress[] {
  const sheet: TallySheet = {};
  let next = 0;
  return dates.map((asOf) => {
    for (let entry = days[next]; entry && entry[0] <= asOf; entry = days[next]) {
      for (const counter in entry[1]) increase(sheet, counter, entry[1][counter] ?? 0);
      next += 1;
    }
    return computeProgress({ ...input, tally: sheet, asOf });
  });
}

function toPoint(
  date: Day,
  then: GoalProgress | undefined,
  latest: GoalProgress | undefined,
  share: number | undefined,
): BurnUpPoint {
  const known = then ?? latest;
  const target = known && readFigure(known.detail).target;
  const band = known && target !== undefined && share !== undefined ? toBand(known, target * share, target) : {};
  return { date, value: then && readFigure(then.detail).value, target, ...band };
}

/** The band has the limits of the pace rule: behind below its floor, ahead above its top. */
function toBand(
  progress: GoalProgress,
  expected: number,
  target: number,
): { readonly low?: number; readonly high?: number } {
  if (progress.kind === 'ceiling') return { low: 0, high: expected };
  const spread = progress.kind === 'count' || progress.kind === 'checklist' || isAverage(progress);
  return spread ? { low: Math.floor(expected + 1e-9), high: expected + Math.max(1, target / 10) } : {};
}

const isAverage = ({ detail }: GoalProgress): boolean => detail.kind === 'recurrence' && detail.reading === 'average';

export interface RhythmCell extends UnitCount {
  readonly state: 'met' | 'short' | 'running' | 'coming' | 'paused' | 'cut';
}

/** In: the progress of a goal with a rhythm. Out: one cell per unit, in order; none for other kinds. */
export function listRhythm({ detail, asOf }: GoalProgress): readonly RhythmCell[] {
  if (detail.kind === 'ongoing') return detail.tertials.map((unit) => ({ ...unit, state: stateOf(unit, 1, asOf) }));
  if (detail.kind !== 'recurrence') return [];
  return detail.units.map((unit) => ({ ...unit, state: stateOf(unit, detail.times, asOf) }));
}

function stateOf(unit: UnitCount, times: number, asOf: Day): RhythmCell['state'] {
  if (unit.paused) return 'paused';
  if (unit.count >= times) return 'met';
  if (unit.from > asOf) return 'coming';
  if (unit.to >= asOf) return 'running';
  return unit.whole ? 'short' : 'cut';
}

export interface PartyBars {
  readonly bars: readonly { readonly partyId: string; readonly name: string; readonly amount: number }[];
  readonly unassigned: number;
  readonly overlap: number;
  readonly total: number;
}

/** In: a goal's tally and the promise. Out: what each party is credited, in the promise's order, with what reconciles them to the total. */
export function listPartyBars(tally: Tally, promise: CitizenPromise): PartyBars {
  const { byParty, unassigned, overlap, total } = creditParties(tally);
  const bars = promise.parties
    .filter((party) => (byParty[party.id] ?? 0) > 0)
    .map((party) => ({ partyId: party.id, name: party.name, amount: byParty[party.id] ?? 0 }));
  const known = new Set(promise.parties.map((party) => party.id));
  const strangers = Object.entries(byParty).filter(([id]) => !known.has(id));
  // A party that has left the promise still did its work.
  const departed = strangers.map(([partyId, amount]) => ({ partyId, name: '', amount }));
  return { bars: [...bars, ...departed], unassigned, overlap, total };
}
