import type { FC } from 'react';
import { betterKindFor, type TargetKind, targetKinds } from '#domain/records/target.ts';
import { describeTarget } from '#domain/wording/describe-target.ts';
import { issueMessage } from '#domain/wording/issue-words.ts';
import { targetKindWords } from '#domain/wording/target-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Notice } from '#ui/notice.tsx';
import { RadioCards } from '#ui/radio-cards.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { parseTargetForm } from './parse-target-form.ts';
import { CeilingFields, CountFields, OngoingFields, RecurrenceFields } from './target-amount-fields.tsx';
import { changeTargetKind, type TargetForm, takeBetterKind } from './target-form.ts';
import type { TargetFormPart } from './target-form-part.ts';
import { JudgedFields, SeriesFields } from './target-measured-fields.tsx';
import { targetWords } from './target-messages.ts';
import { ChecklistFields, MilestoneFields, ScheduleFields } from './target-named-fields.tsx';
import { DeadlineFields, OnDemandFields, RatioFields } from './target-share-fields.tsx';

const fieldsOf: Readonly<Record<TargetKind, FC<TargetFormPart>>> = {
  count: CountFields,
  ceiling: CeilingFields,
  recurrence: RecurrenceFields,
  schedule: ScheduleFields,
  checklist: ChecklistFields,
  ratio: RatioFields,
  deadline: DeadlineFields,
  'on-demand': OnDemandFields,
  milestone: MilestoneFields,
  series: SeriesFields,
  judged: JudgedFields,
  ongoing: OngoingFields,
};

interface TargetEditorProps {
  readonly target: TargetForm;
  readonly onChange: (target: TargetForm) => void;
  readonly period: TargetFormPart['period'];
  /** The kind has been chosen before: the twelve are one tap away instead of in the way. */
  readonly isChosen: boolean;
}

/** One of twelve kinds, its parameters, and how the whole reads. */
export function TargetEditor({ target, onChange, period, isChosen }: TargetEditorProps) {
  const t = useWords(targetWords);
  const language = useLanguage();
  const Fields = fieldsOf[target.kind];
  const { name, help, met } = targetKindWords(target.kind, language);
  const parsed = parseTargetForm(target);
  return (
    <Stack gap="loose">
      <Disclosure summary={`${t('kind')}: ${name}`} open={!isChosen}>
        <RadioCards
          label={t('changeKind')}
          labelHidden
          value={target.kind}
          options={targetKinds.map((kind) => {
            const words = targetKindWords(kind, language);
            return { value: kind, title: words.name, detail: words.help };
          })}
          onChange={(kind) => onChange(changeTargetKind(target, kind))}
        />
      </Disclosure>
      <p>
        {help} {met}
      </p>
      <Fields target={target} period={period} change={(fields) => onChange({ ...target, ...fields })} />
      <BetterKind target={target} onChange={onChange} />
      {parsed.kind === 'valid' && <p>{t('inWords', { target: describeTarget(parsed.value, language) })}</p>}
    </Stack>
  );
}

/** A target that cannot be: the kind that says what is meant is one press away. */
function BetterKind({ target, onChange }: Pick<TargetEditorProps, 'target' | 'onChange'>) {
  const t = useWords(targetWords);
  const language = useLanguage();
  const parsed = parseTargetForm(target);
  const issues = parsed.kind === 'invalid' ? parsed.issues : [];
  const refusal = issues.find(({ code }) => betterKindFor[code] !== undefined);
  const better = refusal && betterKindFor[refusal.code];
  if (!refusal || !better) return null;
  const label =
    better === 'hold'
      ? t('takeHold', { name: t('hold') })
      : t('takeCeiling', { name: targetKindWords(better, language).name });
  return (
    <Notice
      kind="warn"
      announce="status"
      actions={<Button onClick={() => onChange(takeBetterKind(target, better))}>{label}</Button>}
    >
      {issueMessage(refusal.code, language)}
    </Notice>
  );
}
