import { pickBetween, type Random } from '#domain/examples/seeded-random.ts';

/** One of a list whose length nobody knows beforehand. */
export function drawFrom<T>(random: Random, list: readonly T[]): T {
  const drawn = list[pickBetween(random, 0, list.length - 1)];
  if (drawn === undefined) throw new Error('There is nothing to draw from');
  return drawn;
}
