import { type ReactNode, useId } from 'react';
import styles from './field.module.css';
import { words } from './messages.ts';
import { SignGlyph } from './sign-glyph.tsx';
import { useWords } from './words.ts';

export interface FieldTexts {
  readonly label: ReactNode;
  /** One calm sentence under the label. */
  readonly hint?: ReactNode;
  /** What must be mended before the form can be saved. Sets `aria-invalid`. */
  readonly issue?: ReactNode;
  /** What the person should see but may pass. */
  readonly warning?: ReactNode;
  /** Adds "(frivilligt)" to the label. */
  readonly optional?: boolean | undefined;
}

export interface FieldWiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export interface FieldProps extends FieldTexts {
  readonly id?: string | undefined;
  /** Something after the messages, such as a counter. */
  readonly after?: ReactNode;
  readonly children: (wiring: FieldWiring) => ReactNode;
}

/** Label, hint, control and messages wired together; the messages are announced when they come. */
export function Field({ label, hint, issue, warning, optional = false, id, after, children }: FieldProps) {
  const t = useWords(words);
  const own = useId();
  const controlId = id ?? own;
  const described = [hint && `${controlId}-hint`, (issue || warning) && `${controlId}-message`].filter(Boolean);
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={controlId}>
        {label} {optional && <span className={styles.optional}>{t('optional')}</span>}
      </label>
      {hint && (
        <p id={`${controlId}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children({
        id: controlId,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': issue ? true : undefined,
      })}
      <FieldMessages id={`${controlId}-message`} issue={issue} warning={warning} />
      {after}
    </div>
  );
}

interface FieldMessagesProps {
  readonly id: string;
  readonly issue?: ReactNode;
  readonly warning?: ReactNode;
}

/** The live region exists before its text, or screen readers would miss the first message. */
export function FieldMessages({ id, issue, warning }: FieldMessagesProps) {
  return (
    <div id={id} aria-live="polite">
      {issue && (
        <p className={`${styles.message} ${styles.issue}`}>
          <SignGlyph sign="cross" />
          <span>{issue}</span>
        </p>
      )}
      {warning && (
        <p className={`${styles.message} ${styles.warning}`}>
          <SignGlyph sign="triangle" />
          <span>{warning}</span>
        </p>
      )}
    </div>
  );
}
