import type { ReactNode } from 'react';
import { joinClasses } from './class-names.ts';
import styles from './stack.module.css';
import type { Gap } from './stack.tsx';

export interface ClusterProps {
  readonly gap?: Gap | undefined;
  readonly align?: 'start' | 'center' | 'baseline' | 'end' | undefined;
  /** Pushes the first and the last apart. */
  readonly spread?: boolean | undefined;
  readonly children: ReactNode;
}

/** Things beside each other that wrap when the line is full. */
export function Cluster({ gap = 'tight', align = 'center', spread = false, children }: ClusterProps) {
  return (
    <div className={joinClasses(styles.cluster, styles[gap], styles[align], spread && styles.spread)}>{children}</div>
  );
}
