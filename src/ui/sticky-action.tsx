import type { ReactNode } from 'react';
import { joinClasses } from './class-names.ts';
import styles from './sticky-action.module.css';

export interface StickyActionProps {
  /** One wide button; it becomes at least 72 px high. */
  readonly children: ReactNode;
  /** No bottom bar is shown on this page. */
  readonly alone?: boolean | undefined;
}

/** The page's one action, held in the thumb zone while the form scrolls behind it. */
export function StickyAction({ children, alone = false }: StickyActionProps) {
  return <div className={joinClasses(styles.sticky, alone && styles.alone)}>{children}</div>;
}
