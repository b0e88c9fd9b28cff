import { expect, test } from 'vitest';
import { toLogs } from '#domain/importing/check-logs.ts';
import { previewGoals } from '#domain/importing/preview-goals.ts';
import { tallyLogs } from '#domain/progress/contribution.ts';
import { createGoal, createLog, idOf, otherActivity } from '#tests/support/progress-builders.ts';
import { check, context, goal, patrols, promise, today } from './sample-table.ts';

test('a dry run says each goal before and after, how much counts and what does not', () => {
  const rows = [
    ['Datum', 'Aktivitet', 'Antal', 'Status'],
    ['2026-03-31', patrols.shortName, '2', ''],
    ['2026-04-01', patrols.shortName, '3', ''],
    ['2026-04-02', patrols.shortName, '1', 'Inställd'],
    ['2025-04-02', patrols.shortName, '1', ''],
  ];
  const { ready } = check(rows, { outside: true });
  let made = 7000;
  const logs = toLogs(ready, { promiseId: promise.id, now: '2026-11-21T09:00:00+01:00', newId: () => idOf(made++) });
  const untouched = createGoal(
    { kind: 'count', value: 3, unit: 'x' },
    { id: idOf(77), feeds: [{ activityId: otherActivity, measureId: idOf(1) }] },
  );
  const tally = tallyLogs({ goal, promise, activities: context.activities }, [createLog('2026-02-01')]).total;
  const input = {
    ...{ promise, activities: context.activities, goals: [goal, untouched], totals: new Map([[goal.id, tally]]) },
    ...{ measurements: [], assessments: [], deviations: [] },
  };
  const [change, ...more] = previewGoals(input, logs, today);
  expect(more).toEqual([]);
  expect(change?.before.detail).toMatchObject({ kind: 'count', sum: 1 });
  expect(change?.after.detail).toMatchObject({ kind: 'count', sum: 6 });
  expect(change?.counted).toBe(2);
  expect([...(change?.excluded ?? [])]).toEqual([
    ['cancelled', 1],
    ['outside-period', 1],
  ]);
});
