import { Link, useParams } from 'react-router';
import { paths } from '#features/paths.ts';
import { RecordTitle } from '#features/record-title.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import { ActivityParts } from './activity-parts.tsx';
import { words } from './messages.ts';
import { useActivityPromise } from './queries.ts';

/** `/loften/:promiseId/aktiviteter/:activityId`: what was promised to be done, and what has been. */
export function ActivityPage() {
  const t = useWords(words);
  const { promiseId = '', activityId = '' } = useParams();
  const { data: overview } = useActivityPromise(promiseId);
  if (overview === undefined) return <Skeleton lines={6} />;
  const activity = overview?.activities.find(({ id }) => id === activityId);
  if (!overview || !activity) {
    return (
      <>
        <title>{`${t('missingTitle')} · ${t('appName')}`}</title>
        <EmptyState
          level={1}
          title={t('missingTitle')}
          lookAround={<Link to={paths.overview()}>{t('toOverview')}</Link>}
        >
          {t('missingText')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <RecordTitle
        named={`${t('activity')}: ${activity.shortName} · ${overview.promise.title}`}
        plain={`${t('activity')} · ${t('appName')}`}
      />
      <ActivityParts activity={activity} overview={overview} />
    </>
  );
}
