import { isTableName } from '#domain/operations/merge-class.ts';
import type { Operation } from '#domain/operations/operation.ts';
import type { ReceivedOperation } from '#protocol/sent-operation.ts';
import { type Draft, findResult } from './draft.ts';
import type { PushReport, ReportedOperation } from './exchange-rows.ts';

/** Words of the protocol are short; what is longer was made up. */
const longestWord = 20;

/**
 * What a push did, for the log of who did what (guard T19): rows by name, and outcomes. In: the draft when all is decided,
 * and the operations that were new. Out: never a word of what they say. Pure.
 */
export const reportPush = (draft: Draft, fresh: readonly ReceivedOperation[]): PushReport => ({
  at: draft.context.now,
  isReplayed: draft.context.closed !== undefined,
  operations: fresh.flatMap((one): readonly ReportedOperation[] => {
    if (one.kind === 'noop') return [];
    const outcome = findResult(draft, one.op.id)?.kind ?? 'rejected';
    if (one.kind === 'faulty') return [{ kind: 'faulty', table: 'unknown', id: one.op.id, promiseId: '', outcome }];
    const { kind, tbl, ent, scope } = one.op;
    const step = findStep(one.op);
    return [
      {
        kind: kind.slice(0, longestWord),
        table: isTableName(tbl) ? tbl : 'unknown',
        ...{ id: ent, promiseId: scope, outcome },
        ...(step && { step }),
      },
    ];
  }),
});

function findStep({ tbl, kind, f }: Operation): ReportedOperation['step'] {
  if (tbl !== 'publications') return undefined;
  if (kind === 'create') return 'handed-in';
  if (f?.approved !== undefined) return 'approved';
  return f?.withdrawn === undefined ? undefined : 'withdrawn';
}
