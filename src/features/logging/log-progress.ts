import type { Issue } from '#domain/records/parse-record.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import type { Services } from '#features/services.ts';
import { type Committed, commitAction } from '#storage/commit-action.ts';
import { InvalidRecord } from '#storage/invalid-record.ts';
import { readLog } from '#storage/progress-logs.ts';
import { isSameWork } from './is-same-work.ts';
import { correctionKeyOf, draftKeyOf, type LogDraft } from './log-draft.ts';
import { type LogContext, toLog } from './to-log.ts';

export type LoggedProgress =
  | {
      readonly kind: 'saved';
      readonly log: ProgressLog;
      readonly tx: string;
      readonly totals?: Committed['totals'] | undefined;
    }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] };

/** Told what a log will have moved while it is on its way to the disk: see `onTotals` of an action. */
export type OnWay = (log: ProgressLog, totals: NonNullable<Committed['totals']>) => void;

/**
 * Saves what was typed, or says everything that is wrong with it. Saving the same form twice is one log.
 * Throws `StorageFailure` when the device could not store it; then nothing is stored and the draft is kept.
 */
export async function logProgress(
  services: Services,
  draft: LogDraft,
  context: LogContext,
  onWay?: OnWay,
): Promise<LoggedProgress> {
  const { db, clock, newId } = services;
  const parsed = toLog(draft, context, { now: clock.now(), today: clock.today() });
  if (parsed.kind === 'invalid') return parsed;
  const log = parsed.value;
  try {
    const { tx, totals } = await commitAction(
      db,
      {
        label: log.corrects === undefined ? 'log-created' : 'log-corrected',
        writes: [{ kind: 'create', table: 'progressLogs', record: log }],
        draftKey: log.corrects === undefined ? draftKeyOf(log.promiseId) : correctionKeyOf(log.corrects),
        ...(onWay && { onTotals: (totals) => onWay(log, totals) }),
      },
      { now: clock.now, newId, today: clock.today },
    );
    return { kind: 'saved', log, tx, totals };
  } catch (error) {
    if (!isTaken(error)) throw error;
    const stored = await readLog(db, log.id);
    if (stored && isSameWork(stored, log)) return { kind: 'saved', log: stored, tx: stored.id };
    // Another tab saved the same draft and this one was typed on: that is more work, not the same.
    return logProgress(services, { ...draft, logId: newId() }, context, onWay);
  }
}

const isTaken = (error: unknown) =>
  error instanceof InvalidRecord && error.issues.some((issue) => issue.code === 'id-taken');
