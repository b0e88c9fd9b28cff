/** What device and server compare to find a row that one of them has lost (sync 2.8, I18). */
import type { RowKey } from './synced-row.ts';

/** Number of live rows of a scope, and a check over their keys and versions (two numbers of 32 bits). */
export interface RowSum {
  readonly count: number;
  readonly check: readonly [number, number];
}

export const emptySum: RowSum = { count: 0, check: [0, 0] };

export const isSameSum = (one: RowSum, other: RowSum): boolean =>
  one.count === other.count && one.check[0] === other.check[0] && one.check[1] === other.check[1];

/** Adds a row, or takes it out again with `direction` −1: the check is the same whatever the order. */
export function moveSum(sum: RowSum, key: RowKey, version: number, direction: 1 | -1): RowSum {
  const [left, right] = hashRow(key, version);
  return { count: sum.count + direction, check: [(sum.check[0] ^ left) >>> 0, (sum.check[1] ^ right) >>> 0] };
}

/**
 * It guards against accidents, not against people, and runs inside transactions where nothing may be awaited: hence two
 * multiplicative hashes of 32 bits and no digest of the platform.
 */
function hashRow(key: RowKey, version: number): readonly [number, number] {
  const text = `${key}|${version}`;
  let left = 0x811c9dc5;
  let right = 0x9747b28c;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    left = Math.imul(left ^ code, 0x01000193);
    right = Math.imul(right ^ code, 0x85ebca6b);
  }
  return [mix(left), mix(right ^ left)];
}

function mix(value: number): number {
  const first = Math.imul(value ^ (value >>> 16), 0xc2b2ae35);
  return (first ^ (first >>> 13)) >>> 0;
}
