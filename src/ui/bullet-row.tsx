import type { ReactNode } from 'react';
import { BulletBar, type BulletBarProps } from './bullet-bar.tsx';
import styles from './bullet-row.module.css';
import { StatusMark, type StatusMarkProps } from './status-mark.tsx';

export interface BulletRowProps {
  /** The goal's short name, as a rule a link to its page. */
  readonly title: ReactNode;
  /** "2 av 12". */
  readonly valueText?: ReactNode;
  readonly status: StatusMarkProps;
  /** Who owns it. */
  readonly owner?: ReactNode;
  /** The bar; leave out for what has no number and give `words` instead. */
  readonly bar?: BulletBarProps | undefined;
  /** "Senast bedömt 3 sept: oförändrat". */
  readonly words?: ReactNode;
}

/** One goal in a list. Put it in an `<li>`. */
export function BulletRow({ title, valueText, status, owner, bar, words }: BulletRowProps) {
  return (
    <div className={styles.row}>
      <div className={styles.title}>{title}</div>
      {bar ? (
        <div className={styles.bar}>
          <BulletBar tone={status.tone} {...bar} />
        </div>
      ) : (
        <div className={styles.words}>{words}</div>
      )}
      <div className={styles.value}>{valueText}</div>
      <div className={styles.status}>
        <StatusMark {...status} />
      </div>
      <div className={styles.owner}>{owner}</div>
    </div>
  );
}
