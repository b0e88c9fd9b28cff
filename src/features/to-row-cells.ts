/** The figures of a goal as a row of small cells, for lists. */
import { listRhythm, type RhythmCell } from '#domain/progress/chart-points.ts';
import type { GoalDetail, GoalProgress } from '#domain/progress/goal-progress.ts';
import type { RowCell } from '#ui/cell-row.tsx';

/**
 * In: a goal's progress, and the same without what waits to be shared. Out: one cell per unit, occasion, step or level,
 * hatched where it rests on what waits; undefined for kinds that are no row of cells.
 */
export function toRowCells(
  progress: GoalProgress,
  official?: GoalProgress | undefined,
): readonly RowCell[] | undefined {
  const confirmed = new Map((official && toPlainCells(official))?.map(({ key, look }) => [key, look]));
  return toPlainCells(progress)?.map((cell) => {
    const before = confirmed.get(cell.key);
    return before !== undefined && before !== cell.look && isGained(cell.look) ? { ...cell, look: 'waiting' } : cell;
  });
}

const isGained = (look: RowCell['look']): boolean => look === 'full' || look === 'part';

function toPlainCells(progress: GoalProgress): readonly RowCell[] | undefined {
  const { detail } = progress;
  if (detail.kind === 'recurrence') return listRhythm(progress).map(toUnitCell);
  if (detail.kind === 'schedule') return detail.slots.map(({ id, state }) => ({ key: id, look: slotLooks[state] }));
  if (detail.kind === 'milestone') return detail.steps.map(({ id, state }) => ({ key: id, look: stepLooks[state] }));
  if (detail.kind === 'judged') return toLevelCells(detail);
  return undefined;
}

const slotLooks = { kept: 'full', missed: 'missed', today: 'empty', coming: 'ahead', exempt: 'quiet' } as const;
const stepLooks = { reached: 'full', effort: 'full', late: 'missed', open: 'empty' } as const;
const unitLooks = {
  met: 'full',
  short: 'empty',
  running: 'empty',
  coming: 'ahead',
  paused: 'quiet',
  cut: 'empty',
} as const;

const toUnitCell = ({ key, state, count }: RhythmCell): RowCell => ({
  key,
  look: state !== 'met' && count > 0 ? 'part' : unitLooks[state],
});

function toLevelCells({ rubric, latest, agreedLevelId }: Extract<GoalDetail, { kind: 'judged' }>): readonly RowCell[] {
  const reached = rubric.findIndex(({ id }) => id === latest?.levelId);
  return rubric.map(({ id }, index) => ({
    key: id,
    look: index <= reached ? 'full' : 'empty',
    tick: id === agreedLevelId,
  }));
}
