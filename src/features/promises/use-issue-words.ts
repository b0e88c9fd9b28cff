import { useCallback } from 'react';
import type { Issue } from '#domain/records/parse-record.ts';
import { issueMessage } from '#domain/wording/issue-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { useWords } from '#ui/words.ts';
import { editorWords } from './editor-messages.ts';

/** Refusals that only these editors give. Those of the schemas have their words in the domain. */
const ownWords = {
  'both-parties': 'bothParties',
  'ends-before-start': 'endsBeforeStart',
  'not-a-link': 'notALink',
  'open-device': 'openDevice',
  'before-last-version': 'beforeLastVersion',
  'personal-data': 'personalData',
  'reason-needed': 'reasonNeeded',
} as const;

const isOwn = (code: string): code is keyof typeof ownWords => code in ownWords;

/** Says an issue in the language of the page. */
export function useIssueWords(): (issue: Issue) => string {
  const t = useWords(editorWords);
  const language = useLanguage();
  return useCallback(({ code }) => (isOwn(code) ? t(ownWords[code]) : issueMessage(code, language)), [t, language]);
}
