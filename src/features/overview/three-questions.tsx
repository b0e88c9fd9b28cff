import type { Activity } from '#domain/records/activity.ts';
import { useLanguage } from '#features/use-language.ts';
import { DefinitionList } from '#ui/definition-list.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import { answerQuestions, type WordCount } from './answer-questions.ts';
import type { GoalStanding } from './compute-goals.ts';
import { words } from './messages.ts';
import styles from './overview.module.css';

interface ThreeQuestionsProps {
  readonly activities: readonly Activity[];
  readonly standings: readonly GoalStanding[];
}

/** The work, the goals and the difference, each answered for itself. */
export function ThreeQuestions({ activities, standings }: ThreeQuestionsProps) {
  const t = useWords(words);
  const { work, activityGoals, resultGoals, effects } = answerQuestions(activities, standings, useLanguage());
  const effectCount = standings.filter(({ goal }) => goal.level === 'effect').length;
  const items = [
    {
      key: 'work',
      term: t('questionWork'),
      value: (
        <div className={styles.lines}>
          <p>{work.length === 0 ? t('noWork') : t('activities', { count: activities.length, list: toList(work) })}</p>
          {activityGoals && <p>{t('activityGoals', { sentence: activityGoals })}</p>}
        </div>
      ),
    },
    {
      key: 'goals',
      term: t('questionGoals'),
      value: resultGoals ? t('resultGoals', { sentence: resultGoals }) : t('noResultGoals'),
    },
    {
      key: 'effects',
      term: t('questionEffects'),
      value: effects.length === 0 ? t('noEffects') : t('effectGoals', { count: effectCount, list: toList(effects) }),
    },
  ];
  return (
    <Section title={t('questions')}>
      <DefinitionList items={items} />
    </Section>
  );
}

const toList = (counts: readonly WordCount[]): string =>
  counts.map(({ count, word }) => `${count} ${word.toLocaleLowerCase('sv-SE')}`).join(', ');
