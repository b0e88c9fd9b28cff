import type { ReactNode } from 'react';
import { joinClasses } from './class-names.ts';
import styles from './stack.module.css';
import type { Gap } from './stack.tsx';

export interface SplitProps {
  readonly gap?: Gap | undefined;
  /** `even` columns, or a wide first one beside a narrow second. */
  readonly ratio?: 'even' | 'wide-first' | undefined;
  readonly children: ReactNode;
}

/** Two or more columns where there is room, otherwise under each other. */
export function Split({ gap = 'loose', ratio = 'even', children }: SplitProps) {
  return (
    <div className={styles.splitFrame}>
      <div className={joinClasses(styles.split, styles[gap], ratio === 'wide-first' && styles.wideFirst)}>
        {children}
      </div>
    </div>
  );
}
