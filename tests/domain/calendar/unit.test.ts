import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, countDays, isDay } from '#domain/calendar/day.ts';
import { addMonths, type Period, toPeriod } from '#domain/calendar/period.ts';
import { unitKeyOf, unitsOf } from '#domain/calendar/unit.ts';
import { createUnitKeys, readUnits } from '#domain/calendar/unit-keys.ts';
import { recurrenceUnits } from '#domain/records/target.ts';
import { anyDay, anyPeriod } from '#tests/support/arbitraries.ts';

const year2026: Period = { from: '2026-01-01', to: '2026-12-31' };
const short = (period: Period, unit: (typeof recurrenceUnits)[number]) =>
  unitsOf(period, unit).map(({ key, from, to, whole }) => `${key} ${from}..${to}${whole ? '' : ' cut'}`);

test('quarters, tertials, half-years and years are counted from the first day of the period', () => {
  const period = { from: '2026-02-15', to: '2027-02-14' };
  expect(short(period, 'tertial')).toEqual([
    'T1 2026-02-15..2026-06-14',
    'T2 2026-06-15..2026-10-14',
    'T3 2026-10-15..2027-02-14',
  ]);
  expect(short(period, 'quarter')).toHaveLength(4);
  expect(short(period, 'half-year')).toEqual(['H1 2026-02-15..2026-08-14', 'H2 2026-08-15..2027-02-14']);
  expect(short(period, 'year')).toEqual(['Y1 2026-02-15..2027-02-14']);
});

test('counted units do not drift when a month is too short for the first day', () => {
  expect(short({ from: '2026-01-31', to: '2027-01-30' }, 'quarter')).toEqual([
    'Q1 2026-01-31..2026-04-29',
    'Q2 2026-04-30..2026-07-30',
    'Q3 2026-07-31..2026-10-30',
    'Q4 2026-10-31..2027-01-30',
  ]);
});

test('months and weeks follow the calendar, and the edge of the period cuts them', () => {
  const months = unitsOf({ from: '2026-02-15', to: '2026-04-30' }, 'month');
  expect(months.map(({ key, whole }) => [key, whole])).toEqual([
    ['2026-02', false],
    ['2026-03', true],
    ['2026-04', true],
  ]);
  const weeks = unitsOf(year2026, 'week');
  expect(weeks).toHaveLength(53);
  expect(weeks[0]).toEqual({ key: '2026-W01', from: '2026-01-01', to: '2026-01-04', whole: false });
  expect(weeks.at(-1)).toEqual({ key: '2026-W53', from: '2026-12-28', to: '2026-12-31', whole: false });
});

test('terms are January to June and July to December unless the promise gives dates', () => {
  expect(short(year2026, 'term')).toEqual(['spring-2026 2026-01-01..2026-06-30', 'autumn-2026 2026-07-01..2026-12-31']);
  const terms = [
    { name: 'VT', from: '2026-01-12', to: '2026-06-11' },
    { name: 'HT', from: '2026-08-17', to: '2026-12-20' },
  ];
  expect(unitsOf(year2026, 'term', terms).map(({ key, from }) => [key, from])).toEqual([
    ['term-1', '2026-01-12'],
    ['term-2', '2026-08-17'],
  ]);
  expect(unitKeyOf('2026-07-15', 'term', year2026, terms)).toBeUndefined();
});

test('the units of a period partition its days', () => {
  fc.assert(
    fc.property(anyPeriod, fc.constantFrom(...recurrenceUnits), (period, unit) => {
      const units = unitsOf(period, unit);
      expect(units[0]?.from).toBe(period.from);
      expect(units.at(-1)?.to).toBe(period.to);
      for (const [index, { from, to }] of units.entries()) {
        expect(from <= to).toBe(true);
        const next = units[index + 1];
        if (next) expect(next.from).toBe(addDays(to, 1));
      }
      expect(new Set(units.map((each) => each.key)).size).toBe(units.length);
    }),
  );
});

test('the key of a day is the key of the unit it lies in, also when it is looked up many times', () => {
  fc.assert(
    fc.property(anyPeriod, fc.constantFrom(...recurrenceUnits), fc.nat(), (period, unit, offset) => {
      const day = addDays(period.from, offset % countDays(period.from, period.to));
      const lookUp = createUnitKeys(unit, period.from);
      const inside = readUnits(period, unit).find(({ from, to }) => from <= day && day <= to);
      expect(unitKeyOf(day, unit, period)).toBe(inside?.key);
      expect([lookUp(day), lookUp(day)]).toEqual([inside?.key, inside?.key]);
    }),
  );
});

test('twelve months are a year and three tertials are a year, never forty-eight weeks', () => {
  fc.assert(
    fc.property(anyDay, (from) => {
      const period = { from, to: addDays(addMonths(from, 12), -1) };
      expect(unitsOf(period, 'year')).toHaveLength(1);
      expect(unitsOf(period, 'tertial')).toHaveLength(3);
      expect(unitsOf(period, 'quarter')).toHaveLength(4);
      expect(unitsOf(period, 'day')).toHaveLength(countDays(period.from, period.to));
    }),
  );
});

test('a period of two years has 731 days when one of them is a leap year', () => {
  expect(countDays('2023-01-01', '2024-12-31')).toBe(731);
  expect(unitsOf({ from: '2023-01-01', to: '2024-12-31' }, 'day')).toHaveLength(731);
});

test('days are counted on the calendar, not in hours: the night of summer time is a day too', () => {
  expect(countDays('2026-03-28', '2026-03-30')).toBe(3);
  expect(countDays('2026-10-24', '2026-10-26')).toBe(3);
});

test('a year from signing ends the day before the anniversary, and an unsigned one has no dates', () => {
  const stated = { months: 12, fromSigning: true, basis: 'ett år från undertecknandet' };
  expect(toPeriod(stated, '2023-05-10')).toEqual({ from: '2023-05-10', to: '2024-05-09' });
  expect(toPeriod(stated)).toBeUndefined();
  expect(toPeriod({ from: '2023-05-10', openEnd: true, basis: 'tills vidare' })).toBeUndefined();
});

test('days that do not exist are not days', () => {
  expect(['2026-02-28', '2024-02-29'].every(isDay)).toBe(true);
  expect(['2026-02-29', '2026-13-01', '2026-1-1', ''].some(isDay)).toBe(false);
});
