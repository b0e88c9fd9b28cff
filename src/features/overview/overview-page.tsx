import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { useCurrentPromise } from '#features/current-promise.ts';
import { RecordTitle } from '#features/record-title.tsx';
import { useSharingStatus } from '#features/use-sharing-status.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import { EmptyOverview } from './empty-overview.tsx';
import { FirstFetch } from './first-fetch.tsx';
import { words } from './messages.ts';
import { parseView } from './overview-filters.ts';
import { PromiseOverviewPart } from './promise-overview-part.tsx';
import { useFirstFetch, usePromiseOverview } from './queries.ts';

// Looked at now and then: what everybody opens every day does not wait for it.
const PortfolioView = lazy(async () => ({ default: (await import('./portfolio-view.tsx')).PortfolioView }));

/** `/oversikt`: is the promise being kept, and what needs to be discussed? */
export function OverviewPage() {
  const t = useWords(words);
  const [search] = useSearchParams();
  const current = useCurrentPromise();
  const title = (name: string) => (
    <RecordTitle named={`${t('overview')}: ${name} · ${t('appName')}`} plain={`${t('overview')} · ${t('appName')}`} />
  );
  if (current.kind === 'loading') return <Skeleton lines={6} />;
  if (current.kind === 'none') {
    return (
      <>
        <title>{`${t('overview')} · ${t('appName')}`}</title>
        <NoPromise />
      </>
    );
  }
  if (parseView(search) === 'all' && current.promises.length > 1) {
    return (
      <>
        {title(t('portfolioTitle'))}
        <Suspense fallback={<Skeleton lines={6} />}>
          <PortfolioView promises={current.promises} />
        </Suspense>
      </>
    );
  }
  return (
    <>
      {title(current.promise.title)}
      <ChosenOverview
        key={current.promise.id}
        promiseId={current.promise.id}
        isOneOfSeveral={current.promises.length > 1}
      />
    </>
  );
}

function NoPromise() {
  const status = useSharingStatus();
  const isFirst = useFirstFetch();
  // Where a person has to do something first, the line at the top says what.
  return isFirst && (status === 'working' || status === 'waiting') ? <FirstFetch /> : <EmptyOverview />;
}

interface ChosenOverviewProps {
  readonly promiseId: string;
  readonly isOneOfSeveral: boolean;
}

function ChosenOverview({ promiseId, isOneOfSeveral }: ChosenOverviewProps) {
  const t = useWords(words);
  const { data: overview } = usePromiseOverview(promiseId);
  if (overview === undefined) return <Skeleton lines={6} />;
  if (overview === null) return <p>{t('removed')}</p>;
  return <PromiseOverviewPart overview={overview} isOneOfSeveral={isOneOfSeveral} />;
}
