import { countBytes, operationLimits } from './operation.ts';
import type { PlannedChange } from './plan-operations.ts';

/** What an operation's place in its action adds to its size: the action's id, its index and the count. */
const placeBytes = 100;

/**
 * Splits what a person did into actions that the limits of sync 2.5 allow, in order. One action is the rule; an import
 * or the example year is several, held together by their `batch`.
 * In: planned changes. Out: at least one group, each with at most 200 operations and 512 KiB.
 */
export function packActions(changes: readonly PlannedChange[]): readonly (readonly PlannedChange[])[] {
  const packs: PlannedChange[][] = [[]];
  let bytes = 0;
  for (const change of changes) {
    const size = countBytes(JSON.stringify(change.op)) + placeBytes;
    const pack = packs.at(-1);
    const isFull =
      pack !== undefined &&
      (pack.length >= operationLimits.actionOperations || bytes + size > operationLimits.actionBytes);
    if (pack === undefined || isFull) {
      packs.push([change]);
      bytes = size;
    } else {
      pack.push(change);
      bytes += size;
    }
  }
  return packs;
}
