import { groupProblems } from '#domain/importing/problems.ts';
import { createScreen } from '#domain/importing/screen-cell.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { RadioCards } from '#ui/radio-cards.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { checkWords } from './check-messages.ts';
import { nameColumn, toRowNumber } from './import-state.ts';
import { isAboutText } from './is-about-text.ts';
import { problemWord } from './problem-words.ts';
import type { ProblemsStepProps } from './problems-step.tsx';

const shown = 12;
const longestReason = 200;

/** Texts that look like personal data: which rows, and what becomes of them. */
export function TextChoices({ state, checked, onChange }: ProblemsStepProps) {
  const t = useWords(checkWords);
  const language = useLanguage();
  const { clock } = useServices();
  const { texts, keepReason } = state.answers;
  const set = (changes: Partial<typeof state.answers>) =>
    onChange({ ...state, answers: { ...state.answers, ...changes } });
  const isWrong =
    keepReason.trim() !== '' &&
    (keepReason.trim().length > longestReason || createScreen(clock.today())(keepReason) !== undefined);
  return (
    <Stack readable>
      <ul>
        {groupProblems(checked.problems.filter(({ code }) => isAboutText(code))).map(({ code, column, rows }) => (
          <li key={`${code} ${column}`}>
            {t('faultIn', {
              column: nameColumn(state, column),
              rows: t('rowsCount', { count: rows.length }),
              what: problemWord(code, language),
            })}
            {` (${t('rowList', { rows: listRows(rows) })})`}
          </li>
        ))}
      </ul>
      <RadioCards
        label={t('textsLead')}
        value={texts}
        options={[
          { value: 'leave-out', title: t('textsLeaveOut') },
          { value: 'without', title: t('textsWithout') },
          { value: 'keep', title: t('textsKeep'), detail: t('textsKeepDetail') },
        ]}
        onChange={(value) => set({ texts: value })}
      />
      {texts === 'keep' && (
        <TextField
          label={t('keepReason')}
          hint={t('keepReasonHint')}
          issue={isWrong || keepReason.trim() === '' ? t('keepReasonWrong') : undefined}
          value={keepReason}
          onChange={(reason) => set({ keepReason: reason })}
        />
      )}
    </Stack>
  );
}

/** "5, 7, 9 …": rows as the spreadsheet numbers them. */
export const listRows = (rows: readonly number[]): string =>
  rows.slice(0, shown).map(toRowNumber).join(', ') + (rows.length > shown ? ' …' : '');
