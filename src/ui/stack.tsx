import type { ReactNode } from 'react';
import { joinClasses } from './class-names.ts';
import styles from './stack.module.css';

export type Gap = 'tight' | 'normal' | 'loose';

export interface StackProps {
  /** 8, 16 or 24 px. */
  readonly gap?: Gap | undefined;
  /** No wider than a line one can read. */
  readonly readable?: boolean | undefined;
  readonly children: ReactNode;
}

/** Things under each other. */
export function Stack({ gap = 'normal', readable = false, children }: StackProps) {
  return <div className={joinClasses(styles.stack, styles[gap], readable && styles.readable)}>{children}</div>;
}
