import type { PublicFacts, PublicItem } from '#domain/public-page/public-facts.ts';
import { formatDateWithYear, formatPeriod } from '#domain/wording/days.ts';
import { publicPageWords } from '#domain/wording/public-page-words.ts';
import { publicWords } from '#domain/wording/public-words.ts';
import { joinList } from '#domain/wording/sentence-parts.ts';
import { useLanguage } from '#features/use-language.ts';
import { DefinitionList } from '#ui/definition-list.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import styles from './public-page.module.css';

/** The texts of a version, all of them, in the language of the page. The file has both. */
export function PagePreview({ facts }: { readonly facts: PublicFacts }) {
  const language = useLanguage();
  const words = publicPageWords[language];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard (WCAG 2.1.1)
    <section className={styles.preview} aria-label={publicWords[language].pageTitle} tabIndex={0}>
      <Stack gap="loose">
        <div>
          <h3>{publicWords[language].pageTitle}</h3>
          <p>{facts.title}</p>
        </div>
        <p>
          <strong>{facts.summary[language]}</strong>
        </p>
        <ul className={styles.plain}>
          {facts.period && <li>{words.period(formatPeriod(facts.period, language))}</li>}
          <li>{words.asOf(formatDateWithYear(facts.asOf, language))}</li>
          {facts.nextUpdate && <li>{words.nextUpdate(formatDateWithYear(facts.nextUpdate, language))}</li>}
          <li>{`${words.sender}: ${joinList(facts.sender, language)}`}</li>
          <li>{`${words.contact}: ${[facts.contact.text, facts.contact.url].filter(Boolean).join(', ')}`}</li>
          {facts.correction && <li>{words.corrected(facts.correction)}</li>}
        </ul>
        {facts.items.map((item) => (
          <PreviewItem key={item.number} item={item} />
        ))}
      </Stack>
    </section>
  );
}

function PreviewItem({ item }: { readonly item: PublicItem }) {
  const language = useLanguage();
  const words = publicWords[language];
  const verdict = item.verdict?.[language];
  const parts = [
    { key: 'promised', term: words.promised, value: item.promised },
    ...(item.target ? [{ key: 'target', term: words.target, value: item.target[language] }] : []),
    { key: 'done', term: words.done, value: item.done[language] },
    { key: 'standing', term: words.standing, value: [item.standing[language], verdict].filter(Boolean).join(' ') },
    { key: 'difference', term: words.difference, value: item.difference[language] },
    { key: 'basis', term: words.basis, value: item.basis[language] },
  ];
  return (
    <Section level={4} title={publicPageWords[language].item(item.number)} aside={item.focusArea}>
      <DefinitionList items={parts} />
    </Section>
  );
}
