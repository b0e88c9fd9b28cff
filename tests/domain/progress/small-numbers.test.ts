import { expect, test } from 'vitest';
import { maskCount, shareFigure } from '#domain/progress/small-numbers.ts';
import { createGoal, createLogs, progressOf } from '#tests/support/progress-builders.ts';

test('one to four people are "fewer than five"; nobody and five are said', () => {
  expect([0, 1, 4, 5].map((value) => maskCount(value, 5).kind)).toEqual(['exact', 'fewer-than', 'fewer-than', 'exact']);
});

test('others see of a goal about people only whether it is reached', () => {
  const target = { kind: 'count', value: 2, unit: 'personer' } as const;
  const about = createGoal(target, { personRelated: true });
  const after = (...dates: string[]) => progressOf(about, '2026-06-30', { logs: createLogs(...dates) });
  expect(shareFigure(about, after('2026-02-01'))).toEqual({ kind: 'not-yet-reached' });
  expect(shareFigure(about, after('2026-02-01', '2026-03-01'))).toEqual({ kind: 'reached' });
  expect(shareFigure(createGoal(target), after('2026-02-01')).kind).toBe('open');
});
