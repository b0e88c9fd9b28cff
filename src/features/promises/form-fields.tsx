/** The fields of the promise's editors: each knows its path, finds its own issue and screens what is written in it. */
import type { ReactNode } from 'react';
import type { Finding } from '#domain/screening/finding.ts';
import { screenText } from '#domain/screening/screen-text.ts';
import { acceptFindingWord, findingMessage } from '#domain/wording/finding-words.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { LazyDateField } from '#ui/lazy-date-field.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { SelectField, type SelectOption } from '#ui/select-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useEditorFields } from './editor-context.ts';
import { findIssueUnder } from './form-values.ts';
import { useIssueWords } from './use-issue-words.ts';

interface FieldPlace {
  /** The field's path in the form, by which issues find it. */
  readonly path: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly optional?: boolean | undefined;
}

interface TypedField extends FieldPlace {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly disabled?: boolean | undefined;
}

/** What is wrong at a path, in words. */
export function useFieldIssue(path: string): string | undefined {
  const { issues } = useEditorFields();
  const say = useIssueWords();
  const issue = findIssueUnder(issues, path);
  return issue && say(issue);
}

/** A line of free text. `names`: the one place where the name of a public signatory may stand. */
export function FormText({ path, names = false, ...field }: TypedField & { readonly names?: boolean }) {
  const issue = useFieldIssue(path);
  const findings = useFindings(field.value, names);
  const texts = useFindingTexts(findings, issue);
  return (
    <div data-field={path}>
      <TextField {...field} {...texts} />
      <AcceptFindings findings={findings} />
    </div>
  );
}

export function FormArea({ path, limit, ...field }: TypedField & { readonly limit?: number; readonly rows?: number }) {
  const issue = useFieldIssue(path);
  const findings = useFindings(field.value);
  const texts = useFindingTexts(findings, issue);
  return (
    <div data-field={path}>
      <TextArea {...field} {...texts} limit={isNearLimit(field.value, limit) ? limit : undefined} />
      <AcceptFindings findings={findings} />
    </div>
  );
}

/** A counter under every short field would be noise: it comes when the room is running out. */
const isNearLimit = (value: string, limit: number | undefined) => limit !== undefined && value.length > limit * 0.7;

export function FormNumber({ path, ...field }: TypedField & { readonly whole?: boolean; readonly unit?: string }) {
  return (
    <div data-field={path}>
      <NumberField {...field} issue={useFieldIssue(path)} />
    </div>
  );
}

export function FormDate({ path, ...field }: TypedField & { readonly min?: string; readonly max?: string }) {
  return (
    <div data-field={path}>
      <LazyDateField {...field} issue={useFieldIssue(path)} />
    </div>
  );
}

interface FormSelectProps<Value extends string> extends FieldPlace {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly (SelectOption & { readonly value: Value })[];
  readonly emptyLabel?: string;
  readonly disabled?: boolean;
}

export function FormSelect<Value extends string>({ path, onChange, ...field }: FormSelectProps<Value>) {
  return (
    <div data-field={path}>
      <SelectField {...field} issue={useFieldIssue(path)} onChange={(value) => onChange(value as Value)} />
    </div>
  );
}

interface FormCheckProps extends FieldPlace {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

export function FormCheck({ path, optional: _always, ...field }: FormCheckProps) {
  return (
    <div data-field={path}>
      <Checkbox {...field} issue={useFieldIssue(path)} />
    </div>
  );
}

function useFindings(text: string, names = false): readonly Finding[] {
  const { clock } = useServices();
  const { accepted } = useEditorFields();
  if (text.trim() === '') return [];
  const findings = screenText(text, { today: clock.today(), accepted });
  return names ? findings.filter(({ kind }) => kind !== 'possible-name') : findings;
}

/** The graver finding is what the field says; a warning never hides what must be mended. */
function useFindingTexts(findings: readonly Finding[], issue: string | undefined) {
  const language = useLanguage();
  const block = findings.find(({ severity }) => severity === 'block');
  const warn = findings.find(({ severity }) => severity === 'warn');
  return {
    issue: block ? `”${block.match}”: ${findingMessage(block, language)}` : issue,
    warning: warn ? `”${warn.match}”: ${findingMessage(warn, language)}` : undefined,
  };
}

/** A number can look like something it is not: a person says so, and it is remembered with the draft. */
function AcceptFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const language = useLanguage();
  const { accept } = useEditorFields();
  const [finding] = findings;
  if (!finding) return null;
  return (
    <Button kind="quiet" onClick={() => accept(finding.match)}>
      {acceptFindingWord(finding.kind, language)}
    </Button>
  );
}
