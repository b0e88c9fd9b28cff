import { type Deed, orderByCauses } from './order-by-causes.ts';

/** A log in a chain of corrections. `takes`: the log that its author saw stand; undefined for the first of all. */
export interface ChainedLog {
  readonly id: string;
  readonly at: string;
  readonly takes?: string | undefined;
}

/**
 * Which log replaces which: corrections of one log form one chain, each at its end, whichever link its author had seen
 * (as `playOperation` on a server). In: logs that correct each other, in any order. Out: the log that replaces each of
 * them; the last one, which stands, is not in it.
 */
export function chainLogs(logs: readonly ChainedLog[]): ReadonlyMap<string, string> {
  const deeds = logs.map(({ id, at, takes }): Deed => ({ id, at, causes: takes === undefined ? [] : [takes] }));
  const first = deeds.filter(({ causes }) => causes.length === 0).map(({ id }) => id);
  const ordered = orderByCauses(deeds.map((deed) => (deed.causes.length === 0 ? deed : withFirst(deed, first))));
  return new Map(ordered.slice(1).map((log, index) => [ordered[index]?.id ?? '', log.id]));
}

const withFirst = (deed: Deed, first: readonly string[]): Deed => ({ ...deed, causes: [...deed.causes, ...first] });
