import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { addDays } from '#domain/calendar/day.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { useCurrentPromise } from '#features/current-promise.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Icon } from '#ui/icon.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Stack } from '#ui/stack.tsx';
import { Tag } from '#ui/tag.tsx';
import { useWords } from '#ui/words.ts';
import { FilterBar } from './filter-bar.tsx';
import { narrowActivities } from './find-logs.ts';
import { countFilters, parseFilters, writeFilters } from './log-filters.ts';
import { LogTable } from './log-table.tsx';
import { words } from './messages.ts';
import { useFoundLogs, useLogNames } from './queries.ts';

const pageSize = 50;

/** Everything that has been logged on a promise. */
export function LogsPage() {
  const t = useWords(words);
  const current = useCurrentPromise();
  return (
    <>
      <title>{t('pageTitle')}</title>
      {current.kind === 'none' && (
        <EmptyState
          level={1}
          title={t('noPromiseTitle')}
          action={
            <LinkButton as={Link} kind="primary" to={paths.logging()}>
              {t('log')}
            </LinkButton>
          }
          lookAround={<Link to={paths.newPromise()}>{t('createPromise')}</Link>}
        >
          {t('noPromiseText')}
        </EmptyState>
      )}
      {current.kind === 'chosen' && <PromiseLogs key={current.promise.id} promise={current.promise} />}
    </>
  );
}

function PromiseLogs({ promise }: { readonly promise: CitizenPromise }) {
  const t = useWords(words);
  const { clock } = useServices();
  const [search, setSearch] = useSearchParams();
  const [size, setSize] = useState(pageSize);
  const filters = parseFilters(search);
  const isFiltered = filters.text !== undefined || countFilters(filters) > 0;
  const { data: names } = useLogNames(promise.id);
  const activityIds = narrowActivities(filters, names?.goals ?? []);
  const { data: found, isPlaceholderData } = useFoundLogs({
    promiseId: promise.id,
    filters,
    activityIds,
    size,
    today: clock.today(),
  });
  const write = (changes: typeof filters) => {
    setSize(pageSize);
    setSearch((before) => writeFilters(before, { ...parseFilters(before), ...changes }), { replace: true });
  };
  const clear = () => setSearch((before) => writeFilters(before, {}), { replace: true });
  const header = (
    <PageHeader
      title={t('title')}
      eyebrow={promise.example && <Tag kind="strong">{t('example')}</Tag>}
      actions={
        <LinkButton as={Link} kind="primary" icon={<Icon name="log" />} to={paths.logging()}>
          {t('log')}
        </LinkButton>
      }
    />
  );
  if (!found || !names) return header;
  const counted =
    found.count === undefined ? t('latest', { count: found.logs.length }) : t('counted', { count: found.count });
  return (
    <>
      {header}
      <Stack>
        <FilterBar
          filters={filters}
          onChange={write}
          onClear={clear}
          activities={names.activities}
          goals={names.goals}
          parties={promise.parties}
          result={isPlaceholderData ? t('searching') : counted}
        />
        {found.hasAhead && (
          <div>
            <Button
              kind="quiet"
              icon={<Icon name="calendar" />}
              onClick={() => write({ from: addDays(clock.today(), 1) })}
            >
              {t('ahead')}
            </Button>
          </div>
        )}
        <LogTable
          key={writeFilters(new URLSearchParams(), filters).toString()}
          logs={found.logs}
          activities={names.activities}
          parties={promise.parties}
          empty={isFiltered ? <NoMatch /> : <NothingLogged />}
        />
        {found.hasMore && (
          <Button kind="secondary" onClick={() => setSize(size + pageSize)}>
            {t('showMore')}
          </Button>
        )}
      </Stack>
    </>
  );
}

function NoMatch() {
  const t = useWords(words);
  return <EmptyState title={t('noMatchTitle')}>{t('noMatchText')}</EmptyState>;
}

function NothingLogged() {
  const t = useWords(words);
  return (
    <EmptyState
      title={t('noneTitle')}
      action={
        <LinkButton as={Link} kind="primary" to={paths.logging()}>
          {t('log')}
        </LinkButton>
      }
      lookAround={<Link to={paths.overview()}>{t('overview')}</Link>}
    >
      {t('noneText')}
    </EmptyState>
  );
}
