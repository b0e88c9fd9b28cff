import type { DraftTarget } from '#domain/reading/promise-draft.ts';
import { type RecurrenceUnit, recurrenceUnits, type TargetKind, targetKinds } from '#domain/records/target.ts';
import { directionWord } from '#domain/wording/record-words.ts';
import { targetKindWords } from '#domain/wording/target-words.ts';
import { unitPhrases } from '#domain/wording/unit-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { LazyDateField } from '#ui/lazy-date-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { useWords } from '#ui/words.ts';
import { changeTargetKind } from './change-target-kind.ts';
import { applyChanges, type Changes, orAbsent } from './row-form-part.ts';
import { rowWords } from './row-messages.ts';
import { AmountField, ScreenedField } from './screened-fields.tsx';

interface TargetFieldsProps {
  readonly target: DraftTarget;
  readonly onChange: (target: DraftTarget) => void;
}

/** How a goal is followed, with the number and the words that its kind needs. */
export function TargetFields({ target, onChange }: TargetFieldsProps) {
  const t = useWords(rowWords);
  const language = useLanguage();
  return (
    <Stack>
      <SelectField
        label={t('targetKind')}
        hint={targetKindWords(target.kind, language).help}
        value={target.kind}
        options={targetKinds.map((kind) => ({ value: kind, label: targetKindWords(kind, language).name }))}
        onChange={(kind) => onChange(changeTargetKind(target, kind as TargetKind))}
      />
      <Parameters
        // Typed numbers belong to one kind: another begins with what was carried over.
        key={target.kind}
        target={target}
        change={(changes) => onChange(applyChanges(target, changes))}
      />
    </Stack>
  );
}

interface PartProps {
  readonly target: DraftTarget;
  readonly change: (changes: Changes<DraftTarget>) => void;
}

function Parameters({ target, change }: PartProps) {
  switch (target.kind) {
    case 'count':
    case 'ceiling':
      return <CountPart {...{ target, change }} />;
    case 'recurrence':
      return <RhythmPart {...{ target, change }} />;
    case 'schedule':
      return <SchedulePart {...{ target, change }} />;
    case 'ratio':
      return <SharePart {...{ target, change }} />;
    case 'deadline':
      return <DeadlinePart {...{ target, change }} />;
    case 'checklist':
    case 'milestone':
      return <NamesPart {...{ target, change }} />;
    case 'series':
      return <TrendPart {...{ target, change }} />;
    case 'judged':
      return null;
    default:
      return <UnitPart {...{ target, change }} />;
  }
}

function UnitPart({ target, change }: PartProps) {
  const t = useWords(rowWords);
  return (
    <ScreenedField
      label={t('unit')}
      hint={t('unitHint')}
      value={target.unit ?? ''}
      onChange={(unit) => change({ unit })}
    />
  );
}

function CountPart({ target, change }: PartProps) {
  const t = useWords(rowWords);
  return (
    <>
      <AmountField label={t('value')} whole amount={target.value} onAmount={(value) => change({ value })} />
      <UnitPart {...{ target, change }} />
      {target.kind === 'count' && (
        <>
          <Checkbox
            label={t('distinct')}
            checked={target.distinctPersons ?? false}
            onChange={(distinctPersons) => change({ distinctPersons })}
          />
          <Checkbox label={t('exact')} checked={target.exact ?? false} onChange={(exact) => change({ exact })} />
        </>
      )}
    </>
  );
}

function RhythmPart({ target, change }: PartProps) {
  const t = useWords(rowWords);
  const language = useLanguage();
  return (
    <>
      <Split gap="normal">
        <AmountField label={t('value')} whole amount={target.value} onAmount={(value) => change({ value })} />
        <SelectField
          label={t('per')}
          value={target.per ?? ''}
          emptyLabel="–"
          options={recurrenceUnits.map((unit) => ({ value: unit, label: unitPhrases(unit, language).one }))}
          onChange={(per) => change({ per: orAbsent(per as RecurrenceUnit | ''), everyNth: 1 })}
        />
      </Split>
      <UnitPart {...{ target, change }} />
    </>
  );
}

function SchedulePart({ target, change }: PartProps) {
  const t = useWords(rowWords);
  return (
    <>
      <ScreenedField
        label={t('rule')}
        hint={t('ruleHint')}
        value={target.rule ?? ''}
        onChange={(rule) => change({ rule })}
      />
      <UnitPart {...{ target, change }} />
    </>
  );
}

function SharePart({ target, change }: PartProps) {
  const t = useWords(rowWords);
  const language = useLanguage();
  const percent = target.share === undefined ? undefined : Math.round(target.share * 10_000) / 100;
  return (
    <>
      <AmountField
        label={t('percent')}
        unit="%"
        amount={percent}
        onAmount={(amount) => change({ share: amount === undefined ? undefined : amount / 100 })}
      />
      <ChoiceChips
        label={t('direction')}
        value={target.direction === 'at-most' ? 'at-most' : 'at-least'}
        options={(['at-least', 'at-most'] as const).map((value) => ({ value, label: directionWord(value, language) }))}
        onChange={(direction) => change({ direction })}
      />
      <UnitPart {...{ target, change }} />
    </>
  );
}

function DeadlinePart({ target, change }: PartProps) {
  const t = useWords(rowWords);
  return (
    <>
      <Split gap="normal">
        <AmountField
          label={t('withinDays')}
          whole
          amount={target.withinDays}
          onAmount={(withinDays) => change({ withinDays })}
        />
        <LazyDateField
          label={t('by')}
          optional
          value={target.by ?? ''}
          onChange={(by) => change({ by: orAbsent(by) })}
        />
      </Split>
      <UnitPart {...{ target, change }} />
    </>
  );
}

function NamesPart({ target, change }: PartProps) {
  const t = useWords(rowWords);
  return (
    <>
      <TextArea
        label={t('members')}
        value={(target.members ?? []).join('\n')}
        onChange={(text) => change({ members: text === '' ? [] : text.split('\n') })}
      />
      {target.kind === 'milestone' && (
        <LazyDateField
          label={t('by')}
          optional
          value={target.by ?? ''}
          onChange={(by) => change({ by: orAbsent(by) })}
        />
      )}
    </>
  );
}

function TrendPart({ target, change }: PartProps) {
  const t = useWords(rowWords);
  const language = useLanguage();
  const { direction } = target;
  return (
    <>
      <ChoiceChips
        label={t('direction')}
        value={direction === 'down' || direction === 'hold' ? direction : 'up'}
        options={(['up', 'down', 'hold'] as const).map((value) => ({ value, label: directionWord(value, language) }))}
        onChange={(chosen) => change({ direction: chosen })}
      />
      <ScreenedField label={t('indicator')} value={target.unit ?? ''} onChange={(unit) => change({ unit })} />
    </>
  );
}
