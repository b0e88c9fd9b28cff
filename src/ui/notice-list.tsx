import type { ReactNode } from 'react';
import styles from './notice-list.module.css';

/** Notices above a page, apart from each other and from it; takes no room while there are none. */
export function NoticeList({ children }: { readonly children: ReactNode }) {
  return <div className={styles.list}>{children}</div>;
}
