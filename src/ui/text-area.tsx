import type { ComponentPropsWithRef } from 'react';
import { joinClasses } from './class-names.ts';
import fieldStyles from './field.module.css';
import { Field, type FieldTexts } from './field.tsx';
import { words } from './messages.ts';
import styles from './text-area.module.css';
import { useWords } from './words.ts';

export interface TextAreaProps
  extends FieldTexts,
    Omit<ComponentPropsWithRef<'textarea'>, 'className' | 'value' | 'onChange' | 'maxLength' | 'aria-describedby'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Shows how many characters are left. Typing past it is allowed and said, never cut off. */
  readonly limit?: number | undefined;
}

/** Several lines of text; grows with what is written. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, issue, warning, optional, id, value, onChange, limit, ...rest } = props;
  const counter = limit === undefined ? null : <Counter left={limit - [...value].length} />;
  return (
    <Field {...{ label, hint, issue, warning, optional, id }} after={counter}>
      {(wiring) => (
        <textarea
          rows={3}
          {...rest}
          {...wiring}
          className={joinClasses(fieldStyles.control, styles.area)}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function Counter({ left }: { readonly left: number }) {
  const t = useWords(words);
  return (
    <p className={joinClasses(styles.counter, left < 0 && styles.over)}>
      {left >= 0 ? t('charactersLeft', { left }) : t('charactersOver', { over: -left })}
    </p>
  );
}
