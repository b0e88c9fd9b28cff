import type { ProgressLog } from '#domain/records/progress-log.ts';

/** The moment of saving is not part of the work: two taps on the same button are a few milliseconds apart. */
const stamps: ReadonlySet<string> = new Set(['createdAt', 'updatedAt', 'replacedBy', 'lateReported']);

/** Whether two logs say the same about the same work. In: a stored log and a new one with its id. */
export const isSameWork = (stored: ProgressLog, log: ProgressLog): boolean => toContent(stored) === toContent(log);

const toContent = (log: ProgressLog): string =>
  JSON.stringify(
    Object.entries(log)
      .filter(([field, value]) => !stamps.has(field) && value !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );
