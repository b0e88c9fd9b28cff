import type { GoalProgress } from './goal-progress.ts';
import { readFigure } from './read-figure.ts';

export interface WaitingPart {
  /** What stands whatever becomes of what waits. In the goal's own unit; shares are 0–1. */
  readonly solid: number;
  /** What comes on top, or goes, when it is confirmed. Never negative. */
  readonly waiting: number;
  /** Whether the figure shrinks by what waits. */
  readonly isLess: boolean;
}

/**
 * How much of a figure is confirmed. In: the progress as it is shown, and as it is without what waits. Out: undefined
 * where the figure is the same with and without, or the kind has none.
 */
export function splitWaiting(shown: GoalProgress, official: GoalProgress | undefined): WaitingPart | undefined {
  if (official === undefined) return undefined;
  const [withWaiting, without] = [readFigure(shown.detail).value, readFigure(official.detail).value];
  if (withWaiting === undefined || without === undefined || withWaiting === without) return undefined;
  return {
    solid: Math.min(withWaiting, without),
    waiting: Math.abs(withWaiting - without),
    isLess: withWaiting < without,
  };
}
