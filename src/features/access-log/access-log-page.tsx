import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { paths } from '#features/paths.ts';
import { useWhen } from '#features/use-when.ts';
import type { LogEntry } from '#sync/people-client.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { useWords } from '#ui/words.ts';
import { AccessReport } from './access-report.tsx';
import { describeEntry, describeWho, type EntryNames } from './describe-entry.ts';
import { LogSearchForm } from './log-search-form.tsx';
import { LogTroubleNotice } from './log-trouble-notice.tsx';
import { words } from './messages.ts';
import { findTrouble, noSearch, useAccessLog, useSpaceId, useTitles } from './queries.ts';

const reportPart = 'rapport';

/** `/logg`: who looked at what and who changed what, for who administers the space (guard P11), and how often (T30). */
export function AccessLogPage() {
  const t = useWords(words);
  const [address] = useSearchParams();
  const isReport = address.get('del') === reportPart;
  return (
    <>
      <title>{`${t('title')} · ${t('appName')}`}</title>
      <PageHeader
        title={t('title')}
        eyebrow={<Link to={paths.people()}>{t('backToPeople')}</Link>}
        lead={!isReport && <p>{t('lead')}</p>}
      />
      <Stack gap="loose">
        <Tabs
          label={t('views')}
          items={[
            { id: 'log', label: t('log'), href: paths.accessLog(), current: !isReport },
            { id: 'report', label: t('report'), href: paths.accessLog(reportPart), current: isReport },
          ]}
          renderLink={({ href, ...look }) => <Link to={href} preventScrollReset {...look} />}
        />
        {isReport ? <AccessReport /> : <LogSearchPart />}
      </Stack>
    </>
  );
}

function LogSearchPart() {
  const t = useWords(words);
  const [search, setSearch] = useState(noSearch);
  const [people, setPeople] = useState<EntryNames['people']>({});
  const log = useAccessLog(search);
  const { data: spaceId = '' } = useSpaceId();
  const { data: titles = new Map<string, string>() } = useTitles();
  const pages = log.data?.pages ?? [];
  // Kept while another search is on its way, or the choice would vanish under the hand.
  const named = pages[0]?.names;
  if (named !== undefined && named !== people) setPeople(named);
  const trouble = findTrouble(log.error);
  const entries = pages.flatMap((page) => page.entries);
  return (
    <Stack gap="loose">
      {(pages.length > 0 || Object.keys(people).length > 0) && (
        <LogSearchForm search={search} people={people} onChange={setSearch} />
      )}
      {trouble && <LogTroubleNotice trouble={trouble} onRetry={() => void log.refetch()} />}
      {log.isPending && <Skeleton lines={8} />}
      {log.isSuccess && entries.length === 0 && <EmptyState title={t('nothing')}>{t('nothingText')}</EmptyState>}
      {entries.length > 0 && <LogTable entries={entries} names={{ people, titles, spaceId }} />}
      {log.hasNextPage && (
        <div>
          <Button onClick={() => void log.fetchNextPage()} disabled={log.isFetchingNextPage}>
            {t(log.isFetchingNextPage ? 'loading' : 'older')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function LogTable({ entries, names }: { readonly entries: readonly LogEntry[]; readonly names: EntryNames }) {
  const t = useWords(words);
  const when = useWhen({ exact: true });
  const columns = (['when', 'who', 'what'] as const).map((key) => ({ key, label: t(key) }));
  return (
    <Table
      caption={t('caption')}
      columns={columns}
      rows={entries.map((entry) => ({
        key: String(entry.n),
        cells: [when(entry.at), describeWho(t, entry, names), describeEntry(t, entry, names)],
      }))}
    />
  );
}
