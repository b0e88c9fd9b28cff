import { Link } from 'react-router';
import { formatDay } from '#domain/wording/days.ts';
import type { View } from '#domain/wording/describe-outcome.ts';
import { joinList } from '#domain/wording/sentence-parts.ts';
import { describeStanding } from '#domain/wording/standing-sentences.ts';
import { statusWords } from '#domain/wording/status-words.ts';
import { describeWaiting } from '#domain/wording/waiting-words.ts';
import { keepFigures } from '#features/keep-figures.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { useWords } from '#ui/words.ts';
import type { GoalView } from './build-goal-view.ts';
import styles from './goals.module.css';
import { words } from './messages.ts';
import { useChosenDay } from './use-chosen-day.ts';

interface GoalHeaderProps {
  readonly view: GoalView;
  readonly eyes: View;
}

/** The whole standing as the page's heading, what it is worth, and where to go from here. */
export function GoalHeader({ view, eyes }: GoalHeaderProps) {
  const t = useWords(words);
  const language = useLanguage();
  const { goal, overview } = view.records;
  const { promise } = overview;
  const { word, tone, sign, meaning } = statusWords(view.progress.status, language);
  const isGuarded = goal.personRelated && eyes === 'full';
  const [firstFeed] = goal.feeds;
  const waiting = eyes === 'full' ? describeWaiting(view.progress, view.official?.progress, language) : undefined;
  return (
    <>
      <PageHeader
        eyebrow={<Link to={paths.overview(promise.id)}>{promise.title}</Link>}
        title={
          <>
            <span data-screen-only={isGuarded || undefined}>
              {keepFigures(describeStanding(goal, view.progress, language, eyes))}
            </span>
            {isGuarded && (
              <span className={styles.printed}>{describeStanding(goal, view.progress, language, 'masked')}</span>
            )}
          </>
        }
        lead={
          <p>
            <StatusMark word={word} tone={tone} sign={sign} tinted /> {meaning}
            {waiting && ` ${capitalize(waiting)}.`}
          </p>
        }
        actions={
          <>
            {firstFeed && (
              <LinkButton as={Link} kind="primary" to={paths.logging(firstFeed.activityId)}>
                {t('logNow')}
              </LinkButton>
            )}
            <LinkButton as={Link} to={paths.editGoal(promise.id, goal.id)}>
              {t('editGoal')}
            </LinkButton>
          </>
        }
      />
      <LookingBack view={view} />
      <GoalState view={view} />
    </>
  );
}

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A look back says so, and how to come back. */
function LookingBack({ view }: { readonly view: GoalView }) {
  const t = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const choose = useChosenDay();
  const today = clock.today();
  if (view.asOf >= today) return null;
  return (
    <div className={styles.figure}>
      <Notice
        kind="info"
        announce="status"
        actions={
          <Button kind="quiet" data-screen-only onClick={() => choose('')}>
            {t('asOfNow')}
          </Button>
        }
      >
        {t('asOfThen', { day: formatDay(view.asOf, language, today) })}
      </Notice>
    </div>
  );
}

/** A goal that has been taken out says so, and why. */
function GoalState({ view }: { readonly view: GoalView }) {
  const t = useWords(words);
  const language = useLanguage();
  const { goal, overview } = view.records;
  if (goal.rescoped) {
    const { decidedBy, on, reason } = goal.rescoped;
    const names = overview.promise.parties.filter(({ id }) => decidedBy.includes(id)).map(({ name }) => name);
    const parties = joinList(names, language);
    return (
      <div className={styles.figure}>
        <Notice kind="calm">{t('rescoped', { day: formatDay(on, language, view.asOf), parties, reason })}</Notice>
      </div>
    );
  }
  if (goal.status !== 'dropped') return null;
  return (
    <div className={styles.figure}>
      <Notice kind="warn">{t('dropped', { reason: goal.statusReason?.trim() || t('noReason') })}</Notice>
    </div>
  );
}
