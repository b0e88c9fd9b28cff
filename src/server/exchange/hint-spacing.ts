import type { SpaceHint } from '#server/database/server-database.ts';

type Change = Extract<SpaceHint, { readonly kind: 'changed' }>;

/** So many hints are told at once after a quiet while, and one in so many milliseconds after them. */
const spacing = { burst: 30, milliseconds: 500 } as const;

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
  const spaces = new Map<
    string,
    { left: number; at: number; latest?: Change; timer?: ReturnType<typeof setTimeout> }
  >();
  const note = (hint: Change) => {
    const time = now();
    const space = spaces.get(hint.spaceId) ?? { left: spacing.burst, at: time };
    spaces.set(hint.spaceId, space);
    if (space.timer !== undefined) {
      space.latest = hint;
      return;
    }
    space.left = Math.min(spacing.burst, space.left + (time - space.at) / spacing.milliseconds);
    space.at = time;
    if (space.left >= 1) {
      space.left -= 1;
      tell(hint);
      return;
    }
    space.latest = hint;
    space.timer = setTimeout(
      () => {
        const { latest } = space;
        delete space.timer;
        delete space.latest;
        if (latest) note(latest);
      },
      Math.ceil((1 - space.left) * spacing.milliseconds),
    );
  };
  return {
    note,
    close: () => {
      for (const { timer } of spaces.values()) clearTimeout(timer);
      spaces.clear();
    },
  };
}
