import type { Issue } from '#domain/records/parse-record.ts';
import { findingMessage } from '#domain/wording/finding-words.ts';
import { useLanguage } from '#features/use-language.ts';
import type { FormPart } from './form-part.ts';
import { useIssueWords } from './issue-words.ts';
import type { ScreenedField } from './screen-draft.ts';

/** What stands beside each field: what the screening finds while one types, and what the last saving refused. */
export function useFieldWords(
  issues: readonly Issue[],
  screened: readonly ScreenedField[],
): Pick<FormPart, 'issueOf' | 'warningOf'> {
  const language = useLanguage();
  const issueOf = useIssueWords(issues);
  const find = (path: string, severity: 'block' | 'warn') => {
    const findings = screened.find((field) => field.path === path)?.findings ?? [];
    const finding = findings.find((candidate) => candidate.severity === severity);
    return finding && findingMessage(finding, language);
  };
  return {
    issueOf: (path) => find(path, 'block') ?? issueOf(path),
    warningOf: (path) => find(path, 'warn'),
  };
}
