import { Link } from 'react-router';
import type { GoalProgress } from '#domain/progress/goal-progress.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Goal } from '#domain/records/goal.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { describeFigure } from '#domain/wording/describe-outcome.ts';
import { describeTarget } from '#domain/wording/describe-target.ts';
import { goalLevelWord } from '#domain/wording/record-words.ts';
import { capitalise } from '#domain/wording/sentence-parts.ts';
import { statusWords } from '#domain/wording/status-words.ts';
import { targetKindWords } from '#domain/wording/target-words.ts';
import { paths } from '#features/paths.ts';
import { useGoalView } from '#features/use-goal-view.ts';
import { useLanguage } from '#features/use-language.ts';
import { StatusMark } from '#ui/status-mark.tsx';
import { Tag } from '#ui/tag.tsx';
import { useWords } from '#ui/words.ts';
import { CountingRuleWords } from './counting-rule-words.tsx';
import { GoalVersions } from './goal-versions.tsx';
import { isOwnName } from './is-own-name.ts';
import { words } from './messages.ts';
import { nameParties } from './name-parties.ts';
import styles from './promises.module.css';

interface GoalItemProps {
  readonly goal: Goal;
  readonly promise: CitizenPromise;
  readonly progress: GoalProgress | undefined;
  readonly place: number | undefined;
}

/** What shall be reached, in the words of the text, with what it honestly is and how it is counted. */
export function GoalItem({ goal, promise, progress, place }: GoalItemProps) {
  const t = useWords(words);
  const language = useLanguage();
  const { name } = targetKindWords(goal.target.kind, language);
  const owners = nameParties(promise, goal.ownerPartyIds);
  return (
    <li className={styles.item} id={goal.id}>
      <span className={styles.place}>{place && `${place}.`}</span>
      <div className={styles.body}>
        <p className={styles.verbatim}>{goal.text}</p>
        <div className={styles.meta}>
          <Tag>{t('goal')}</Tag>
          <Link to={paths.goal(promise.id, goal.id)}>{isOwnName(goal) ? goal.shortName : t('openGoal')}</Link>
          <span className={styles.quiet}>{`${goalLevelWord(goal.level, language)} · ${name}`}</span>
          <Link data-screen-only="" to={paths.editGoal(promise.id, goal.id)}>
            {t('edit')}
          </Link>
        </div>
        <p>{`${capitalise(describeTarget(goal.target, language))}.`}</p>
        {progress && <GoalStandingLine goal={goal} progress={progress} />}
        <p className={owners ? undefined : styles.quiet}>{owners || t('noOwnerNamed')}</p>
        <GoalConditions goal={goal} promise={promise} />
        <GoalVersions goal={goal} />
        <CountingRuleWords goal={goal} />
      </div>
    </li>
  );
}

function GoalStandingLine({ goal, progress }: { readonly goal: Goal; readonly progress: GoalProgress }) {
  const language = useLanguage();
  const viewOf = useGoalView();
  const { word, tone, sign } = statusWords(progress.status, language);
  const figure = capitalise(describeFigure(progress, language, viewOf(goal)));
  return (
    <div className={styles.meta}>
      <StatusMark word={word} tone={tone} sign={sign} />
      {/* Paper is read by others: a figure about people stays on the parties' own screens. */}
      <span data-screen-only={goal.personRelated || undefined}>{figure}</span>
    </div>
  );
}

function GoalConditions({ goal, promise }: Pick<GoalItemProps, 'goal' | 'promise'>) {
  const t = useWords(words);
  const language = useLanguage();
  const { statusReason, rescoped } = goal;
  return (
    <>
      {goal.additionalOnly && <p>{t('additionalOnly')}</p>}
      {goal.personRelated && <p className={styles.quiet}>{t('personRelated')}</p>}
      {statusReason && <p>{t('reason', { reason: statusReason })}</p>}
      {rescoped && (
        <p>
          {t('rescopedBy', {
            day: formatDateWithYear(rescoped.on, language),
            parties: nameParties(promise, rescoped.decidedBy),
          })}
        </p>
      )}
    </>
  );
}
