/**
 * Calendar units (model section 4, "Calendar"): day, ISO week and month by the calendar; quarter, tertial, half-year
 * and year counted from the period's first day; term as the promise gives it, else January–June and July–December.
 */
import { addDays, type Day } from '#domain/calendar/day.ts';
import { isoWeek, mondayOf } from '#domain/calendar/iso-week.ts';
import { addMonths, type Period } from '#domain/calendar/period.ts';
import type { RecurrenceUnit } from '#domain/records/target.ts';

export interface Unit {
  readonly key: string;
  /** Clipped to the period. */
  readonly from: Day;
  readonly to: Day;
  /** False where the period's edge cuts it: then it informs and does not decide. */
  readonly whole: boolean;
}

/** A term as the promise gives it. */
export interface Term {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

interface NaturalUnit {
  readonly key: string;
  readonly from: Day;
  readonly to: Day;
}

const monthsOf = { quarter: 3, tertial: 4, 'half-year': 6, year: 12 } as const;
const letterOf = { quarter: 'Q', tertial: 'T', 'half-year': 'H', year: 'Y' } as const;
type CountedUnit = keyof typeof monthsOf;

/**
 * The unit that a day belongs to, unclipped.
 * In: a valid day, the unit, the first day of the period (for units counted from it), the promise's terms.
 * Out: key and days, or undefined between two stated terms. Days before `start` belong to no counted unit.
 */
function unitOf(day: Day, unit: RecurrenceUnit, start: Day, terms?: readonly Term[]): NaturalUnit | undefined {
  if (unit === 'day') return { key: day, from: day, to: day };
  if (unit === 'week') return weekOf(day);
  if (unit === 'month') {
    const from = `${day.slice(0, 7)}-01`;
    return { key: day.slice(0, 7), from, to: addDays(addMonths(from, 1), -1) };
  }
  if (unit === 'term') return termOf(day, terms);
  return countedUnitOf(day, unit, start);
}

/**
 * The key alone of the unit that a day belongs to: `2026-03-01`, `2026-W10`, `2026-03`, `spring-2026`, `term-1`, `Q1`, `T1`, `H1`, `Y1`.
 * In: as {@link unitOf}, with the whole period. Out: a key, or undefined outside every unit.
 */
export function unitKeyOf(
  day: Day,
  unit: RecurrenceUnit,
  period: Pick<Period, 'from'>,
  terms?: readonly Term[],
): string | undefined {
  if (unit === 'day') return day;
  if (unit === 'month') return day.slice(0, 7);
  return unitOf(day, unit, period.from, terms)?.key;
}

/**
 * All units of a period in order, clipped to it.
 * In: an inclusive period, the unit, the promise's terms. Out: units that partition the period's days
 * (stated terms may leave days between them).
 */
export function unitsOf(period: Period, unit: RecurrenceUnit, terms?: readonly Term[]): readonly Unit[] {
  if (period.from > period.to) return [];
  if (unit === 'term' && terms && terms.length > 0) return statedTerms(period, terms);
  const units: Unit[] = [];
  let day = period.from;
  while (day <= period.to) {
    const natural = unitOf(day, unit, period.from);
    if (!natural) break;
    units.push(clip(natural, period));
    day = addDays(natural.to, 1);
  }
  return units;
}

function clip(unit: NaturalUnit, period: Period): Unit {
  const from = unit.from < period.from ? period.from : unit.from;
  const to = unit.to > period.to ? period.to : unit.to;
  return { key: unit.key, from, to, whole: from === unit.from && to === unit.to };
}

function weekOf(day: Day): NaturalUnit {
  const { year, week } = isoWeek(day);
  const from = mondayOf(day);
  return { key: `${year}-W${String(week).padStart(2, '0')}`, from, to: addDays(from, 6) };
}

function termOf(day: Day, terms: readonly Term[] | undefined): NaturalUnit | undefined {
  if (terms && terms.length > 0) {
    const index = terms.findIndex((term) => term.from <= day && day <= term.to);
    const term = terms[index];
    return term && { key: `term-${index + 1}`, from: term.from, to: term.to };
  }
  const year = day.slice(0, 4);
  if (day.slice(5, 7) <= '06') return { key: `spring-${year}`, from: `${year}-01-01`, to: `${year}-06-30` };
  return { key: `autumn-${year}`, from: `${year}-07-01`, to: `${year}-12-31` };
}

function statedTerms(period: Period, terms: readonly Term[]): readonly Unit[] {
  return terms
    .map((term, index) => ({ key: `term-${index + 1}`, from: term.from, to: term.to }))
    .filter((term) => term.from <= period.to && term.to >= period.from)
    .map((term) => clip(term, period))
    .sort((left, right) => (left.from < right.from ? -1 : 1));
}

/** Months are added to the first day each time, never to the previous unit: 31 January + 3 and + 6 months do not drift. */
function countedUnitOf(day: Day, unit: CountedUnit, start: Day): NaturalUnit | undefined {
  if (day < start) return undefined;
  const length = monthsOf[unit];
  const months =
    (Number(day.slice(0, 4)) - Number(start.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - Number(start.slice(5, 7));
  const guess = Math.floor(months / length);
  const index = addMonths(start, guess * length) <= day ? guess : guess - 1;
  return {
    key: `${letterOf[unit]}${index + 1}`,
    from: addMonths(start, index * length),
    to: addDays(addMonths(start, (index + 1) * length), -1),
  };
}
