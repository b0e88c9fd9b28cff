/**
 * Tallies: named whole-number counters per goal, the only thing the engine needs to know about logs. They add and
 * subtract, so a change costs what changed, and the order of logs never matters.
 */

/** Counter name → whole number. A counter that reaches 0 is removed, so equal tallies are equal objects. */
export type Tally = Readonly<Record<string, number>>;

export const emptyTally: Tally = {};

/** In: two tallies. Out: their sum, without zeros. */
export const addTally = (left: Tally, right: Tally): Tally => combine(left, right, 1);

/** In: two tallies. Out: the first less the second, without zeros. */
export const subtractTally = (left: Tally, right: Tally): Tally => combine(left, right, -1);

function combine(left: Tally, right: Tally, sign: 1 | -1): Tally {
  const sum: Record<string, number> = { ...left };
  for (const [counter, amount] of Object.entries(right)) {
    const value = (sum[counter] ?? 0) + sign * amount;
    if (value === 0) delete sum[counter];
    else sum[counter] = value;
  }
  return sum;
}
