import type { Day } from '#domain/calendar/day.ts';
import type { DisposedOn } from '#domain/progress/goal-progress.ts';
import { describeDisposed } from '#domain/wording/describe-disposed.ts';
import { disposedWords } from '#domain/wording/disposed-words.ts';
import type { Language } from '#domain/wording/locale.ts';
import { logsSentence } from '#domain/wording/overview-sentence.ts';

interface LogCount {
  readonly logs: number;
  readonly latest: Day | undefined;
}

/** How much has been logged; where all of it was disposed of that, and never that nothing was done. */
export const sayLogs = (
  { logs, latest }: LogCount,
  disposed: DisposedOn | undefined,
  today: Day,
  language: Language,
): string =>
  logs === 0 && disposed
    ? disposedWords[language].logs(describeDisposed(disposed, language))
    : logsSentence(logs, latest, today, language);
