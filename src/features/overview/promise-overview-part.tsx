import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { isShared } from '#domain/portfolio/allocate-log.ts';
import { DisposedNote } from '#features/disposed-note.tsx';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import { computeGoals, sumUpPromise } from './compute-goals.ts';
import { FilterBar } from './filter-bar.tsx';
import { GoalsView } from './goals-view.tsx';
import { words } from './messages.ts';
import { NoGoals } from './no-goals.tsx';
import { findAsOf, parseFilters, showsGoal } from './overview-filters.ts';
import { OverviewHeader } from './overview-header.tsx';
import { PartyView } from './party-view.tsx';
import { usePeriodTallies } from './queries.ts';
import { RhythmView } from './rhythm-view.tsx';
import { ViewTabs } from './view-tabs.tsx';

const MunicipalityView = lazy(async () => ({ default: (await import('./municipality-view.tsx')).MunicipalityView }));

interface PromiseOverviewPartProps {
  readonly overview: PromiseOverview;
  readonly isOneOfSeveral: boolean;
}

/** One promise: its first sentence, and below it the view that the address asks for. */
export function PromiseOverviewPart({ overview, isOneOfSeveral }: PromiseOverviewPartProps) {
  const t = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const [search] = useSearchParams();
  const { promise, goals } = overview;
  const filters = parseFilters(search, overview);
  const asOf = findAsOf(filters, clock.today());
  const { data: period } = usePeriodTallies(
    goals.map(({ id }) => id),
    filters.from,
    filters.to,
  );
  const standings = computeGoals(overview, asOf, filters.to === undefined ? overview.totals : period?.untilThen);
  const shown = standings.filter(({ goal }) => showsGoal(goal, filters, promise.parties));
  // A part of what is gone would be a bare 0: the note says what became of it.
  const countable = shown.filter(({ progress }) => progress.disposed === undefined);
  const hasPeriod = filters.from !== undefined || filters.to !== undefined;
  return (
    <>
      <OverviewHeader overview={overview} verdict={sumUpPromise(standings, language)} asOf={asOf} />
      {goals.length === 0 ? (
        <NoGoals promiseId={promise.id} />
      ) : (
        <>
          <DisposedNote promiseId={promise.id} figures={standings.map(({ progress }) => progress)} />
          <ViewTabs view={filters.view} isOneOfSeveral={isOneOfSeveral} isShared={isShared(promise)} />
          <FilterBar overview={overview} filters={filters} />
          {shown.length < standings.length && (
            <p role="status">
              {shown.length === 0 ? t('noneShown') : t('shown', { shown: shown.length, all: standings.length })}
            </p>
          )}
          {filters.view === 'parties' && countable.length > 0 && (
            <PartyView
              standings={countable}
              tallies={hasPeriod ? period?.within : overview.totals}
              promise={promise}
              filters={filters}
            />
          )}
          {filters.view === 'municipalities' && countable.length > 0 && (
            <Suspense fallback={<Skeleton lines={6} />}>
              <MunicipalityView overview={overview} standings={countable} filters={filters} asOf={asOf} />
            </Suspense>
          )}
          {filters.view === 'rhythm' && countable.length > 0 && (
            <RhythmView overview={overview} filters={filters} asOf={asOf} />
          )}
          {(filters.view === 'goals' || filters.view === 'all') && (
            <GoalsView overview={overview} standings={shown} all={standings} filters={filters} asOf={asOf} />
          )}
        </>
      )}
    </>
  );
}
