import { Link } from 'react-router';
import { exclusionWord } from '#domain/wording/exclusion-words.ts';
import { formatCount } from '#domain/wording/numbers.ts';
import { paths } from '#features/paths.ts';
import { useLanguage } from '#features/use-language.ts';
import { StatusMark } from '#ui/status-mark.tsx';
import { useWords } from '#ui/words.ts';
import type { GoalMeaning } from './explain-log.ts';
import styles from './logs.module.css';
import { words } from './messages.ts';

interface LogMeaningProps {
  readonly meanings: readonly GoalMeaning[];
}

/** For each goal whether the log counts, how much, and why not. */
export function LogMeaning({ meanings }: LogMeaningProps) {
  const t = useWords(words);
  const language = useLanguage();
  if (meanings.length === 0) return <p>{t('countsForNothing')}</p>;
  return (
    <ul className={styles.plain}>
      {meanings.map((meaning) => (
        <li key={meaning.goal.id} className={styles.entry}>
          <Link to={paths.goal(meaning.goal.promiseId, meaning.goal.id)}>{meaning.goal.shortName}</Link>
          {meaning.kind === 'counts' ? (
            <StatusMark tone={meaning.unsure ? 'risk' : 'done'} word={describeAmount(meaning)} />
          ) : (
            <StatusMark tone="quiet" word={exclusionWord(meaning.reason, language)} />
          )}
        </li>
      ))}
    </ul>
  );

  function describeAmount({ amount, whole, unsure }: Extract<GoalMeaning, { kind: 'counts' }>): string {
    if (unsure) return t('countsUnsure', { amount: formatCount(amount) });
    if (whole !== undefined) return t('countsShare', { part: formatCount(amount), whole: formatCount(whole) });
    return amount === 1 ? t('countsOnce') : t('countsAmount', { amount: formatCount(amount) });
  }
}
