import { countDays, type Day } from '#domain/calendar/day.ts';
import { toStockholmDay } from '#domain/calendar/stockholm-day.ts';
import type { BackupState } from '#storage/backup-state.ts';

/** Actions, and days with something that no file has, after which a person is reminded (sync 2.19.9). */
const mostActions = 20;
const mostDays = 3;

/** In: what has been done since the last backup, and today. Out: whether to remind of one now. */
export function isBackupDue({ isOwn, later, logs, changes, since }: BackupState, today: Day): boolean {
  if (!isOwn || logs + changes === 0) return false;
  if (later !== undefined && today < later) return false;
  if (logs + changes >= mostActions) return true;
  return since !== undefined && countDays(toStockholmDay(since), today) > mostDays;
}
