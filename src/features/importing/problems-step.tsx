import { formatCount } from '#domain/wording/numbers.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { ApartChoices } from './apart-choices.tsx';
import { checkWords } from './check-messages.ts';
import { FaultList } from './fault-list.tsx';
import type { ImportState } from './import-state.ts';
import { isAboutText } from './is-about-text.ts';
import { words } from './messages.ts';
import { NameQuestions } from './name-questions.tsx';
import type { Checked } from './run-check.ts';
import { StepFrame } from './step-frame.tsx';
import { TextChoices } from './text-choices.tsx';

export interface ProblemsStepProps {
  readonly state: ImportState;
  readonly plan: PromiseOverview;
  readonly checked: Checked;
  readonly onChange: (state: ImportState) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** What stands in the way of rows, one line for each cause, and what a person has to say about them. */
export function ProblemsStep(props: ProblemsStepProps) {
  const t = useWords(words);
  const c = useWords(checkWords);
  const { state, checked, onChange, onBack, onNext } = props;
  const faults = checked.problems.filter(({ code }) => state.kind === 'activities' || !isAboutText(code));
  const asked =
    state.kind === 'logs' &&
    (checked.problems.some(({ code }) => isAboutText(code)) || state.answers.texts !== 'leave-out');
  const isApart =
    checked.twice.length + checked.exists.length + (checked.kind === 'logs' ? checked.outside.length : 0) > 0;
  const hasNames = checked.questions.length > 0 || hasAnswers(state);
  const isUnsure =
    state.kind === 'logs' &&
    (state.answers.newPerson !== undefined || checked.problems.some(({ code }) => code === 'answer-needed'));
  const isClean = faults.length === 0 && !asked && !isApart && !hasNames && !isUnsure;
  return (
    <StepFrame
      step="problems"
      title={c('problems')}
      focus
      actions={
        <>
          <Button kind="primary" onClick={onNext}>
            {t('next')}
          </Button>
          <Button onClick={onBack}>{t('back')}</Button>
        </>
      }
    >
      {isClean && <Notice kind="done">{c('allGood', { count: formatCount(checked.rows) })}</Notice>}
      {hasNames && (
        <Section level={3} title={c('questions')}>
          <NameQuestions {...props} />
        </Section>
      )}
      {faults.length > 0 && (
        <Section
          level={3}
          title={c('faults')}
          aside={c('rowsCount', { count: new Set(faults.map(({ row }) => row)).size })}
        >
          <FaultList state={state} problems={faults} />
        </Section>
      )}
      {isUnsure && (
        <Checkbox
          label={c('unsure')}
          hint={c('unsureHint')}
          checked={state.answers.newPerson === 'unsure'}
          onChange={(isChosen) =>
            onChange({ ...state, answers: { ...state.answers, newPerson: isChosen ? 'unsure' : undefined } })
          }
        />
      )}
      {asked && (
        <Section level={3} title={c('texts')}>
          <TextChoices {...props} />
        </Section>
      )}
      {isApart && (
        <Section level={3} title={c('apart')}>
          <Stack>
            <ApartChoices {...props} />
          </Stack>
        </Section>
      )}
    </StepFrame>
  );
}

const hasAnswers = ({ kind, answers, activityAnswers }: ImportState): boolean =>
  kind === 'logs'
    ? Object.keys({ ...answers.activities, ...answers.parties }).length > 0
    : Object.keys(activityAnswers.parties).length > 0;
