import { Link, useParams, useSearchParams } from 'react-router';
import { paths } from '#features/paths.ts';
import { RecordTitle } from '#features/record-title.tsx';
import { useServices } from '#features/services.ts';
import { useWaitingTallies } from '#features/use-official-progress.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import { buildGoalView, readAsOf } from './build-goal-view.ts';
import { GoalParts } from './goal-parts.tsx';
import { words } from './messages.ts';
import { useGoalRecords } from './queries.ts';

/** `/loften/:promiseId/mal/:goalId`: how one goal stands, and why, down to the single log. */
export function GoalPage() {
  const t = useWords(words);
  const { promiseId = '', goalId = '' } = useParams();
  const [search] = useSearchParams();
  const { clock } = useServices();
  const { data: records } = useGoalRecords(promiseId, goalId);
  const asOf = records ? readAsOf(search.get('per'), records, clock.today()) : clock.today();
  const waiting = useWaitingTallies(promiseId, asOf);
  if (records === undefined) return <Skeleton lines={6} />;
  if (records === null) {
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
  const view = buildGoalView(records, asOf, waiting?.get(goalId));
  return (
    <>
      <RecordTitle
        named={`${t('goal')}: ${records.goal.shortName} · ${records.overview.promise.title}`}
        plain={`${t('goal')} · ${t('appName')}`}
      />
      <GoalParts key={goalId} view={view} />
    </>
  );
}
