import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Issue } from '#domain/records/parse-record.ts';
import { screenText } from '#domain/screening/screen-text.ts';
import { findingMessage } from '#domain/wording/finding-words.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useDraft } from '#features/use-draft.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { LazyDateField } from '#ui/lazy-date-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField, type TextFieldProps } from '#ui/text-field.tsx';
import { type Translate, useWords } from '#ui/words.ts';
import { createPromise, type StartForm } from './create-promise.ts';
import { words } from './messages.ts';

const draftKey = 'new-promise';

/** The little that a promise needs to begin; saved as a draft, and on to the editor. */
export function EmptyStart() {
  const t = useWords(words);
  const services = useServices();
  const navigate = useNavigate();
  const [initial] = useState<StartForm>(() => ({
    title: '',
    municipality: '',
    policeName: t('policeDefault'),
    municipalityPartyName: t('municipalityPartyDefault'),
    start: 'dates',
    from: '',
    to: '',
    months: '12',
  }));
  const draft = useDraft<StartForm>(draftKey, initial);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [fault, setFault] = useState<unknown>();
  // A device that cannot store is shown by the page's error boundary; what was typed is kept as a draft.
  if (fault) throw fault;
  if (!draft.value) return null;
  const form = draft.value;
  const create = async () => {
    const outcome = await createPromise(services, form, draftKey);
    if (outcome.kind === 'invalid') setIssues(outcome.issues);
    else {
      navigate(paths.promise(outcome.promiseId), { state: { kind: 'created', what: 'promise', tx: outcome.tx } });
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        create().catch(setFault);
      }}
    >
      <Stack>
        {draft.restored && <Notice kind="info">{t('draftRestored')}</Notice>}
        <StartFields form={form} issues={issues} change={(fields) => draft.change({ ...form, ...fields })} />
        <div>
          <Button kind="primary" size="field" wide type="submit">
            {t('create')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

interface StartFieldsProps {
  readonly form: StartForm;
  readonly issues: readonly Issue[];
  readonly change: (fields: Partial<StartForm>) => void;
}

function StartFields({ form, issues, change }: StartFieldsProps) {
  const t = useWords(words);
  const issueAt = (path: string) =>
    sayIssue(
      issues.find((issue) => issue.path === path),
      t,
    );
  return (
    <>
      <ScreenedField
        label={t('promiseTitle')}
        hint={t('titleHint')}
        issue={issueAt('title')}
        value={form.title}
        onChange={(title) => change({ title })}
      />
      <ScreenedField
        label={t('municipality')}
        hint={t('municipalityHint')}
        optional
        issue={issueAt('municipalities.0.name')}
        value={form.municipality}
        onChange={(municipality) => change({ municipality })}
      />
      <Split gap="normal">
        <ScreenedField
          label={t('police')}
          issue={issueAt('parties.0.name')}
          value={form.policeName}
          onChange={(policeName) => change({ policeName })}
        />
        <ScreenedField
          label={t('municipalityParty')}
          issue={issueAt('parties.1.name')}
          value={form.municipalityPartyName}
          onChange={(municipalityPartyName) => change({ municipalityPartyName })}
        />
      </Split>
      <p>{t('partiesHint')}</p>
      <ChoiceChips
        label={t('period')}
        value={form.start}
        options={[
          { value: 'dates', label: t('dates') },
          { value: 'signing', label: t('signing') },
        ]}
        onChange={(start) => change({ start })}
      />
      <PeriodFields {...{ form, issueAt, change }} />
    </>
  );
}

/** A line of text in which personal data is pointed out while it is typed (guard P2). */
function ScreenedField({ issue, ...field }: TextFieldProps) {
  const language = useLanguage();
  const { clock } = useServices();
  const findings = screenText(field.value, { today: clock.today() });
  const say = (severity: 'block' | 'warn') => {
    const found = findings.find((finding) => finding.severity === severity);
    return found && `”${found.match}”: ${findingMessage(found, language)}`;
  };
  return <TextField {...field} issue={say('block') ?? issue} warning={say('warn')} />;
}

interface PeriodFieldsProps extends Omit<StartFieldsProps, 'issues'> {
  readonly issueAt: (path: string) => string | undefined;
}

function PeriodFields({ form, issueAt, change }: PeriodFieldsProps) {
  const t = useWords(words);
  if (form.start === 'signing') {
    return (
      <NumberField
        label={t('months')}
        whole
        unit={t('monthsUnit')}
        issue={issueAt('period.months')}
        value={form.months}
        onChange={(months) => change({ months })}
      />
    );
  }
  return (
    <>
      <Split gap="normal">
        <LazyDateField
          label={t('from')}
          optional
          issue={issueAt('period.from')}
          value={form.from}
          onChange={(from) => change({ from })}
        />
        <LazyDateField
          label={t('to')}
          optional
          issue={issueAt('period.to')}
          value={form.to}
          onChange={(to) => change({ to })}
        />
      </Split>
      <p>{t('periodHint')}</p>
    </>
  );
}

function sayIssue(issue: Issue | undefined, t: Translate<keyof typeof words.sv>): string | undefined {
  if (!issue) return undefined;
  if (issue.path === 'period.months') return t('wrongMonths');
  if (issue.code === 'personal-data') return t('personalData');
  if (issue.code === 'ends-before-start') return t('endsBeforeStart');
  return issue.code === 'too-long' ? t('tooLong') : t('required');
}
