import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

export interface SectionProps {
  readonly title: ReactNode;
  /** Default 2. */
  readonly level?: 2 | 3 | 4 | undefined;
  /** A count or a quiet word after the title. */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string | undefined;
}

/** A part of a page under a heading and a thin rule. No box. */
export function Section({ title, level = 2, aside, actions, children, id }: SectionProps) {
  const headingId = useId();
  const Heading = `h${level}` as const;
  return (
    <section className={styles.section} aria-labelledby={headingId} id={id}>
      <div className={styles.head}>
        <Heading id={headingId}>{title}</Heading>
        {aside && <span className={styles.aside}>{aside}</span>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
