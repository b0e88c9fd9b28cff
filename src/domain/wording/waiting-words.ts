import type { GoalProgress } from '#domain/progress/goal-progress.ts';
import { splitWaiting, type WaitingPart } from '#domain/progress/waiting-part.ts';
import type { Language } from './locale.ts';
import { formatNumber, formatShare } from './numbers.ts';

/**
 * What of a goal is not yet shared. In: its progress as it is shown, and without what waits. Out: "varav 2 väntar på att
 * delas"; where the figure itself is not moved, such as by work in a week that is still running, how many pieces of work
 * wait; undefined where nothing does.
 */
export function describeWaiting(
  shown: GoalProgress,
  official: GoalProgress | undefined,
  language: Language,
): string | undefined {
  const part = splitWaiting(shown, official);
  if (part) return wordPart(part, shown.detail.kind === 'ratio', language);
  const pieces = official === undefined ? 0 : shown.events - official.events;
  if (pieces <= 0) return undefined;
  if (language === 'en')
    return pieces === 1 ? '1 action not yet shared' : `${formatNumber(pieces)} actions not yet shared`;
  return pieces === 1 ? '1 insats väntar på att delas' : `${formatNumber(pieces)} insatser väntar på att delas`;
}

function wordPart({ waiting, isLess }: WaitingPart, isShare: boolean, language: Language): string {
  const amount = isShare ? formatShare(waiting) : formatNumber(waiting);
  if (language === 'en') return isLess ? `${amount} taken back, not yet shared` : `of which ${amount} not yet shared`;
  return isLess ? `${amount} borttaget, ännu inte delat` : `varav ${amount} väntar på att delas`;
}
