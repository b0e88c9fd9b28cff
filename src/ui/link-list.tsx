import type { ReactNode } from 'react';
import styles from './link-list.module.css';

export interface LinkListItem {
  readonly key: string;
  /** The router's own link element with its text. */
  readonly link: ReactNode;
  /** What one finds there. */
  readonly text?: ReactNode;
}

export interface LinkListProps {
  readonly items: readonly LinkListItem[];
}

/** Places to go, one a row; the whole row is the target. */
export function LinkList({ items }: LinkListProps) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.key} className={styles.row}>
          <div className={styles.link}>{item.link}</div>
          {item.text && <p className={styles.text}>{item.text}</p>}
        </li>
      ))}
    </ul>
  );
}
