import type { Assessment } from '#domain/records/assessment.ts';
import type { Services } from '#features/services.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { hasProposal, type JudgedItem } from './list-items.ts';

export interface Acceptance {
  readonly promiseId: string;
  readonly followUpId: string;
  readonly byPartyId: string;
  readonly items: readonly JudgedItem[];
}

/** The items that one tap can judge: proposed, and not judged yet. */
export const listAcceptable = (items: readonly JudgedItem[]): readonly JudgedItem[] =>
  items.filter((item) => hasProposal(item) && item.assessments.length === 0);

/**
 * Judges items as proposed, together, with the proposal's own reason as the comment. One action: one undo takes all back.
 * Out: the action's name and how many were judged.
 */
export async function acceptProposals(
  { db, clock, newId }: Services,
  { promiseId, followUpId, byPartyId, items }: Acceptance,
): Promise<{ readonly tx: string; readonly count: number }> {
  const now = clock.now();
  const writes = listAcceptable(items).map((item): Write => {
    const { implementation, attainment, reason } = item.proposed;
    const record: Assessment = {
      ...{ id: newId(), promiseId, createdAt: now, updatedAt: now, followUpId, byPartyId, joint: true },
      ref: { table: item.table, id: item.id },
      ...(implementation && { implementation }),
      ...(attainment && { attainment }),
      ...{ evidence: [], comment: reason, date: clock.today() },
    };
    return { kind: 'create', table: 'assessments', record };
  });
  const action = { label: 'record-created' as const, writes };
  const { tx } = await commitAction(db, action, { now: clock.now, newId, today: clock.today });
  return { tx, count: writes.length };
}
