import { useState } from 'react';
import { joinClasses } from './class-names.ts';
import fieldStyles from './field.module.css';
import { Field, type FieldTexts } from './field.tsx';
import styles from './number-field.module.css';
import { NumberQuestion, useNumberIssue } from './number-question.tsx';
import { parseNumber } from './parse-number.ts';

export interface NumberFieldProps extends FieldTexts {
  /** The text as typed, never a number: read it with `parseNumber`. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** Counts are whole: `1,5` is answered with "Ange ett heltal". */
  readonly whole?: boolean | undefined;
  /** A unit after the field, such as "insatser". */
  readonly unit?: string | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly size?: 'normal' | 'field' | undefined;
}

/**
 * A number typed as people type it. What was typed is never changed; what cannot be read is explained
 * when the field is left, and what can be read in two ways is asked about at once.
 */
export function NumberField(props: NumberFieldProps) {
  const {
    value,
    onChange,
    whole = false,
    unit,
    issue,
    size,
    name,
    disabled,
    label,
    hint,
    warning,
    optional,
    id,
  } = props;
  const [left, setLeft] = useState(false);
  const explain = useNumberIssue();
  const ownIssue = left ? explain(value, whole) : null;
  return (
    <Field
      {...{ label, hint, warning, optional, id }}
      issue={issue || ownIssue}
      after={<NumberQuestion parsed={parseNumber(value, { whole })} whole={whole} onChoose={onChange} />}
    >
      {(wiring) => (
        <span className={styles.question}>
          <input
            {...wiring}
            type="text"
            inputMode={whole ? 'numeric' : 'decimal'}
            autoComplete="off"
            name={name}
            disabled={disabled}
            className={joinClasses(fieldStyles.control, styles.narrow, size === 'field' && fieldStyles.large)}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onBlur={() => setLeft(true)}
            onFocus={() => setLeft(false)}
          />
          {unit && <span>{unit}</span>}
        </span>
      )}
    </Field>
  );
}
