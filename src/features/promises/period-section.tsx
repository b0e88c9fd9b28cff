import { toPeriod } from '#domain/calendar/period.ts';
import { formatPeriod } from '#domain/wording/days.ts';
import { useLanguage } from '#features/use-language.ts';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { EditableList } from './editable-list.tsx';
import { FormArea, FormDate, FormNumber, FormText } from './form-fields.tsx';
import { readText } from './form-values.ts';
import { readPeriod } from './parse-promise-form.ts';
import { promiseEditorWords } from './promise-editor-messages.ts';
import type { PeriodForm, TermForm } from './promise-form.ts';
import type { PromiseFormPart } from './promise-form-part.ts';

interface PeriodSectionProps extends PromiseFormPart {
  /** The promise is sealed and its period differs from what was sealed. */
  readonly asksWhy: boolean;
}

/** When the promise holds: any two dates, or from signing, as the text says it. */
export function PeriodSection({ form, change, asksWhy }: PeriodSectionProps) {
  const t = useWords(promiseEditorWords);
  const edit = (fields: Partial<PeriodForm>) => change({ period: { ...form.period, ...fields } });
  return (
    <Section id="period" title={t('period')}>
      <Stack>
        <FormText
          path="period.basis"
          label={t('basis')}
          hint={t('basisHint')}
          optional
          value={form.period.basis}
          onChange={(basis) => edit({ basis })}
        />
        <PeriodFields period={form.period} edit={edit} />
        <FormDate
          path="signedOn"
          label={t('signedOn')}
          optional
          value={form.signedOn}
          onChange={(signedOn) => change({ signedOn })}
        />
        <PeriodOutcome form={form} />
        {asksWhy && <PeriodChange {...{ form, change }} />}
        <Terms {...{ form, change }} />
      </Stack>
    </Section>
  );
}

interface PeriodFieldsProps {
  readonly period: PeriodForm;
  readonly edit: (fields: Partial<PeriodForm>) => void;
}

function PeriodFields({ period, edit }: PeriodFieldsProps) {
  const t = useWords(promiseEditorWords);
  return (
    <Split gap="normal">
      <Stack>
        <ChoiceChips
          label={t('start')}
          value={period.start}
          options={[
            { value: 'date', label: t('startDate') },
            { value: 'signing', label: t('startSigning') },
          ]}
          onChange={(start) => edit({ start })}
        />
        {period.start === 'date' && (
          <FormDate path="period.from" label={t('from')} value={period.from} onChange={(from) => edit({ from })} />
        )}
      </Stack>
      <Stack>
        <ChoiceChips
          label={t('end')}
          value={period.end}
          options={[
            { value: 'date', label: t('endDate') },
            { value: 'months', label: t('endMonths') },
            { value: 'open', label: t('endOpen') },
          ]}
          onChange={(end) => edit({ end })}
        />
        {period.end === 'date' && (
          <FormDate path="period.to" label={t('to')} value={period.to} onChange={(to) => edit({ to })} />
        )}
        {period.end === 'months' && (
          <FormNumber
            path="period.months"
            label={t('months')}
            whole
            unit={t('monthsUnit')}
            value={period.months}
            onChange={(months) => edit({ months })}
          />
        )}
      </Stack>
    </Split>
  );
}

/** What the two dates become, so that nobody counts months by hand. */
function PeriodOutcome({ form }: Pick<PromiseFormPart, 'form'>) {
  const t = useWords(promiseEditorWords);
  const language = useLanguage();
  const stated = readPeriod(form.period);
  const period = toPeriod(stated, readText(form.signedOn));
  if (period && period.from <= period.to) return <p>{t('resolved', { period: formatPeriod(period, language) })}</p>;
  return <p>{stated.fromSigning && !form.signedOn ? t('unresolved') : t('unknown')}</p>;
}

function PeriodChange({ form, change }: PromiseFormPart) {
  const t = useWords(promiseEditorWords);
  const edit = (fields: Partial<typeof form.change>) => change({ change: { ...form.change, ...fields } });
  return (
    <Notice kind="warn" title={t('changeTitle')}>
      <Stack>
        <FormArea
          path="change.reason"
          label={t('changeReason')}
          limit={400}
          rows={2}
          value={form.change.reason}
          onChange={(reason) => edit({ reason })}
        />
        <FormText
          path="change.decidedBy"
          label={t('changeDecidedBy')}
          hint={t('changeDecidedByHint')}
          value={form.change.decidedBy}
          onChange={(decidedBy) => edit({ decidedBy })}
        />
      </Stack>
    </Notice>
  );
}

function Terms({ form, change }: PromiseFormPart) {
  const t = useWords(promiseEditorWords);
  return (
    <Section level={3} title={t('terms')}>
      <Stack>
        <p>{t('termsHint')}</p>
        <EditableList<TermForm>
          path="terms"
          items={form.terms}
          onChange={(terms) => change({ terms })}
          noun={t('term')}
          nameOf={({ name }, index) => name || `${t('term')} ${index + 1}`}
          create={() => ({ name: '', from: '', to: '' })}
          folded
        >
          {(term, edit, index) => (
            <>
              <FormText
                path={`terms.${index}.name`}
                label={t('termName')}
                value={term.name}
                onChange={(name) => edit({ name })}
              />
              <Split gap="normal">
                <FormDate
                  path={`terms.${index}.from`}
                  label={t('from')}
                  value={term.from}
                  onChange={(from) => edit({ from })}
                />
                <FormDate path={`terms.${index}.to`} label={t('to')} value={term.to} onChange={(to) => edit({ to })} />
              </Split>
            </>
          )}
        </EditableList>
      </Stack>
    </Section>
  );
}
