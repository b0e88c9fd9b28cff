import type { ReactNode } from 'react';
import { joinClasses } from './class-names.ts';
import styles from './marked-list.module.css';
import { type Sign, SignGlyph } from './sign-glyph.tsx';

export interface MarkedItem {
  readonly key: string;
  readonly sign: Sign;
  readonly tone: 'done' | 'accent' | 'late' | 'quiet';
  readonly text: ReactNode;
  /** The state in words, at the right. Compulsory: the sign is not read out. */
  readonly aside: ReactNode;
  readonly note?: ReactNode;
  readonly strong?: boolean | undefined;
}

export interface MarkedListProps {
  readonly items: readonly MarkedItem[];
  /** The list as one sentence. */
  readonly label: string;
  /** Several columns where there is room. */
  readonly columns?: boolean | undefined;
}

/** Sign, text, state in words: the form of checklists, steps, slots and levels. */
export function MarkedList({ items, label, columns = false }: MarkedListProps) {
  return (
    <ol className={joinClasses(styles.list, columns && styles.columns)} aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={styles.item}>
          <SignGlyph sign={item.sign} className={joinClasses(styles.glyph, styles[item.tone])} />
          <span className={item.strong ? styles.strong : undefined}>{item.text}</span>
          <span className={styles.aside}>{item.aside}</span>
          {item.note && <span className={styles.note}>{item.note}</span>}
        </li>
      ))}
    </ol>
  );
}
