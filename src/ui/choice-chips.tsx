import { type ReactNode, useId } from 'react';
import styles from './choice-chips.module.css';
import { joinClasses } from './class-names.ts';
import fieldStyles from './field.module.css';
import { FieldMessages } from './field.tsx';
import { SignGlyph } from './sign-glyph.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface ChoiceChip<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly disabled?: boolean | undefined;
}

export interface ChoiceChipsProps<Value extends string> {
  /** The question, shown as the group's legend. */
  readonly label: ReactNode;
  /** The legend is for screen readers only. */
  readonly labelHidden?: boolean | undefined;
  readonly options: readonly ChoiceChip<Value>[];
  /** `null` when nothing is chosen yet. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** `field` is 64 px high. */
  readonly size?: 'normal' | 'field' | undefined;
  readonly hint?: ReactNode;
  readonly issue?: ReactNode;
}

/** One of a few, as pills: real radio buttons, so arrow keys and screen readers work as everywhere. */
export function ChoiceChips<Value extends string>(props: ChoiceChipsProps<Value>) {
  const { label, labelHidden = false, options, value, onChange, size, hint, issue } = props;
  const name = useId();
  return (
    <fieldset
      className={joinClasses(styles.group, size === 'field' && styles.field)}
      aria-describedby={`${name}-message`}
    >
      <legend className={labelHidden ? undefined : styles.legend}>
        {labelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </legend>
      {hint && <p className={fieldStyles.hint}>{hint}</p>}
      <div className={styles.chips}>
        {options.map((option) => (
          <label key={option.value} className={styles.chip}>
            <input
              type="radio"
              className={styles.input}
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <SignGlyph sign="check" className={styles.mark} />
            {option.label}
          </label>
        ))}
      </div>
      <FieldMessages id={`${name}-message`} issue={issue} />
    </fieldset>
  );
}
