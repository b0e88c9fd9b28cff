import { Link } from 'react-router';
import { rollUpPromise } from '#domain/progress/compute-progress.ts';
import { computePromise } from '#domain/progress/compute-promise.ts';
import { rollUpSentence } from '#domain/wording/overview-sentence.ts';
import { promiseStatusWord } from '#domain/wording/record-words.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { Cluster } from '#ui/cluster.tsx';
import { Tag } from '#ui/tag.tsx';
import { useWords } from '#ui/words.ts';
import { describeMunicipalities } from './describe-municipalities.ts';
import { describePeriod } from './describe-period.ts';
import { words } from './messages.ts';
import styles from './promises.module.css';

/** One promise of the list: whose, when, how it stands. */
export function PromiseEntry({ overview }: { readonly overview: PromiseOverview }) {
  const t = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const { promise, goals, activities } = overview;
  const rollUp = rollUpPromise(computePromise(overview, clock.today()));
  return (
    <li className={styles.entry}>
      <h2 className={styles.name}>
        <Link to={paths.promise(promise.id)}>{promise.title}</Link>
      </h2>
      <Cluster>
        <Tag>{promiseStatusWord(promise.status, language)}</Tag>
        {promise.example && <Tag kind="strong">{t('example')}</Tag>}
      </Cluster>
      <p className={styles.facts}>
        {[describeMunicipalities(promise, t), describePeriod(promise, language, t)].join(' · ')}
      </p>
      <p>
        {t('activitiesCount', { count: activities.length })}, {t('goalsCount', { count: goals.length })}.{' '}
        {goals.length > 0 && rollUpSentence(rollUp, language)}
      </p>
    </li>
  );
}
