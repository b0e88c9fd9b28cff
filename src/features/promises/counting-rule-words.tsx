import type { Goal } from '#domain/records/goal.ts';
import { DefinitionList } from '#ui/definition-list.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import styles from './promises.module.css';

/** What counts as one, what does not, and who decides; or that nobody has written it down. */
export function CountingRuleWords({ goal: { countingRule, target } }: { readonly goal: Goal }) {
  const t = useWords(words);
  const { countsAsOne, doesNotCount, decidedBy, datedBy = '' } = countingRule;
  const facts = [
    { key: 'counts', term: t('countsAsOne'), value: countsAsOne },
    { key: 'not', term: t('doesNotCount'), value: doesNotCount },
    { key: 'decides', term: t('decidedBy'), value: decidedBy },
    { key: 'date', term: t('datedBy'), value: datedBy },
  ].filter(({ value }) => value !== '');
  if (facts.length > 0) {
    return (
      <Disclosure summary={t('countingRule')}>
        <DefinitionList items={facts} />
      </Disclosure>
    );
  }
  // A goal judged in words has its ladder in place of a rule.
  if (target.kind === 'judged') return null;
  return <p className={styles.quiet}>{t('noCountingRule')}</p>;
}
