import type { Issue } from '#domain/records/parse-record.ts';
import type { Language } from '#domain/wording/locale.ts';
import type { FormPart } from './form-part.ts';
import type { FormRules } from './form-rules.ts';
import type { ScreenedField } from './screen-draft.ts';

/** What stands beside each field: what the screening finds while one types, and what would stop the saving. */
export function findFieldWords(
  rules: FormRules | undefined,
  issues: readonly Issue[],
  screened: readonly ScreenedField[],
  language: Language,
): Pick<FormPart, 'issueOf' | 'warningOf'> {
  const describeFinding = (path: string, severity: 'block' | 'warn') => {
    const findings = screened.find((field) => field.path === path)?.findings ?? [];
    const finding = findings.find((candidate) => candidate.severity === severity);
    return finding && rules?.findingMessage(finding, language);
  };
  const describeIssue = (path: string) => {
    const issue = issues.find((candidate) => candidate.path === path);
    return issue && rules?.describeIssue(issue, language);
  };
  return {
    issueOf: (path) => describeFinding(path, 'block') ?? describeIssue(path),
    warningOf: (path) => describeFinding(path, 'warn'),
  };
}
