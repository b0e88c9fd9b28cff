import type { Measure } from '#domain/records/activity.ts';
import { NumberField } from '#ui/number-field.tsx';
import { Stepper } from '#ui/stepper.tsx';
import { useWords } from '#ui/words.ts';
import type { FormPart } from './form-part.ts';
import styles from './log-form.module.css';
import type { LogQuestions } from './log-questions.ts';
import { words } from './messages.ts';

interface AmountFieldsProps extends FormPart {
  readonly questions: LogQuestions;
}

/** How many, and the other numbers that some goal asks for. */
export function AmountFields({ questions, ...part }: AmountFieldsProps) {
  const t = useWords(words);
  const { draft, change, issueOf } = part;
  return (
    <>
      <div data-field="count">
        <Stepper
          label={t('count')}
          value={draft.count}
          min={1}
          issue={issueOf('count')}
          onChange={(count) => change({ count })}
        />
      </div>
      {questions.outcomes.length > 0 && (
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{t('outcomes')}</legend>
          <MeasureFields {...part} measures={questions.outcomes} />
        </fieldset>
      )}
    </>
  );
}

interface MeasureFieldsProps extends FormPart {
  readonly measures: readonly Measure[];
}

/** One number field per measure. An empty one is "not reported", never 0. */
export function MeasureFields({ measures, draft, change, issueOf }: MeasureFieldsProps) {
  const t = useWords(words);
  return (
    <div className={styles.columns}>
      {measures.map((measure) => (
        <div key={measure.id} data-field={`quantities.${measure.id}`}>
          <NumberField
            label={measure.name}
            hint={measure.personRelated ? t('personRelatedHint') : undefined}
            unit={measure.unit}
            whole
            size="field"
            value={draft.quantities[measure.id] ?? ''}
            issue={issueOf(`quantities.${measure.id}`)}
            onChange={(typed) => change({ quantities: { ...draft.quantities, [measure.id]: typed } })}
          />
        </div>
      ))}
    </div>
  );
}
