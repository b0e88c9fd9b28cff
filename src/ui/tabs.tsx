import type { ReactNode } from 'react';
import styles from './tabs.module.css';

export interface TabLink {
  readonly id: string;
  readonly label: ReactNode;
  readonly href: string;
  readonly current?: boolean | undefined;
}

export interface TabLinkLook {
  readonly href: string;
  readonly className: string;
  readonly 'aria-current': 'page' | undefined;
  readonly children: ReactNode;
}

export interface TabsProps {
  /** What the views are views of, for screen readers. */
  readonly label: string;
  readonly items: readonly TabLink[];
  /** Draws one link with the router's own element. */
  readonly renderLink: (look: TabLinkLook) => ReactNode;
}

/** Views of one page as links: each has its own address, so back, copy and reload work. */
export function Tabs({ label, items, renderLink }: TabsProps) {
  return (
    <nav aria-label={label} className={styles.frame}>
      <ul className={styles.tabs}>
        {items.map((item) => (
          <li key={item.id}>
            {renderLink({
              href: item.href,
              className: styles.tab ?? '',
              'aria-current': item.current ? 'page' : undefined,
              children: item.label,
            })}
          </li>
        ))}
      </ul>
    </nav>
  );
}
