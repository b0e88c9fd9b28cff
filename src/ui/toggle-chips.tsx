import { type ReactNode, useId } from 'react';
import styles from './choice-chips.module.css';
import type { ChoiceChip } from './choice-chips.tsx';
import { joinClasses } from './class-names.ts';
import fieldStyles from './field.module.css';
import { FieldMessages } from './field.tsx';
import { SignGlyph } from './sign-glyph.tsx';

export interface ToggleChipsProps<Value extends string> {
  readonly label: ReactNode;
  readonly options: readonly ChoiceChip<Value>[];
  readonly value: readonly Value[];
  readonly onChange: (value: readonly Value[]) => void;
  readonly size?: 'normal' | 'field' | undefined;
  readonly hint?: ReactNode;
  readonly issue?: ReactNode;
}

/** Any of a few, as pills: real checkboxes. The value keeps the order of the options. */
export function ToggleChips<Value extends string>(props: ToggleChipsProps<Value>) {
  const { label, options, value, onChange, size, hint, issue } = props;
  const id = useId();
  const toggle = (toggled: Value, on: boolean) =>
    onChange(options.map((option) => option.value).filter((own) => (own === toggled ? on : value.includes(own))));
  return (
    <fieldset
      className={joinClasses(styles.group, size === 'field' && styles.field)}
      aria-describedby={`${id}-message`}
    >
      <legend className={styles.legend}>{label}</legend>
      {hint && <p className={fieldStyles.hint}>{hint}</p>}
      <div className={styles.chips}>
        {options.map((option) => (
          <label key={option.value} className={styles.chip}>
            <input
              type="checkbox"
              className={styles.input}
              checked={value.includes(option.value)}
              disabled={option.disabled}
              onChange={(event) => toggle(option.value, event.target.checked)}
            />
            <SignGlyph sign="check" className={styles.mark} />
            {option.label}
          </label>
        ))}
      </div>
      <FieldMessages id={`${id}-message`} issue={issue} />
    </fieldset>
  );
}
