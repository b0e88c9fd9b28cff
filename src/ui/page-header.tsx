import type { ReactNode, Ref } from 'react';
import styles from './page-header.module.css';

export interface PageHeaderProps {
  /** The page's only h1. */
  readonly title: ReactNode;
  /** A quiet line above: the promise the page belongs to, or a link back. */
  readonly eyebrow?: ReactNode;
  /** One or two sentences under the title; on the overview the answer itself. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** The heading takes focus when the page has changed. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
}

export function PageHeader({ title, eyebrow, lead, actions, headingRef }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
        <h1 tabIndex={-1} ref={headingRef}>
          {title}
        </h1>
        {lead && <div className={styles.lead}>{lead}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
