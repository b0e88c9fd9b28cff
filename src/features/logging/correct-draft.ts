import type { ProgressLog } from '#domain/records/progress-log.ts';
import { type LogDraft, startDraft } from './log-draft.ts';

/** A stored log as a form again, to be replaced by a corrected one. In: the log and its activities' first measures. */
export const correctDraft = (logId: string, log: ProgressLog, occasionIds: readonly string[]): LogDraft => {
  const count = occasionIds.map((id) => log.quantities[id]).find((amount) => amount !== undefined);
  const others = Object.entries(log.quantities).filter(([id]) => !occasionIds.includes(id));
  return {
    ...startDraft(logId, log.activityIds, log.date),
    count: count === undefined ? '' : String(count),
    quantities: Object.fromEntries(others.map(([id, amount]) => [id, String(amount)])),
    state: log.state,
    partyIds: log.partyIds,
    place: log.place ?? '',
    municipality: log.municipality ?? '',
    extra: log.extra ?? false,
    newPerson: log.newPerson ?? '',
    reached: log.reached ?? [],
    byOutcomes: log.byOutcomes.map(({ name, count: amount }) => ({ name, count: String(amount) })),
    note: log.note ?? '',
    evidenceKind: log.evidence?.kind ?? 'document',
    evidenceReference: log.evidence?.reference ?? '',
    onBehalfOf: log.onBehalfOf ?? '',
    visibility: log.visibility,
    corrects: log.id,
  };
};
