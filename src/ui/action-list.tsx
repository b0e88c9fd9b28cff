import type { ReactNode } from 'react';
import styles from './action-list.module.css';

export interface ActionListItem {
  readonly key: string;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  /** Fields and buttons of this row: beside it on wide screens, under it on narrow ones. */
  readonly actions?: ReactNode;
}

export interface ActionListProps {
  readonly items: readonly ActionListItem[];
  /** The list as one sentence, for who hears it. */
  readonly label?: string | undefined;
}

/** Things one can do something about, one a row. */
export function ActionList({ items, label }: ActionListProps) {
  return (
    <ul className={styles.list} aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={styles.row}>
          <div className={styles.what}>
            <div className={styles.title}>{item.title}</div>
            {item.text && <div className={styles.text}>{item.text}</div>}
          </div>
          {item.actions && <div className={styles.actions}>{item.actions}</div>}
        </li>
      ))}
    </ul>
  );
}
