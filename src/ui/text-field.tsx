import type { ComponentPropsWithRef } from 'react';
import { joinClasses } from './class-names.ts';
import styles from './field.module.css';
import { Field, type FieldTexts } from './field.tsx';

export interface TextFieldProps
  extends FieldTexts,
    Omit<ComponentPropsWithRef<'input'>, 'className' | 'value' | 'onChange' | 'size' | 'aria-describedby'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `field` is 64 px high, for screens used outdoors. */
  readonly size?: 'normal' | 'field' | undefined;
}

/** One line of text with label, hint, issue and warning. */
export function TextField(props: TextFieldProps) {
  const { label, hint, issue, warning, optional, id, value, onChange, size, ...rest } = props;
  return (
    <Field {...{ label, hint, issue, warning, optional, id }}>
      {(wiring) => (
        <input
          type="text"
          autoComplete="off"
          {...rest}
          {...wiring}
          className={joinClasses(styles.control, size === 'field' && styles.large)}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
