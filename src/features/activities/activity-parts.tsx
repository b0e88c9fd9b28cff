import { Link } from 'react-router';
import type { Activity } from '#domain/records/activity.ts';
import { activityStatusWord } from '#domain/wording/record-words.ts';
import { GoalRow, GoalRows } from '#features/goal-row.tsx';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useGoalView } from '#features/use-goal-view.ts';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import styles from './activities.module.css';
import { ActivityDeviations } from './activity-deviations.tsx';
import { ActivityFacts } from './activity-facts.tsx';
import { ActivityWorkParts } from './activity-work-parts.tsx';
import { buildActivityWork, listFedGoals } from './build-activity-view.ts';
import { words } from './messages.ts';
import { useActivityLogs } from './queries.ts';

interface ActivityPartsProps {
  readonly activity: Activity;
  readonly overview: PromiseOverview;
}

/** The promised work: what it is, week by week, what came of it, and what it counts towards. */
export function ActivityParts({ activity, overview }: ActivityPartsProps) {
  const language = useLanguage();
  const { clock } = useServices();
  const { data: logs } = useActivityLogs(activity.id);
  const { promise } = overview;
  return (
    <>
      <PageHeader
        eyebrow={<Link to={paths.overview(promise.id)}>{promise.title}</Link>}
        title={activity.shortName}
        lead={
          <>
            <p className={styles.verbatim}>{activity.text}</p>
            <p className={styles.quiet}>{activityStatusWord(activity.status, language)}</p>
          </>
        }
        actions={<Actions activity={activity} />}
      />
      {logs ? (
        <ActivityWorkParts
          activity={activity}
          overview={overview}
          work={buildActivityWork(activity, overview, logs, clock.today())}
        />
      ) : (
        <Skeleton figure />
      )}
      <FedGoals activity={activity} overview={overview} />
      <ActivityFacts activity={activity} overview={overview} />
      <ActivityDeviations activity={activity} overview={overview} />
    </>
  );
}

function Actions({ activity }: Pick<ActivityPartsProps, 'activity'>) {
  const t = useWords(words);
  return (
    <>
      <LinkButton as={Link} kind="primary" to={paths.logging(activity.id)}>
        {t('logNow')}
      </LinkButton>
      <LinkButton as={Link} to={paths.editActivity(activity.promiseId, activity.id)}>
        {t('edit')}
      </LinkButton>
    </>
  );
}

function FedGoals({ activity, overview }: ActivityPartsProps) {
  const t = useWords(words);
  const { clock } = useServices();
  const viewOf = useGoalView();
  const fed = listFedGoals(activity.id, overview, clock.today());
  return (
    <Section title={t('goals')} aside={fed.length || undefined}>
      {fed.length === 0 ? (
        <p>{t('goalsNone')}</p>
      ) : (
        <GoalRows>
          {fed.map(({ goal, progress }) => (
            <GoalRow key={goal.id} goal={goal} progress={progress} promise={overview.promise} view={viewOf(goal)} />
          ))}
        </GoalRows>
      )}
    </Section>
  );
}
