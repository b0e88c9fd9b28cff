/** Fields of the goal's small forms: each finds its own issue, and free text is screened while it is written. */
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
import type { FormValues } from './note-form.ts';
import type { NoteFormState } from './use-note-form.ts';
import { useNoteIssue } from './use-note-issue.ts';

type NamesOf<T extends FormValues, Value> = {
  [Name in keyof T & string]: T[Name] extends Value ? Name : never;
}[keyof T & string];

interface NoteFieldProps<T extends FormValues, Value> {
  readonly form: NoteFormState<T>;
  readonly name: NamesOf<T, Value>;
  readonly label: string;
  readonly hint?: string | undefined;
}

function textOf<T extends FormValues>({ values }: NoteFormState<T>, name: NamesOf<T, string>): string {
  const value: unknown = values?.[name as keyof T];
  return typeof value === 'string' ? value : '';
}

const set = <T extends FormValues>(form: NoteFormState<T>, name: string, value: string | boolean) =>
  form.change({ [name]: value } as Partial<T>);

interface NoteAreaProps<T extends FormValues> extends NoteFieldProps<T, string> {
  readonly limit: number;
  readonly optional?: boolean | undefined;
}

/** Free text. What looks like personal data is pointed out at once, and can be said not to be. */
export function NoteArea<T extends FormValues>({ form, name, label, hint, limit, optional }: NoteAreaProps<T>) {
  const language = useLanguage();
  const { clock } = useServices();
  const issueOf = useNoteIssue(form.issues);
  const value = textOf(form, name);
  const findings = screenText(value, { today: clock.today(), accepted: form.accepted });
  const block = findings.find(({ severity }) => severity === 'block');
  const warn = findings.find(({ severity }) => severity === 'warn');
  const [first] = findings;
  return (
    <div>
      <TextArea
        label={label}
        hint={hint}
        optional={optional}
        value={value}
        onChange={(text) => set(form, name, text)}
        limit={value.length > limit * 0.7 ? limit : undefined}
        issue={block ? `”${block.match}”: ${findingMessage(block, language)}` : issueOf(name)}
        warning={warn && `”${warn.match}”: ${findingMessage(warn, language)}`}
      />
      {first && (
        <Button kind="quiet" onClick={() => form.accept(first.match)}>
          {acceptFindingWord(first.kind, language)}
        </Button>
      )}
    </div>
  );
}

export function NoteNumber<T extends FormValues>(
  props: NoteFieldProps<T, string> & { readonly whole?: boolean; readonly unit?: string; readonly optional?: boolean },
) {
  const { form, name, label, hint, ...look } = props;
  const issueOf = useNoteIssue(form.issues);
  return (
    <NumberField
      {...look}
      label={label}
      hint={hint}
      value={textOf(form, name)}
      issue={issueOf(name)}
      onChange={(typed) => set(form, name, typed)}
    />
  );
}

export function NoteDate<T extends FormValues>(
  props: NoteFieldProps<T, string> & { readonly max?: string | undefined; readonly optional?: boolean },
) {
  const { form, name, label, hint, max, optional } = props;
  const issueOf = useNoteIssue(form.issues);
  return (
    <LazyDateField
      label={label}
      hint={hint}
      optional={optional}
      value={textOf(form, name)}
      max={max}
      issue={issueOf(name)}
      onChange={(day) => set(form, name, day)}
    />
  );
}

export function NoteSelect<T extends FormValues>(
  props: NoteFieldProps<T, string> & { readonly options: readonly SelectOption[]; readonly emptyLabel: string },
) {
  const { form, name, label, hint, options, emptyLabel } = props;
  const issueOf = useNoteIssue(form.issues);
  return (
    <SelectField
      label={label}
      hint={hint}
      options={options}
      emptyLabel={emptyLabel}
      value={textOf(form, name)}
      issue={issueOf(name)}
      onChange={(value) => set(form, name, value)}
    />
  );
}

export function NoteCheck<T extends FormValues>({ form, name, label, hint }: NoteFieldProps<T, boolean>) {
  return (
    <Checkbox
      label={label}
      hint={hint}
      checked={form.values?.[name as keyof T] === true}
      onChange={(checked) => set(form, name, checked)}
    />
  );
}
