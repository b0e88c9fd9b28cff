/** Many rows whose keys lie side by side are one request, and not one each: a request costs more than a row. */

/** Both numbers are part of it. */
export type Stretch = readonly [first: number, last: number];

/** In: whole numbers, in any order. Out: the fewest stretches without a hole that hold them all, rising. */
export function listStretches(numbers: Iterable<number>): readonly Stretch[] {
  const stretches: [number, number][] = [];
  for (const number of [...numbers].sort((left, right) => left - right)) {
    const open = stretches.at(-1);
    if (open !== undefined && number <= open[1] + 1) open[1] = number;
    else stretches.push([number, number]);
  }
  return stretches;
}
