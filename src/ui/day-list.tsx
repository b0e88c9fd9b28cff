import type { ReactNode } from 'react';
import styles from './day-list.module.css';

export interface DayListItem {
  readonly key: string;
  /** The day in words, with weekday and week. */
  readonly day: ReactNode;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  /** A status mark. */
  readonly mark?: ReactNode;
}

export interface DayListProps {
  readonly items: readonly DayListItem[];
}

/** Things that have a day, one a row: the day beside on wide screens, above on narrow ones. */
export function DayList({ items }: DayListProps) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.key} className={styles.row}>
          <span className={styles.day}>{item.day}</span>
          <div className={styles.what}>
            <div className={styles.title}>{item.title}</div>
            {item.text && <div className={styles.text}>{item.text}</div>}
          </div>
          {item.mark && <div className={styles.mark}>{item.mark}</div>}
        </li>
      ))}
    </ul>
  );
}
