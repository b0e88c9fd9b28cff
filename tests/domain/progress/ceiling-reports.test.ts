import { expect, test } from 'vitest';
import { createGoal, createLog, progressOf } from '#tests/support/progress-builders.ts';

test('a report for the running month does not stand in for a month that nobody reported', () => {
  const goal = createGoal({ kind: 'ceiling', value: 9, unit: 'st', reportEvery: 'month' });
  const logs = ['2026-01-10', '2026-03-10'].map((date) => createLog(date, { state: 'nothing-to-report' }));
  expect(progressOf(goal, '2026-03-15', { logs }).detail).toMatchObject({ reported: 1, due: 2 });
});
