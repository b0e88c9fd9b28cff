import { useCallback } from 'react';
import type { Issue } from '#domain/records/parse-record.ts';
import { issueMessage } from '#domain/wording/issue-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { useWords } from '#ui/words.ts';
import { noteWords } from './note-messages.ts';

/** Refusals that only these forms give. Those of the schemas have their words in the domain. */
const own = {
  ambiguous: 'ambiguous',
  'personal-data': 'personalData',
  'verdict-needed': 'verdictNeeded',
  'reason-needed': 'reasonNeeded',
  'in-the-future': 'inTheFuture',
  'ends-before-start': 'endsBeforeStart',
} as const;
const isOwn = (code: string): code is keyof typeof own => code in own;

/** The words for the first issue of a field, or undefined when there is none. */
export function useNoteIssue(issues: readonly Issue[]): (path: string) => string | undefined {
  const t = useWords(noteWords);
  const language = useLanguage();
  return useCallback(
    (path) => {
      const issue = issues.find((candidate) => candidate.path === path || candidate.path.startsWith(`${path}.`));
      if (!issue) return undefined;
      return isOwn(issue.code) ? t(own[issue.code]) : issueMessage(issue.code, language);
    },
    [issues, t, language],
  );
}
