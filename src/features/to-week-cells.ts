import type { ActivityWeek } from '#domain/progress/activity-work.ts';
import { formatWeek } from '#domain/wording/days.ts';
import type { Language } from '#domain/wording/locale.ts';
import type { RhythmCell } from '#ui/rhythm-strip.tsx';

/** In: an activity's weeks. Out: the cells of its strip, each with its week and its printed count. */
export const toWeekCells = (weeks: readonly ActivityWeek[], language: Language): readonly RhythmCell[] =>
  weeks.map((week) => ({
    key: week.key,
    label: formatWeek(week.from, language),
    count: week.done,
    state: findState(week),
    current: week.state === 'running',
  }));

function findState({ state, done, planned, paused }: ActivityWeek): RhythmCell['state'] {
  if (done > 0) return 'counted';
  if (state === 'coming') return 'future';
  if (paused) return 'paused';
  return state === 'past' && planned > 0 ? 'planned' : 'counted';
}
