import { type ReactNode, useEffect, useRef } from 'react';
import styles from './receipt.module.css';
import { runAfterPaint } from './run-after-paint.ts';
import { SignGlyph } from './sign-glyph.tsx';

export interface ReceiptProps {
  /** "Sparad i telefonen". */
  readonly title: ReactNode;
  /** What it meant: one or two sentences. */
  readonly children?: ReactNode;
  /** Buttons: undo, once more, done. */
  readonly actions?: ReactNode;
  /** A quiet line below, such as when it was shared. */
  readonly state?: ReactNode;
}

/** Stands where the form stood; takes focus so that keyboard and screen reader users are not left behind. */
export function Receipt({ title, children, actions, state }: ReceiptProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => runAfterPaint(() => heading.current?.focus()), []);
  return (
    <div className={styles.receipt}>
      <div role="status" className={styles.words}>
        <h2 className={styles.title} tabIndex={-1} ref={heading}>
          <SignGlyph sign="check" />
          {title}
        </h2>
        {children && <div className={styles.text}>{children}</div>}
        {state && <p className={styles.state}>{state}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
