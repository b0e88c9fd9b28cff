import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listSlotDays, type SlotRule } from '#domain/calendar/slot-rule.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };

describe('occasions from a rule', () => {
  test('the first Monday of every month of 2026', () => {
    expect(listSlotDays({ every: 'month', place: 1, weekday: 1 }, year)).toEqual([
      '2026-01-05',
      '2026-02-02',
      '2026-03-02',
      '2026-04-06',
      '2026-05-04',
      '2026-06-01',
      '2026-07-06',
      '2026-08-03',
      '2026-09-07',
      '2026-10-05',
      '2026-11-02',
      '2026-12-07',
    ]);
  });

  test('the last Friday is the fifth where there is one', () => {
    const days = listSlotDays({ every: 'month', place: 'last', weekday: 5 }, { from: '2026-01-15', to: '2026-03-31' });
    expect(days).toEqual(['2026-01-30', '2026-02-27', '2026-03-27']);
  });

  test('every second Thursday counts from the first Thursday of the period', () => {
    expect(listSlotDays({ every: 'week', interval: 2, weekday: 4 }, { from: '2026-11-20', to: '2026-12-31' })).toEqual([
      '2026-11-26',
      '2026-12-10',
      '2026-12-24',
    ]);
  });

  test('a reversed period has none', () => {
    expect(listSlotDays({ every: 'week', interval: 1, weekday: 1 }, { from: '2026-12-31', to: '2026-01-01' })).toEqual(
      [],
    );
  });

  test('every day is of the wanted weekday and inside the period', () => {
    const rules = fc.oneof(
      fc.record({
        every: fc.constant('month' as const),
        place: fc.constantFrom(1, 2, 3, 4, 'last' as const),
        weekday: fc.integer({ min: 1, max: 7 }),
      }),
      fc.record({
        every: fc.constant('week' as const),
        interval: fc.constantFrom(1, 2, 4),
        weekday: fc.integer({ min: 1, max: 7 }),
      }),
    );
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 800 }), (rule, start, length) => {
        const toDay = (number: number) => new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
        const period = { from: toDay(start), to: toDay(start + length) };
        const days = listSlotDays(rule as SlotRule, period);
        expect(days.every((day) => period.from <= day && day <= period.to)).toBe(true);
        expect(days.every((day) => (new Date(`${day}T00:00:00Z`).getUTCDay() || 7) === rule.weekday)).toBe(true);
        expect(new Set(days).size).toBe(days.length);
      }),
    );
  });
});
