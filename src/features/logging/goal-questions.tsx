import { newPersonWord } from '#domain/wording/log-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { useWords } from '#ui/words.ts';
import type { FormPart } from './form-part.ts';
import { ItemFields } from './item-fields.tsx';
import styles from './log-form.module.css';
import type { LogQuestions } from './log-questions.ts';
import { moreWords } from './more-messages.ts';

const newPersonAnswers = ['yes', 'no', 'unsure'] as const;

interface GoalQuestionsProps extends FormPart {
  readonly questions: LogQuestions;
  /** Items that earlier logs have reached, by id. */
  readonly reachedItems: ReadonlySet<string>;
}

/** What only some goals need to know: asked when the chosen activity feeds such a goal, otherwise never seen. */
export function GoalQuestions({ questions, reachedItems, ...part }: GoalQuestionsProps) {
  const t = useWords(moreWords);
  const language = useLanguage();
  const { draft, change, issueOf } = part;
  return (
    <>
      {questions.asksExtra && (
        <Checkbox
          label={t('extra')}
          hint={t('extraHint')}
          checked={draft.extra}
          onChange={(extra) => change({ extra })}
        />
      )}
      {questions.asksNewPerson && (
        <div data-field="newPerson" className={styles.part}>
          <ChoiceChips
            label={t('newPerson')}
            hint={t('newPersonHint')}
            size="field"
            options={newPersonAnswers.map((value) => ({ value, label: newPersonWord(value, language) }))}
            value={draft.newPerson || null}
            issue={issueOf('newPerson')}
            onChange={(newPerson) => change({ newPerson })}
          />
        </div>
      )}
      {questions.itemGoals.map((goal) => (
        <ItemFields key={goal.id} {...part} goal={goal} reachedItems={reachedItems} />
      ))}
    </>
  );
}
