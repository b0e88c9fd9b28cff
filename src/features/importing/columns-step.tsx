import { useState } from 'react';
import { readText } from '#domain/importing/cell.ts';
import type { ColumnRole } from '#domain/importing/column-roles.ts';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { Notice } from '#ui/notice.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { ColumnList } from './column-list.tsx';
import { type ImportState, placeHeader, readOrder, rowsOf, suggestAgain, toRowNumber } from './import-state.ts';
import { findGap, findTwiceRole, listMeasures } from './list-choices.ts';
import { words } from './messages.ts';
import { roleWord } from './role-words.ts';
import { StepFrame } from './step-frame.tsx';

interface ColumnsStepProps {
  readonly state: ImportState;
  readonly plan: PromiseOverview;
  readonly onChange: (state: ImportState) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

const headerRowsOffered = 15;

/** What the table is, and what each of its columns is taken for. */
export function ColumnsStep({ state, plan, onChange, onBack, onNext }: ColumnsStepProps) {
  const t = useWords(words);
  const language = useLanguage();
  const [isAsked, setAsked] = useState(false);
  const measures = listMeasures(plan.activities);
  const gap = findGap(state);
  const twice = findTwiceRole(state);
  const next = () => {
    setAsked(true);
    if (!gap && !twice) onNext();
  };
  const setRole = (index: number, role: ColumnRole) => {
    const changed = { ...state, roles: state.roles.with(index, role) };
    onChange(role === 'date' || state.roles[index] === 'date' ? readOrder(changed) : changed);
  };
  return (
    <StepFrame
      step="columns"
      title={t('columns')}
      focus
      actions={
        <>
          <Button kind="primary" onClick={next}>
            {t('next')}
          </Button>
          <Button onClick={onBack}>{t('back')}</Button>
        </>
      }
    >
      <Stack readable>
        <ChoiceChips
          label={t('kind')}
          value={state.kind}
          options={[
            { value: 'logs', label: t('kindLogs') },
            { value: 'activities', label: t('kindActivities') },
          ]}
          onChange={(kind) => onChange(suggestAgain({ ...state, kind }, plan))}
        />
        {state.source.sheets.length > 1 && (
          <SelectField
            label={t('sheet')}
            value={String(state.sheet)}
            options={state.source.sheets.map(({ name }, index) => ({ value: String(index), label: name }))}
            onChange={(sheet) => onChange(suggestAgain({ ...state, sheet: Number(sheet) }, plan))}
          />
        )}
        <SelectField
          label={t('headerRow')}
          value={String(state.headerRow)}
          options={[
            ...rowsOf(state)
              .slice(0, headerRowsOffered)
              .map((row, index) => ({
                value: String(index),
                label: t('headerOption', { row: toRowNumber(index), text: summarise(row.map(readText)) }),
              })),
            { value: '-1', label: t('headerNone') },
          ]}
          onChange={(row) => onChange(placeHeader(state, plan, Number(row)))}
        />
      </Stack>
      <p>{t('columnsLead')}</p>
      <ColumnList state={state} measures={measures} onRole={setRole} />
      <Stack readable>
        <LogChoices state={state} plan={plan} onChange={onChange} />
        <div role="alert">
          {isAsked && gap && <Notice kind="fail">{t(gap)}</Notice>}
          {isAsked && twice && (
            <Notice kind="fail">{t('twiceRole', { role: roleWord(twice, measures, language) })}</Notice>
          )}
        </div>
      </Stack>
    </StepFrame>
  );
}

const summarise = (texts: readonly string[]): string => {
  const text = texts.filter(Boolean).join(' · ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

/** What columns of work leave open: the order of day and month, and the activity of all rows. */
function LogChoices({ state, plan, onChange }: Pick<ColumnsStepProps, 'state' | 'plan' | 'onChange'>) {
  const t = useWords(words);
  const { answers } = state;
  if (state.kind !== 'logs') return null;
  const set = (changes: Partial<typeof answers>) => onChange({ ...state, answers: { ...answers, ...changes } });
  return (
    <>
      {(state.orderOpen || answers.dayOrder === 'month-first') && (
        <ChoiceChips
          label={t('dayOrder')}
          value={answers.dayOrder}
          options={[
            { value: 'day-first', label: t('dayFirst') },
            { value: 'month-first', label: t('monthFirst') },
          ]}
          onChange={(dayOrder) => set({ dayOrder })}
        />
      )}
      {!state.roles.includes('activity') && (
        <SelectField
          label={t('allActivities')}
          hint={t('allActivitiesHint')}
          emptyLabel={t('choose')}
          value={answers.activityId ?? ''}
          options={plan.activities.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          onChange={(id) => set({ activityId: id || undefined })}
        />
      )}
      {!state.roles.includes('count') && <Notice kind="info">{t('noCount')}</Notice>}
    </>
  );
}
