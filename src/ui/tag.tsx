import type { ReactNode } from 'react';
import { joinClasses } from './class-names.ts';
import styles from './tag.module.css';

export interface TagProps {
  readonly children: ReactNode;
  /** `strong` is filled, for what must not be missed ("Exempel"). */
  readonly kind?: 'quiet' | 'strong' | undefined;
}

/** A short word set apart from the text beside it. */
export function Tag({ children, kind = 'quiet' }: TagProps) {
  return <span className={joinClasses(styles.tag, kind === 'strong' && styles.strong)}>{children}</span>;
}
