import type { SpaceHint } from '#server/database/server-database.ts';
import { createTokenBuckets, rates } from '#server/guard/token-buckets.ts';

type Change = Extract<SpaceHint, { readonly kind: 'changed' }>;

export interface HintSpacing {
  readonly note: (hint: Change) => void;
  /** Tells nothing more. */
  readonly close: () => void;
}

/**
 * Keeps a rush of changes from becoming as many lines on every stream: of those that come too close together only the
 * last is told, a little later. Each says how far a space has come, so nothing is missed.
 * In: whom to tell; milliseconds by a clock that only goes on. Out: where every hint is noted.
 */
export function createHintSpacing(tell: (hint: Change) => void, now: () => number): HintSpacing {
  const buckets = createTokenBuckets(now);
  /** By space: what will be told, and when. */
  const held = new Map<string, { latest: Change; readonly timer: ReturnType<typeof setTimeout> }>();
  const note = (hint: Change) => {
    const waiting = held.get(hint.spaceId);
    if (waiting) {
      waiting.latest = hint;
      return;
    }
    const taken = buckets.take(hint.spaceId, rates.hint);
    if (taken.kind === 'taken') tell(hint);
    else hold(hint, taken.milliseconds);
  };
  const hold = (hint: Change, milliseconds: number) => {
    const letGo = () => {
      const latest = held.get(hint.spaceId)?.latest ?? hint;
      held.delete(hint.spaceId);
      note(latest);
    };
    held.set(hint.spaceId, { latest: hint, timer: setTimeout(letGo, milliseconds) });
  };
  return {
    note,
    close: () => {
      for (const { timer } of held.values()) clearTimeout(timer);
      held.clear();
    },
  };
}
