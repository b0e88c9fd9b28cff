import { useState } from 'react';
import { leaveOut } from '#domain/importing/log-answers.ts';
import type { NameQuestion } from '#domain/importing/name-questions.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { checkWords } from './check-messages.ts';
import type { ImportState } from './import-state.ts';
import { words } from './messages.ts';
import type { ProblemsStepProps } from './problems-step.tsx';

/** One question for each unknown name. An answered one stays where it was, so that it can be answered otherwise. */
export function NameQuestions({ state, plan, checked, onChange }: ProblemsStepProps) {
  const t = useWords(words);
  const c = useWords(checkWords);
  const [kept, setKept] = useState<readonly NameQuestion[]>(checked.questions);
  const fresh = checked.questions.filter((question) => !kept.some((other) => isSame(question, other)));
  const questions = [...kept, ...fresh];
  const named = {
    activity: plan.activities.map(({ id, shortName }) => ({ id, name: shortName })),
    party: plan.promise.parties,
  };
  const nameOf = ({ field, proposal }: NameQuestion) => named[field].find(({ id }) => id === proposal)?.name;
  const answer = (answered: readonly (readonly [NameQuestion, string])[]) => {
    setKept(questions);
    onChange(answered.reduce((now, [question, id]) => putAnswer(now, question, id), state));
  };
  const open = questions.filter((question) => readAnswer(state, question) === '' && question.proposal !== undefined);
  return (
    <Stack readable>
      <p>{c('questionsLead')}</p>
      {open.length > 1 && (
        <div>
          <Button onClick={() => answer(open.map((question) => [question, question.proposal ?? '']))}>
            {c('useProposals')}
          </Button>
        </div>
      )}
      {questions.map((question) => {
        const { field, key, name, rows } = question;
        const proposed = nameOf(question);
        return (
          <SelectField
            key={`${field} ${key}`}
            label={c(field === 'activity' ? 'nameActivity' : 'nameParty', { name, count: rows.length })}
            hint={proposed && c('resembles', { name: proposed })}
            emptyLabel={t('choose')}
            value={readAnswer(state, question)}
            options={[
              ...named[field].map((one) => ({ value: one.id, label: one.name })),
              { value: leaveOut, label: c(field === 'activity' ? 'leaveOutRows' : 'leaveOutParty') },
            ]}
            onChange={(id) => answer([[question, id]])}
          />
        );
      })}
      {checked.askedRows.length > 0 && <p>{c('unanswered', { count: checked.askedRows.length })}</p>}
    </Stack>
  );
}

const isSame = (left: NameQuestion, right: NameQuestion) => left.field === right.field && left.key === right.key;

const answersOf = (state: ImportState, field: NameQuestion['field']) => {
  if (state.kind === 'activities') return state.activityAnswers.parties;
  return field === 'activity' ? state.answers.activities : state.answers.parties;
};

const readAnswer = (state: ImportState, { field, key }: NameQuestion): string => answersOf(state, field)[key] ?? '';

function putAnswer(state: ImportState, { field, key }: NameQuestion, id: string): ImportState {
  const { [key]: _before, ...others } = answersOf(state, field);
  const next = id === '' ? others : { ...others, [key]: id };
  if (state.kind === 'activities') return { ...state, activityAnswers: { ...state.activityAnswers, parties: next } };
  const part = field === 'activity' ? { activities: next } : { parties: next };
  return { ...state, answers: { ...state.answers, ...part } };
}
