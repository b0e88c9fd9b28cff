import { findCorrected } from '#domain/delivery/play-operation.ts';
import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import type { WaitingOperation } from '#domain/delivery/waiting-operation.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';

/** The rows that an operation names: its own, and for a correction the log that its author corrected. */
export const listNamedRows = (op: Operation): readonly RowKey[] =>
  op.kind === 'correct'
    ? [toRowKey(op.tbl, op.ent), toRowKey('progressLogs', findCorrected(op))]
    : [toRowKey(op.tbl, op.ent)];

type Find = (key: RowKey) => StoredRow | undefined;

/**
 * The rows that must be made anew: those given, and all that waiting operations tie to them.
 * In: changed rows, the waiting operations, and ways to find rows as they are shown and as the server has them. A
 * correction ties the whole chain that it hangs in. Out: the rows, and the operations to be played again, in order.
 */
export function followTouched(
  changed: Iterable<RowKey>,
  waiting: readonly WaitingOperation[],
  finders: readonly Find[],
): { readonly rows: ReadonlySet<RowKey>; readonly operations: readonly Operation[] } {
  const rows = new Set(changed);
  for (const key of [...rows]) for (const link of listChain(key, finders)) rows.add(link);
  const open = waiting.flatMap(({ op }) => op ?? []);
  const played = new Set<Operation>();
  // Hardly ever more than two rounds: what is played again may touch a row that an earlier operation touches.
  for (let size = -1; size !== rows.size; ) {
    size = rows.size;
    for (const op of open) {
      if (played.has(op)) continue;
      const named = listNamedRows(op).flatMap((key) => [key, ...listChain(key, finders)]);
      if (!named.some((key) => rows.has(key))) continue;
      played.add(op);
      for (const key of named) rows.add(key);
    }
  }
  return { rows, operations: open.filter((op) => played.has(op)) };
}

/** The logs that follow a log, as any of the finders knows them. */
function listChain(key: RowKey, finders: readonly Find[]): readonly RowKey[] {
  if (!key.startsWith('progressLogs/')) return [];
  const links = new Set<RowKey>([key]);
  for (const link of links) {
    for (const find of finders) {
      const next = find(link)?.replacedBy;
      if (typeof next === 'string') links.add(toRowKey('progressLogs', next));
    }
  }
  return [...links];
}
