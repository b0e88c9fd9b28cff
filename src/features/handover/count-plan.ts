import { listOperations } from '#domain/handover/handed-action.ts';
import { isCreation } from '#domain/operations/check-operation.ts';
import type { HandoverPreview } from '#storage/take-handover.ts';

export interface PlanCount {
  readonly logs: number;
  readonly records: number;
  /** Operations on what is here, or on what comes with it. */
  readonly changed: number;
}

/** How much is new in a handover. */
export function countPlan({ ready }: Pick<HandoverPreview, 'ready'>): PlanCount {
  const operations = ready.flatMap(listOperations).map(({ op }) => op);
  const created = operations.filter(({ kind }) => isCreation(kind));
  const logs = created.filter(({ tbl }) => tbl === 'progressLogs').length;
  return { logs, records: created.length - logs, changed: operations.length - created.length };
}
