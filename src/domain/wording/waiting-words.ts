import type { WaitingPart } from '#domain/progress/waiting-part.ts';
import type { Language } from './locale.ts';
import { formatNumber, formatShare } from './numbers.ts';

/** In: what waits of a figure, and whether the figure is a share. Out: "varav 2 väntar på att delas". */
export function waitingWords({ waiting, isLess }: WaitingPart, isShare: boolean, language: Language): string {
  const amount = isShare ? formatShare(waiting) : formatNumber(waiting);
  if (language === 'en') return isLess ? `${amount} taken back, not yet shared` : `of which ${amount} not yet shared`;
  return isLess ? `${amount} borttaget, ännu inte delat` : `varav ${amount} väntar på att delas`;
}
