import { useState } from 'react';
import { emptyAnswers, type GuideAnswers, readTimes } from '#domain/reading/guide-answers.ts';
import { countingRuleWords, guessWorkKind, type WorkKind, workKinds } from '#domain/wording/counting-rule-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { Tag } from '#ui/tag.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { guideWords } from './guide-messages.ts';
import { ScreenedArea, ScreenedField } from './screened-fields.tsx';

interface GuideDialogProps {
  /** The row that has no number; undefined while the guide is closed. */
  readonly row: { readonly id: string; readonly text: string } | undefined;
  readonly answers: GuideAnswers | undefined;
  readonly onChange: (answers: GuideAnswers | undefined) => void;
  readonly onClose: () => void;
}

/** Five questions that make a row without a number possible to follow. Every keystroke is kept. */
export function GuideDialog({ row, answers, onChange, onClose }: GuideDialogProps) {
  const t = useWords(guideWords);
  const remove = () => {
    onChange(undefined);
    onClose();
  };
  return (
    <Dialog
      open={row !== undefined}
      onClose={onClose}
      title={t('title')}
      actions={
        <>
          <Button kind="primary" onClick={onClose}>
            {t('done')}
          </Button>
          {answers && (
            <Button kind="quiet" onClick={remove}>
              {t('remove')}
            </Button>
          )}
        </>
      }
    >
      {row && <GuideFields key={row.id} text={row.text} answers={answers ?? emptyAnswers} onChange={onChange} />}
    </Dialog>
  );
}

interface GuideFieldsProps {
  readonly text: string;
  readonly answers: GuideAnswers;
  readonly onChange: (answers: GuideAnswers) => void;
}

const units = ['tertial', 'term', 'month', 'year'] as const;

function GuideFields({ text, answers, onChange }: GuideFieldsProps) {
  const t = useWords(guideWords);
  const language = useLanguage();
  const [kind, setKind] = useState<WorkKind>(() => guessWorkKind(text));
  const change = (fields: Partial<GuideAnswers>) => onChange({ ...answers, ...fields });
  const isWrong = answers.times.trim() !== '' && readTimes(answers) === undefined;
  return (
    <Stack>
      <blockquote>{text}</blockquote>
      <p>{t('lead')}</p>
      <p>
        <Tag>{t('label')}</Tag>
      </p>
      <SelectField
        label={t('preset')}
        value={kind}
        options={workKinds.map((one) => ({ value: one, label: countingRuleWords(one, language).name }))}
        onChange={(chosen) => setKind(workKinds.find((one) => one === chosen) ?? 'measure')}
      />
      <Preset kind={kind} onTake={change} />
      <ScreenedArea
        label={t('one')}
        hint={t('oneHint')}
        limit={answers.countsAsOne.length > 400 ? 600 : undefined}
        value={answers.countsAsOne}
        onChange={(countsAsOne) => change({ countsAsOne })}
      />
      <ScreenedArea
        label={t('not')}
        optional
        value={answers.doesNotCount}
        onChange={(doesNotCount) => change({ doesNotCount })}
      />
      <ScreenedField label={t('unit')} value={answers.unit} onChange={(unit) => change({ unit })} />
      <Split gap="normal">
        <TextField
          label={t('times')}
          hint={t('timesHint')}
          optional
          inputMode="numeric"
          issue={isWrong ? t('wrongTimes') : undefined}
          value={answers.times}
          onChange={(times) => change({ times })}
        />
        <SelectField
          label={t('per')}
          value={answers.per}
          options={units.map((unit) => ({ value: unit, label: t(`per_${unit}`) }))}
          onChange={(per) => change({ per: units.find((unit) => unit === per) ?? 'tertial' })}
        />
      </Split>
      <ScreenedField
        label={t('decides')}
        hint={t('decidesHint')}
        optional
        value={answers.decidedBy}
        onChange={(decidedBy) => change({ decidedBy })}
      />
      <ScreenedField
        label={t('first')}
        hint={t('firstHint')}
        optional
        value={answers.firstSource}
        onChange={(firstSource) => change({ firstSource })}
      />
      <ScreenedField
        label={t('second')}
        hint={t('secondHint')}
        optional
        value={answers.secondSource}
        onChange={(secondSource) => change({ secondSource })}
      />
      <ScreenedField
        label={t('showNot')}
        optional
        value={answers.wouldShowNot}
        onChange={(wouldShowNot) => change({ wouldShowNot })}
      />
    </Stack>
  );
}

/** A proposal that is read before it is taken. */
function Preset({
  kind,
  onTake,
}: {
  readonly kind: WorkKind;
  readonly onTake: (fields: Partial<GuideAnswers>) => void;
}) {
  const t = useWords(guideWords);
  const language = useLanguage();
  const { countsAsOne, doesNotCount, unit } = countingRuleWords(kind, language);
  return (
    <Stack gap="tight">
      <p>{countsAsOne}</p>
      <p>{t('presetNot', { text: doesNotCount })}</p>
      <div>
        <Button onClick={() => onTake({ countsAsOne, doesNotCount, unit })}>{t('takePreset')}</Button>
      </div>
    </Stack>
  );
}
