import { Link } from 'react-router';
import { describeStanding } from '#domain/wording/standing-sentences.ts';
import { paths } from '#features/paths.ts';
import { useGoalView } from '#features/use-goal-view.ts';
import { useLanguage } from '#features/use-language.ts';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import { buildGoalView, type GoalView } from './build-goal-view.ts';
import { words } from './messages.ts';
import { useFormerGoal } from './queries.ts';

/** How the same goal ended in the promise before: what carries the line over the years. */
export function FormerGoal({ view }: { readonly view: GoalView }) {
  const t = useWords(words);
  const language = useLanguage();
  const viewOf = useGoalView();
  const { goal } = view.records;
  const { data: former } = useFormerGoal(goal);
  if (goal.predecessorId === undefined || former === undefined) return null;
  if (former === null) {
    return (
      <Section title={t('formerTitle')}>
        <p>{t('formerNone')}</p>
      </Section>
    );
  }
  const { promise } = former.overview;
  const { progress } = buildGoalView(former, view.asOf);
  return (
    <Section title={t('formerTitle')}>
      <p>
        <Link to={paths.goal(promise.id, former.goal.id)}>
          {t('formerLine', {
            promise: promise.title,
            standing: describeStanding(former.goal, progress, language, viewOf(former.goal)),
          })}
        </Link>
      </p>
    </Section>
  );
}
