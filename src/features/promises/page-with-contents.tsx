import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '#ui/words.ts';
import { editorWords } from './editor-messages.ts';
import styles from './page-with-contents.module.css';

interface PageWithContentsProps {
  readonly sections: readonly { readonly id: string; readonly label: string }[];
  readonly children: ReactNode;
}

/** A long page beside the list of its parts, each with an address of its own. On narrow screens the list comes first. */
export function PageWithContents({ sections, children }: PageWithContentsProps) {
  const t = useWords(editorWords);
  return (
    <div className={styles.page}>
      <nav aria-label={t('contents')} className={styles.contents}>
        <ul className={styles.list}>
          {sections.map(({ id, label }) => (
            <li key={id}>
              <Link to={`#${id}`} replace className={styles.link}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.main}>{children}</div>
    </div>
  );
}
