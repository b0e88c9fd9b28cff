import type { GoalDetail } from './goal-progress.ts';

/** The one number of a goal and what it is compared with, in the goal's own unit. Shares are 0–1. */
export interface KeyFigure {
  readonly value: number | undefined;
  readonly target: number | undefined;
}

/**
 * The number that cards, charts, tables and files show for a goal: they all take it from here.
 * In: the detail of a goal's progress. Out: outcome and target; undefined where the kind has none or data are missing.
 */
export function readFigure(detail: GoalDetail): KeyFigure {
  switch (detail.kind) {
    case 'count':
      return { value: detail.sum, target: detail.value };
    case 'ceiling':
      return { value: detail.used, target: detail.limit };
    case 'recurrence':
      return readRecurrence(detail);
    case 'schedule':
      return { value: detail.kept, target: detail.slots.filter((slot) => slot.state !== 'exempt').length };
    case 'checklist':
      return { value: detail.ticked, target: detail.required };
    case 'ratio':
      return { value: detail.share, target: detail.required };
    case 'deadline':
      return readDeadline(detail);
    case 'on-demand':
      return { value: detail.handled, target: detail.received };
    case 'milestone':
      return { value: detail.reached, target: detail.steps.length };
    case 'series':
      return { value: detail.latest?.value, target: detail.level };
    case 'judged':
      return { value: undefined, target: undefined };
    case 'ongoing':
      return { value: detail.count, target: undefined };
    default:
      return detail satisfies never;
  }
}

type DetailOf<K extends GoalDetail['kind']> = Extract<GoalDetail, { kind: K }>;

/** The outcome is the card's; the target is that of the whole period, which the card's "so far" grows to. */
function readRecurrence({ units, times, reading, each, average }: DetailOf<'recurrence'>): KeyFigure {
  const deciding = units.filter((unit) => unit.whole && !unit.paused).length;
  if (reading === 'each') return { value: each.met, target: deciding };
  return { value: average.sum, target: times * deciding };
}

/** By a date it is done in time or not; else so many in time of those handled. */
const readDeadline = ({ by, inTime, handled }: DetailOf<'deadline'>): KeyFigure =>
  by === undefined ? { value: inTime, target: handled } : { value: Math.min(inTime, 1), target: 1 };
