import { Checkbox } from '#ui/checkbox.tsx';
import { useWords } from '#ui/words.ts';
import { checkWords } from './check-messages.ts';
import type { ProblemsStepProps } from './problems-step.tsx';
import { listRows } from './text-choices.tsx';

/** Rows with nothing wrong in them that stay out unless they are chosen. */
export function ApartChoices({ state, checked, onChange }: ProblemsStepProps) {
  const t = useWords(checkWords);
  const { answers, activityAnswers, kind } = state;
  const chosen = kind === 'logs' ? answers : { ...activityAnswers, outside: false };
  const set = (name: 'outside' | 'exists' | 'twice', value: boolean) =>
    onChange(
      kind === 'logs'
        ? { ...state, answers: { ...answers, [name]: value } }
        : { ...state, activityAnswers: { ...activityAnswers, [name]: value } },
    );
  const lists = [
    ['outside', checked.kind === 'logs' ? checked.outside : [], 'outsideHint'],
    ['exists', checked.exists, kind === 'logs' ? 'existsLogsHint' : 'existsActivitiesHint'],
    ['twice', checked.twice, 'twiceHint'],
  ] as const;
  return lists
    .filter(([, rows]) => rows.length > 0)
    .map(([name, rows, hint]) => (
      <Checkbox
        key={name}
        label={t(name, { count: rows.length })}
        hint={t(hint, { rows: listRows(rows) })}
        checked={chosen[name]}
        onChange={(value) => set(name, value)}
      />
    ));
}
