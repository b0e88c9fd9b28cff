import { describe, expect, test } from 'vitest';
import { tabulateBurnUp, tabulateProgress } from '#domain/progress/progress-table.ts';
import { buildGoalView, listDeviations, readAsOf } from '#features/goals/build-goal-view.ts';
import { countReasons } from '#features/goals/count-reasons.ts';
import type { GoalRecords } from '#features/goals/queries.ts';
import { toBurnUp } from '#features/goals/to-burn-up.ts';
import { toFigureTable, toPlainTable } from '#features/goals/word-table.ts';
import { findGoal, overview, tallies, today } from '#tests/support/sample-overview.ts';

function toRecords(shortName: string): GoalRecords {
  const goal = findGoal(shortName);
  return { goal, overview, byDay: [...(tallies.get(goal.id)?.byDay ?? [])], comments: [] };
}

describe('the page of a goal', () => {
  test('an earlier day shows what was known then', () => {
    const records = toRecords('Tolv trafikkontroller');
    const then = buildGoalView(records, '2026-03-31').progress;
    const now = buildGoalView(records, today).progress;
    expect(then.asOf).toBe('2026-03-31');
    expect(then.events).toBeLessThan(now.events);
  });

  test.each([null, 'nonsense', '2026-02-30', '2027-01-01', '2025-12-31'])(
    'a day that has not been or is outside the promise means today: %s',
    (text) => {
      expect(readAsOf(text, toRecords('Tolv trafikkontroller'), today)).toBe(today);
    },
  );

  test('the chart ends at the figure of the heading', () => {
    const { burnUp, progress } = buildGoalView(toRecords('Nattvandringar under året'), today);
    const last = burnUp?.points.findLast(({ value }) => value !== undefined);
    expect(progress.detail).toMatchObject({ kind: 'count', sum: last?.value });
  });

  test('a changed target leaves a mark and its old line on the chart', () => {
    const { burnUp } = buildGoalView(toRecords('Nattvandringar under året'), today);
    if (!burnUp) throw new Error('No chart');
    const drawn = toBurnUp(burnUp, () => 'nytt mål');
    expect(drawn.target).toBe(36);
    expect(drawn.marks).toEqual([{ day: '2026-06-15', label: 'nytt mål' }]);
    expect(drawn.formerTargets).toMatchObject([{ value: 40, from: '2026-01-01' }]);
  });

  test('deviations of the goal and of the work that feeds it are told, and no others', () => {
    expect(listDeviations(toRecords('Tolv trafikkontroller'))).toHaveLength(1);
    expect(listDeviations(toRecords('Löpande information'))).toHaveLength(0);
  });

  test('reasons are counted with the commonest first', () => {
    const entry = (reason: 'planned' | 'corrected') => ({ logId: '', date: today, reason });
    expect(countReasons([entry('corrected'), entry('planned'), entry('planned')])).toEqual([
      ['planned', 2],
      ['corrected', 1],
    ]);
  });
});

describe('the table beside a figure', () => {
  const { burnUp, progress } = buildGoalView(toRecords('Tolv trafikkontroller'), today);

  test('table and file have the same rows', () => {
    const table = burnUp ? tabulateBurnUp(burnUp) : tabulateProgress(progress);
    expect(toFigureTable(table, 'sv').rows).toHaveLength(toPlainTable(table, 'sv').rows.length);
  });

  test('a day to come has an empty cell, never a 0', () => {
    if (!burnUp) throw new Error('No chart');
    const { header, rows } = toPlainTable(tabulateBurnUp(burnUp), 'sv');
    expect(rows.at(-1)?.[header.indexOf('Utfall')]).toBe('');
  });

  test('a column without a single value is left out beside the chart', () => {
    const labels = toFigureTable(tabulateProgress(progress), 'sv').columns.map(({ label }) => label);
    expect(labels).toEqual(['Utfall', 'Målvärde']);
  });
});
