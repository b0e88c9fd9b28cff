import type { StandingLog } from '#domain/progress/contribution.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import { commitAction } from '#storage/commit-action.ts';
import type { Services } from './services.ts';

/**
 * Takes a log back. Nothing is removed: a new log replaces it and says that it does not stand, so that history keeps both
 * and it can be restored at any time. Out: the log that now stands in its place. Throws `StorageFailure`.
 */
export const withdrawLog = (services: Services, log: StandingLog, reason = ''): Promise<ProgressLog> =>
  appendReplacement(services, 'log-withdrawn', {
    ...toContent(log),
    withdrawn: true,
    ...(reason.trim() && { correctionReason: reason.trim() }),
  });

/** Lets a withdrawn log count again, as it was. In: the withdrawing log. Out: the log that now stands. Throws `StorageFailure`. */
export const restoreLog = (services: Services, log: StandingLog): Promise<ProgressLog> =>
  appendReplacement(services, 'log-restored', toContent(log));

async function appendReplacement(
  { db, clock, newId }: Services,
  label: 'log-withdrawn' | 'log-restored',
  content: ProgressLog,
): Promise<ProgressLog> {
  const now = clock.now();
  const record: ProgressLog = { ...content, id: newId(), createdAt: now, updatedAt: now, corrects: content.id };
  await commitAction(
    db,
    { label, writes: [{ kind: 'create', table: 'progressLogs', record }] },
    { now: clock.now, newId, today: clock.today },
  );
  return record;
}

/** What the log says of the work itself: not what storage knows of it, nor why an earlier entry was changed. */
function toContent(log: StandingLog): ProgressLog {
  const { replacedBy, lateReported, withdrawn, correctionReason, ...content } = log;
  return content;
}
