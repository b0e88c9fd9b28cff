import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { describeMasked } from '#domain/wording/describe-outcome.ts';
import { useGoalView } from '#features/use-goal-view.ts';
import { useLanguage } from '#features/use-language.ts';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { Assessments } from './assessments.tsx';
import type { GoalView } from './build-goal-view.ts';
import { Comments } from './comments.tsx';
import { Deviations } from './deviations.tsx';
import { FormerGoal } from './former-goal.tsx';
import { GoalFigure } from './goal-figure.tsx';
import { GoalHeader } from './goal-header.tsx';
import styles from './goals.module.css';
import { HowWeCount } from './how-we-count.tsx';
import { Measurements } from './measurements.tsx';
import { words } from './messages.ts';

interface GoalPartsProps {
  readonly view: GoalView;
}

/** The sentence, the figure, how it is counted, what people said of it, and the year before. */
export function GoalParts({ view }: GoalPartsProps) {
  const t = useWords(words);
  const language = useLanguage();
  const viewOf = useGoalView();
  const { goal } = view.records;
  const eyes = viewOf(goal);
  const shown = describeMasked(view.progress, language);
  useScrollToFragment();
  return (
    <>
      <GoalHeader view={view} eyes={eyes} />
      {goal.personRelated && (
        <div className={styles.figure}>
          <Notice kind="info" title={t('guardedTitle')}>
            {eyes === 'full' ? t('guardedText', { shown }) : t('maskedText')}
          </Notice>
        </div>
      )}
      {eyes === 'full' && !view.progress.disposed && (
        // Paper is read by others than the owner.
        <div data-screen-only={goal.personRelated || undefined}>
          <GoalFigure view={view} />
        </div>
      )}
      <HowWeCount view={view} eyes={eyes} />
      {view.progress.kind === 'series' && <Measurements view={view} />}
      <Deviations view={view} />
      <Assessments view={view} />
      <Comments view={view} />
      <FormerGoal view={view} />
    </>
  );
}

/** The router keeps the page at its top while its parts are still loading; a link to a part goes there when it is in place. */
function useScrollToFragment() {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
}
