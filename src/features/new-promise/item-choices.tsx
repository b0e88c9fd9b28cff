import type { NextStep } from '#domain/report/propose-next.ts';
import { nextStepWord } from '#domain/wording/report-next-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { NumberField } from '#ui/number-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useWords } from '#ui/words.ts';
import type { FormerItem, ValueIssue } from './former-items.ts';
import styles from './item-choices.module.css';
import { words } from './messages.ts';

/** One item's choice as it stands in the form. */
export interface TypedChoice {
  readonly step: NextStep;
  readonly value: string;
}

interface ItemChoicesProps {
  readonly items: readonly FormerItem[];
  readonly choiceOf: (item: FormerItem) => TypedChoice;
  readonly issueOf: (item: FormerItem) => ValueIssue | undefined;
  readonly onChange: (id: string, choice: TypedChoice) => void;
}

/** How each item ended, what that suggests, and what the parties choose. */
export function ItemChoices({ items, choiceOf, issueOf, onChange }: ItemChoicesProps) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.id} className={styles.item}>
          <Choice
            item={item}
            choice={choiceOf(item)}
            issue={issueOf(item)}
            onChange={(choice) => onChange(item.id, choice)}
          />
        </li>
      ))}
    </ul>
  );
}

interface ChoiceProps {
  readonly item: FormerItem;
  readonly choice: TypedChoice;
  readonly issue: ValueIssue | undefined;
  readonly onChange: (choice: TypedChoice) => void;
}

function Choice({ item, choice, issue, onChange }: ChoiceProps) {
  const t = useWords(words);
  const language = useLanguage();
  const steps: readonly NextStep[] = item.value === undefined ? ['keep', 'drop'] : ['keep', 'raise', 'lower', 'drop'];
  const isMoved = choice.step === 'raise' || choice.step === 'lower';
  return (
    <>
      <div className={styles.words}>
        <strong>{item.name}</strong>
        {item.outcome && <span>{item.outcome}</span>}
        <span className={styles.quiet}>
          {t('proposed', { step: nextStepWord(item.proposed.step, language) })} {item.proposed.reason}
        </span>
      </div>
      <div className={styles.fields}>
        <SelectField
          label={t('choiceFor', { name: item.name })}
          value={choice.step}
          options={steps.map((step) => ({ value: step, label: nextStepWord(step, language) }))}
          onChange={(step) => onChange({ step: steps.find((one) => one === step) ?? 'keep', value: choice.value })}
        />
        {isMoved && (
          <NumberField
            label={t('newValue')}
            hint={t('lastValue', { value: item.value ?? 0 })}
            whole
            value={choice.value}
            issue={issue && t(issue)}
            onChange={(value) => onChange({ ...choice, value })}
          />
        )}
      </div>
    </>
  );
}
