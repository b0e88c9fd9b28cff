import type { Issue } from '#domain/records/parse-record.ts';
import type { LogDraft } from './log-draft.ts';
import { type LogContext, toLog } from './to-log.ts';

/** In: the draft, what it is about, and today. Out: everything that would stop it from being saved now. */
export function checkDraft(draft: LogDraft, context: LogContext, today: string): readonly Issue[] {
  const parsed = toLog(draft, context, { now: today, today });
  return parsed.kind === 'invalid' ? parsed.issues : [];
}
