import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import styles from './change-card.module.css';
import { OverlaidCard } from './overlaid-card.tsx';
import { RefusedCard } from './refused-card.tsx';
import { sharingWords } from './sharing-messages.ts';
import { useUndecided } from './sharing-queries.ts';

/** Refusals and conflicts, and what was changed at the same time: side by side, in words, each with its ways out. */
export function UndecidedChanges() {
  const t = useWords(sharingWords);
  const { data } = useUndecided();
  if (!data) return null;
  const { refused, overlaid, rows } = data;
  return (
    <>
      {refused.length > 0 && (
        <Section title={t('refusedTitle')} aside={refused.length}>
          <p>{t('refusedText')}</p>
          <ul className={styles.list}>
            {refused.map((entry) => (
              <RefusedCard key={entry.tx} entry={entry} rows={rows} />
            ))}
          </ul>
        </Section>
      )}
      {overlaid.length > 0 && (
        <Section title={t('overlaidTitle')} aside={overlaid.length}>
          <ul className={styles.list}>
            {overlaid.map((entry) => (
              <OverlaidCard key={entry.tx} entry={entry} rows={rows} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
