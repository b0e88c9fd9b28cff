import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  readonly title: ReactNode;
  /** One sentence. */
  readonly children: ReactNode;
  /** The one button. */
  readonly action?: ReactNode;
  /** One way to look around, as a link or a quiet button. */
  readonly lookAround?: ReactNode;
  readonly level?: 1 | 2 | 3 | undefined;
}

/** Nothing here yet: headline, one sentence, one button, one way to look around. */
export function EmptyState({ title, children, action, lookAround, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.empty}>
      <Heading className={styles.title}>{title}</Heading>
      <p>{children}</p>
      {(action || lookAround) && (
        <div className={styles.actions}>
          {action}
          {lookAround}
        </div>
      )}
    </div>
  );
}
