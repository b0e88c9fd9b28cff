import type { Day } from '#domain/calendar/day.ts';
import type { Period } from '#domain/calendar/period.ts';
import { type Term, type Unit, unitKeyOf, unitsOf } from '#domain/calendar/unit.ts';
import type { RecurrenceUnit } from '#domain/records/target.ts';

/**
 * A lookup of unit keys that works each day out once: logs are many, days are few (date arithmetic per row is what makes a recount slow).
 * In: the unit, the period's first day, the promise's terms. Out: day → `unitKeyOf`.
 */
export function createUnitKeys(
  unit: RecurrenceUnit,
  start: Day,
  terms?: readonly Term[],
): (day: Day) => string | undefined {
  const known = new Map<Day, string | undefined>();
  return (day) => {
    if (known.has(day)) return known.get(day);
    const key = unitKeyOf(day, unit, { from: start }, terms);
    known.set(day, key);
    return key;
  };
}

const remembered = new Map<string, readonly Unit[]>();
const mostRemembered = 200;

/** `unitsOf`, remembered: an overview asks for the same units of the same period once per goal. */
export function readUnits(period: Period, unit: RecurrenceUnit, terms?: readonly Term[]): readonly Unit[] {
  const stated = unit === 'term' && terms ? terms.map((term) => `${term.from}/${term.to}`).join() : '';
  const key = `${period.from}/${period.to}/${unit}/${stated}`;
  const found = remembered.get(key);
  if (found) return found;
  if (remembered.size >= mostRemembered) remembered.clear();
  const units = unitsOf(period, unit, terms);
  remembered.set(key, units);
  return units;
}
