import { expect, test } from 'vitest';
import { toStockholmDay } from '#domain/calendar/stockholm-day.ts';

test('a quarter past midnight on New Year is the new year, whatever UTC says', () => {
  expect(toStockholmDay('2026-12-31T23:15:00Z')).toBe('2027-01-01');
  expect(toStockholmDay(Date.UTC(2026, 11, 31, 22, 59))).toBe('2026-12-31');
});

test('summer time moves midnight by an hour', () => {
  expect(toStockholmDay('2026-06-30T22:00:00Z')).toBe('2026-07-01');
  expect(toStockholmDay('2026-06-30T21:59:59Z')).toBe('2026-06-30');
});

test('an instant with offset is the same day as the same instant in UTC', () => {
  expect(toStockholmDay('2026-11-21T00:30:00+01:00')).toBe('2026-11-21');
});

test('something that is no instant is refused, not turned into a day', () => {
  expect(() => toStockholmDay('yesterday')).toThrow(RangeError);
});
