import { Link, useSearchParams } from 'react-router';
import { findBounds } from '#domain/progress/counting-plan.ts';
import { formatDay } from '#domain/wording/days.ts';
import type { View } from '#domain/wording/describe-outcome.ts';
import { forecastSentence } from '#domain/wording/forecast-sentence.ts';
import { joinList } from '#domain/wording/sentence-parts.ts';
import { describeStanding } from '#domain/wording/standing-sentences.ts';
import { statusWords } from '#domain/wording/status-words.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { LazyDateField } from '#ui/lazy-date-field.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { useWords } from '#ui/words.ts';
import type { GoalView } from './build-goal-view.ts';
import styles from './goals.module.css';
import { words } from './messages.ts';

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
  return (
    <>
      <PageHeader
        eyebrow={<Link to={paths.overview(promise.id)}>{promise.title}</Link>}
        title={
          <>
            <span data-screen-only={isGuarded || undefined}>
              {describeStanding(goal, view.progress, language, eyes)}
            </span>
            {isGuarded && (
              <span className={styles.printed}>{describeStanding(goal, view.progress, language, 'masked')}</span>
            )}
          </>
        }
        lead={
          <div className={styles.lines}>
            <p>
              <StatusMark word={word} tone={tone} sign={sign} tinted /> {meaning}
            </p>
            <p data-screen-only={isGuarded || undefined}>{forecastSentence(view.progress, language, eyes)}</p>
          </div>
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
      <AsOfField view={view} />
      <GoalState view={view} />
    </>
  );
}

/** Earlier days can be looked back at; the day is in the address. */
function AsOfField({ view }: { readonly view: GoalView }) {
  const t = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const [search, setSearch] = useSearchParams();
  const today = clock.today();
  const choose = (day: string) => {
    const next = new URLSearchParams(search);
    if (day === '' || day >= today) next.delete('per');
    else next.set('per', day);
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  return (
    <div className={styles.tools}>
      <div data-screen-only>
        <LazyDateField
          label={t('asOfLabel')}
          value={view.asOf}
          onChange={choose}
          min={findBounds(view.records.overview.promise).from}
          max={today}
        />
      </div>
      {view.asOf < today && (
        <>
          <p role="status">{t('asOfThen', { day: formatDay(view.asOf, language, today) })}</p>
          <Button kind="quiet" data-screen-only onClick={() => choose('')}>
            {t('asOfNow')}
          </Button>
        </>
      )}
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
