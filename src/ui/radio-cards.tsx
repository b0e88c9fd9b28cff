import { type ReactNode, useId } from 'react';
import chipStyles from './choice-chips.module.css';
import { FieldMessages } from './field.tsx';
import styles from './radio-cards.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface RadioCard<Value extends string> {
  readonly value: Value;
  readonly title: ReactNode;
  /** A second line in quiet text. */
  readonly detail?: ReactNode;
  /** A short figure at the right edge, such as "2 av 12". */
  readonly aside?: ReactNode;
}

export interface RadioCardsProps<Value extends string> {
  readonly label: ReactNode;
  readonly labelHidden?: boolean | undefined;
  readonly options: readonly RadioCard<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly issue?: ReactNode;
}

/** One of a few, as rows the width of the screen. The chosen one has a bar and a thick border. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, labelHidden = false, options, value, onChange, issue } = props;
  const name = useId();
  return (
    <fieldset className={chipStyles.group} aria-describedby={`${name}-message`}>
      <legend className={labelHidden ? undefined : chipStyles.legend}>
        {labelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </legend>
      <div className={styles.cards}>
        {options.map((option) => (
          <label key={option.value} className={styles.card}>
            <input
              type="radio"
              className={chipStyles.input}
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className={styles.title}>{option.title}</span>
            {option.detail && <span className={styles.detail}>{option.detail}</span>}
            {option.aside && <span className={styles.aside}>{option.aside}</span>}
          </label>
        ))}
      </div>
      <FieldMessages id={`${name}-message`} issue={issue} />
    </fieldset>
  );
}
