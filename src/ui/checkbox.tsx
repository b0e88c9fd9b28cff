import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import styles from './checkbox.module.css';
import { joinClasses } from './class-names.ts';
import fieldStyles from './field.module.css';
import { FieldMessages } from './field.tsx';

export interface CheckboxProps
  extends Omit<ComponentPropsWithRef<'input'>, 'className' | 'type' | 'checked' | 'onChange' | 'size'> {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: ReactNode;
  readonly issue?: ReactNode;
}

/** One yes-or-no, ticked. The whole line is the target. */
export function Checkbox({ label, checked, onChange, hint, issue, id, ...rest }: CheckboxProps) {
  const own = useId();
  const inputId = id ?? own;
  return (
    <div className={styles.field}>
      <label className={styles.line} htmlFor={inputId}>
        <input
          {...rest}
          id={inputId}
          type="checkbox"
          className={styles.box}
          checked={checked}
          aria-invalid={issue ? true : undefined}
          aria-describedby={`${inputId}-hint ${inputId}-message`}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={`${inputId}-hint`} className={joinClasses(fieldStyles.hint, styles.hint)}>
          {hint}
        </p>
      )}
      <FieldMessages id={`${inputId}-message`} issue={issue} />
    </div>
  );
}
