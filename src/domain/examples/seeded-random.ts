/** Answers a number from 0 up to, but not including, 1. */
export type Random = () => number;

/**
 * The same numbers for the same seed, everywhere: an example must tell the same story on every device.
 * In: a whole number. Out: a source of numbers (mulberry32 by Tommy Ettinger, public domain; 32 bits of state,
 * good enough for a story and for nothing else).
 */
export function createSeededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** In: a source and two whole numbers. Out: a whole number from `low` through `high`. */
export const pickBetween = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** In: a source and a list that is not empty. Out: one of its members. */
export function pickOne<Member>(random: Random, members: readonly [Member, ...Member[]]): Member {
  return members[Math.floor(random() * members.length)] ?? members[0];
}
