import { Link } from 'react-router';
import { useWords } from '#ui/words.ts';
import { editorWords } from './editor-messages.ts';
import styles from './section-links.module.css';

interface SectionLinksProps {
  readonly sections: readonly { readonly id: string; readonly label: string }[];
}

/** The parts of a long page, each with an address of its own. */
export function SectionLinks({ sections }: SectionLinksProps) {
  const t = useWords(editorWords);
  return (
    <nav aria-label={t('contents')} className={styles.frame}>
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
  );
}
