import { describe, expect, test } from 'vitest';
import { computeProgress } from '#domain/progress/compute-progress.ts';
import type { GoalTallies } from '#domain/progress/contribution.ts';
import { emptyTally } from '#domain/progress/tally.ts';
import type { Goal } from '#domain/records/goal.ts';
import { buildGoalView } from '#features/goals/build-goal-view.ts';
import { toBurnUp } from '#features/goals/to-burn-up.ts';
import { toDots } from '#features/to-dots.ts';
import { toRowCells } from '#features/to-row-cells.ts';
import { findGoal, overview, tallies, today } from '#tests/support/sample-overview.ts';

const { promise, measurements, assessments, deviations, goals } = overview;
const compute = (goal: Goal, tally: GoalTallies['total']) =>
  computeProgress({ goal, promise, tally, measurements, assessments, deviations, asOf: today });
const shown = (goal: Goal) => compute(goal, tallies.get(goal.id)?.total ?? emptyTally);
const withoutLogs = (goal: Goal) => compute(goal, emptyTally);

describe('what waits to be shared', () => {
  test.each(goals.map((goal) => [goal.shortName, goal] as const))(
    'is hatched cell by cell, and dot by dot: %s',
    (_, goal) => {
      const progress = shown(goal);
      const plain = toRowCells(progress)?.map(({ look }) => look);
      expect(toRowCells(progress, progress)?.map(({ look }) => look)).toEqual(plain);
      // A level that somebody signed rests on no log.
      if (progress.detail.kind !== 'judged') {
        const waiting = toRowCells(progress, withoutLogs(goal))?.map(({ look }) => look);
        expect(waiting).toEqual(plain?.map((look) => (look === 'full' || look === 'part' ? 'waiting' : look)));
      }
      if (progress.detail.kind !== 'checklist') return;
      const dots = toDots(progress.detail, withoutLogs(goal));
      expect(dots.filter(({ waiting }) => waiting).length).toBe(progress.detail.ticked);
      expect(toDots(progress.detail).some(({ waiting }) => waiting)).toBe(false);
    },
  );

  const goal = findGoal('Tolv trafikkontroller');
  const byDay = [...(tallies.get(goal.id)?.byDay ?? [])];
  const last = byDay.findLast(([, { sum = 0 }]) => sum > 0);
  if (last === undefined) throw new Error('Nothing was logged');
  const waiting: GoalTallies = { total: last[1], byDay: new Map([last]) };
  const view = buildGoalView({ goal, overview, byDay, comments: [] }, today, waiting);

  test('leaves the figure as it is, and the official one without it', () => {
    const [all, official] = [view.progress.detail, view.official?.progress.detail];
    expect([all, official]).toMatchObject([{ kind: 'count' }, { kind: 'count' }]);
    expect(view.official?.progress).toEqual(
      compute(goal, Object.fromEntries(sumDays(byDay.filter((day) => day !== last)))),
    );
  });

  test('lies on top of the solid line of the chart, from its day on', () => {
    if (!view.burnUp) throw new Error('No chart');
    const { points } = toBurnUp(view.burnUp, () => '', view.official?.burnUp);
    const before = points.filter(({ day }) => day < last[0]);
    const after = points.filter(({ day }) => day >= last[0]);
    expect(before.every((point) => point.waiting === undefined)).toBe(true);
    expect(after.map((point) => point.waiting)).toEqual([last[1].sum]);
    expect(after.map((point) => point.value)).toEqual([before.at(-1)?.value]);
  });
});

function sumDays(days: readonly (readonly [string, GoalTallies['total']])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [, tally] of days) {
    for (const [name, amount] of Object.entries(tally)) sums.set(name, (sums.get(name) ?? 0) + amount);
  }
  return sums;
}
