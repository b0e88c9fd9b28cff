/** The names that a disposal is carried out by, as a text that a checksum is taken of. */
import type { RowKey } from '#domain/delivery/synced-row.ts';
import { toRowKey } from '#domain/delivery/synced-row.ts';

interface Due {
  readonly due: readonly RowKey[];
  readonly isWhole: boolean;
}

/**
 * In: a plan and its promise. Out: the names that say all of it. A promise takes everything with it, so that its name alone
 * says the same on every device, whatever that has of it.
 */
export const listDisposalNames = ({ due, isWhole }: Due, promiseId: string): readonly RowKey[] =>
  isWhole ? [toRowKey('promises', promiseId)] : due;

/** In: names in any order. Out: one on each line, sorted: what the checksum of an order is taken of. */
export const toDisposalText = (names: readonly string[]): string => `${names.toSorted().join('\n')}\n`;
