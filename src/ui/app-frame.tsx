import { Fragment, type ReactNode, type Ref } from 'react';
import styles from './app-frame.module.css';
import { words } from './messages.ts';
import { useWords } from './words.ts';

export interface NavItem {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  /** An `Icon`. */
  readonly icon: ReactNode;
  /** The page that is open now. */
  readonly current?: boolean | undefined;
}

export interface NavLinkLook {
  readonly href: string;
  readonly className: string;
  readonly 'aria-current': 'page' | undefined;
  readonly children: ReactNode;
}

export interface AppFrameProps {
  readonly productName: ReactNode;
  /** The left rail of wide screens. */
  readonly rail: readonly NavItem[];
  /** The bottom bar of narrow screens: four items. */
  readonly bar: readonly NavItem[];
  /** Draws one link with the router's own element: `(look) => <Link to={look.href} …>`. */
  readonly renderLink: (look: NavLinkLook) => ReactNode;
  /** Promise switcher, sync pill. Empty = no header row. */
  readonly header?: ReactNode;
  /** Quiet lines at the foot of the rail. */
  readonly railFoot?: ReactNode;
  /** Takes focus from the skip link; give a ref to move focus here after a page change. */
  readonly mainRef?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

/** The frame round every page: skip link, rail or bottom bar, header, main. */
export function AppFrame(props: AppFrameProps) {
  const { productName, rail, bar, renderLink, header, railFoot, mainRef, children } = props;
  const t = useWords(words);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        {t('skip')}
      </a>
      <div className={styles.rail}>
        <div className={styles.product}>{productName}</div>
        <nav aria-label={t('mainMenu')}>
          <NavList items={rail} list={styles.railItems} link={styles.railLink} renderLink={renderLink} />
        </nav>
        {railFoot && <div className={styles.railFoot}>{railFoot}</div>}
      </div>
      {header ? <header className={styles.header}>{header}</header> : <div />}
      <main id="main" className={styles.main} tabIndex={-1} ref={mainRef}>
        {children}
      </main>
      <nav className={styles.bar} aria-label={t('mainMenu')}>
        <NavList items={bar} list={styles.barItems} link={styles.barLink} renderLink={renderLink} />
      </nav>
    </div>
  );
}

interface NavListProps {
  readonly items: readonly NavItem[];
  readonly list: string | undefined;
  readonly link: string | undefined;
  readonly renderLink: AppFrameProps['renderLink'];
}

function NavList({ items, list, link, renderLink }: NavListProps) {
  return (
    <ul className={list}>
      {items.map((item) => (
        <li key={item.id}>
          {renderLink({
            href: item.href,
            className: link ?? '',
            'aria-current': item.current ? 'page' : undefined,
            children: (
              <Fragment>
                {item.icon}
                <span>{item.label}</span>
              </Fragment>
            ),
          })}
        </li>
      ))}
    </ul>
  );
}
