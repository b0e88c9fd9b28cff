export interface BulletInput {
  /** Confirmed or saved; 0 or more. */
  readonly value: number;
  /** Not yet shared; comes on top of `value`. */
  readonly waiting?: number | undefined;
  readonly target: number | null;
  /** What should have been reached by now. */
  readonly expected?: number | null | undefined;
  /** The end of the scale where no target sets it, such as the largest value in a list. */
  readonly scaleEnd?: number | undefined;
}

/** Shares of the bar's length, 0–100. */
export interface BulletScale {
  readonly value: number;
  readonly waiting: number;
  readonly target: number | null;
  readonly expected: number | null;
  /** There is more than the bar can show. */
  readonly beyond: boolean;
}

/** The target stands at the right end; what passes it is clamped and marked, never drawn outside. */
export function scaleBullet({ value, waiting = 0, target, expected = null, scaleEnd }: BulletInput): BulletScale {
  const end = scaleEnd ?? (target !== null && target > 0 ? target : Math.max(value + waiting, 1));
  const share = (amount: number): number => Math.min(100, Math.max(0, (amount / end) * 100));
  const solid = share(value);
  return {
    value: solid,
    waiting: share(value + Math.max(0, waiting)) - solid,
    target: target === null ? null : share(target),
    expected: expected === null ? null : share(expected),
    beyond: value + waiting > end,
  };
}
