import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, toDayNumber } from '#domain/calendar/day.ts';
import { isoWeek, mondayOf, weekday } from '#domain/calendar/iso-week.ts';
import { anyDay } from '#tests/support/arbitraries.ts';

test.each([
  ['2027-01-01', 2026, 53],
  ['2026-12-28', 2026, 53],
  ['2027-01-04', 2027, 1],
  ['2025-12-29', 2026, 1],
  ['2026-01-01', 2026, 1],
  ['2024-12-30', 2025, 1],
  ['2021-01-03', 2020, 53],
  ['2026-11-21', 2026, 47],
])('%s is in week %i-%i', (day, year, week) => {
  expect(isoWeek(day)).toEqual({ year, week });
});

test('weekdays run from Monday 1 to Sunday 7, before 1970 too', () => {
  expect(weekday('2026-11-21')).toBe(6);
  expect(weekday('2026-11-22')).toBe(7);
  expect(weekday('2026-11-23')).toBe(1);
  expect(weekday('1969-12-31')).toBe(3);
});

test('seven days from a Monday share a week, and the next Monday does not', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const monday = mondayOf(day);
      expect(weekday(monday)).toBe(1);
      expect(toDayNumber(day) - toDayNumber(monday)).toBe(weekday(day) - 1);
      for (let offset = 0; offset < 7; offset++) expect(isoWeek(addDays(monday, offset))).toEqual(isoWeek(day));
      expect(isoWeek(addDays(monday, 7))).not.toEqual(isoWeek(day));
    }),
  );
});
