import type { TrackPart } from './track-bar.tsx';

/** A figure of which a part waits to be shared, in its own unit. */
export interface SplitFigure {
  readonly solid: number;
  readonly waiting: number;
}

/** In: a value, the whole it is a share of, and what of it waits. Out: the parts of its bar, solid as far as confirmed. */
export function splitBar(value: number, whole: number, split?: SplitFigure | undefined): readonly TrackPart[] {
  const toShare = (amount: number) => (whole > 0 ? amount / whole : 0);
  if (split === undefined) return [{ key: 'value', share: toShare(value), look: 'value' }];
  return [
    { key: 'value', share: toShare(split.solid), look: 'value' },
    { key: 'waiting', share: toShare(split.waiting), look: 'waiting' },
  ];
}
