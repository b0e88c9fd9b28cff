import { findCorrected } from '#domain/delivery/play-operation.ts';
import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import { type ChainedLog, chainLogs } from '#domain/handover/chain-logs.ts';
import { type Folded, foldOperations } from '#domain/handover/fold-operations.ts';
import type { KnownOperation } from '#domain/handover/known-operation.ts';
import { isCreation } from '#domain/operations/check-operation.ts';

/** Each row with all that its operations did. In: the operations of rows, in their order; rows without any are left out. */
export function foldRows(rows: Iterable<readonly KnownOperation[]>): ReadonlyMap<RowKey, Folded> {
  const folded = new Map<RowKey, Folded>();
  for (const operations of rows) {
    const [first] = operations;
    if (first) folded.set(toRowKey(first.op.tbl, first.op.ent), foldOperations(operations.map(({ op }) => op)));
  }
  return folded;
}

/** The place of each log in a chain of corrections. In: operations of logs. */
export const listChained = (rows: Iterable<readonly KnownOperation[]>): readonly ChainedLog[] =>
  Array.from(rows).flatMap((operations) =>
    operations.flatMap(({ op }): readonly ChainedLog[] => {
      if (op.tbl !== 'progressLogs' || !isCreation(op.kind)) return [];
      return [{ id: op.ent, at: op.at, ...(op.kind === 'correct' && { takes: findCorrected(op) }) }];
    }),
  );

/** Which log replaces which, of any number of chains. In: all logs of each chain that one of them is in. */
export function replaceLogs(logs: readonly ChainedLog[]): ReadonlyMap<string, string> {
  const byId = new Map(logs.map((log) => [log.id, log]));
  const chains = new Map<string, ChainedLog[]>();
  for (const log of logs) {
    if (log.takes === undefined) continue;
    const root = findRoot(byId, log);
    const chain = chains.get(root.id) ?? [root];
    chain.push(log);
    chains.set(root.id, chain);
  }
  return new Map([...chains.values()].flatMap((chain) => [...chainLogs(chain)]));
}

function findRoot(byId: ReadonlyMap<string, ChainedLog>, log: ChainedLog): ChainedLog {
  let root = log;
  for (let next = byId.get(root.takes ?? ''); next !== undefined; next = byId.get(next.takes ?? '')) root = next;
  return root;
}
