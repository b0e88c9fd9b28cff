import { formatCount } from '#domain/wording/numbers.ts';
import { saveCsv } from '#features/save-csv.ts';
import type { AccessReport } from '#sync/people-client.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Stack } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import type { Quarter } from './quarters.ts';
import { useSpaceId, useTitles } from './queries.ts';
import { type AccessCounts, sumCounts, toPersonLines } from './report-lines.ts';
import { reportWords } from './report-messages.ts';

interface AccessReportTablesProps {
  readonly report: AccessReport;
  readonly quarter: Quarter;
}

const counts = ['signIns', 'reads', 'changes', 'exports'] as const;
/** Nobody signs in to a promise. */
const countsOfPromise = ['reads', 'changes', 'exports'] as const;
/** Letters of an id that tell two promises apart of which the device knows no title. */
const ending = 4;

/** A row for each account, then one for each promise that the account met, and both as one file. */
export function AccessReportTables({ report, quarter }: AccessReportTablesProps) {
  const t = useWords(reportWords);
  const toScopeName = useScopeName();
  const people = toPersonLines(report, t('unknownPerson'));
  if (people.length === 0) return <EmptyState title={t('nothing')}>{t('nothingText')}</EmptyState>;
  const count = (row: AccessCounts, keys: readonly (keyof AccessCounts)[]) => keys.map((key) => formatCount(row[key]));
  const columns = (keys: readonly (keyof AccessCounts)[]) =>
    keys.map((key) => ({ key, label: t(key), numeric: true as const }));
  const met = people.flatMap(({ who, name, scopes }) =>
    scopes.filter(({ scope }) => scope !== '').map((row) => ({ key: `${who}/${row.scope}`, name, row })),
  );
  const save = () =>
    saveCsv(
      t('fileName', { quarter: quarter.key }),
      quarter.to,
      [t('person'), t('promise'), ...counts.map((key) => t(key))],
      people.flatMap(({ name, scopes }) =>
        scopes.map((row) => [name, toScopeName(row.scope), ...counts.map((key) => row[key])]),
      ),
    );
  return (
    <Stack gap="loose">
      <Table
        caption={t('people')}
        columns={[{ key: 'person', label: t('person') }, ...columns(counts)]}
        rows={people.map((line) => ({ key: line.who, cells: [line.name, ...count(line, counts)] }))}
        footer={{ key: 'sum', cells: [t('sum'), ...count(sumCounts(people), counts)] }}
      />
      {met.length > 0 && (
        <Table
          caption={t('promises')}
          columns={[
            { key: 'person', label: t('person') },
            { key: 'promise', label: t('promise') },
            ...columns(countsOfPromise),
          ]}
          rows={met.map(({ key, name, row }) => ({
            key,
            cells: [name, toScopeName(row.scope), ...count(row, countsOfPromise)],
          }))}
        />
      )}
      <div data-screen-only>
        <Cluster>
          <Button onClick={() => window.print()}>{t('print')}</Button>
          <Button onClick={() => void save()}>{t('save')}</Button>
        </Cluster>
      </div>
    </Stack>
  );
}

/** Out: what a scope is called. The log holds ids: titles are those of the promises on this device. */
function useScopeName(): (scope: string) => string {
  const t = useWords(reportWords);
  const log = useWords(words);
  const { data: spaceId = '' } = useSpaceId();
  const { data: titles } = useTitles();
  return (scope) => {
    if (scope === '') return t('noPromise');
    if (scope === spaceId) return log('wholeSpace');
    return titles?.get(scope) ?? t('onePromise', { end: scope.slice(-ending) });
  };
}
