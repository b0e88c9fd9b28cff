import { Link } from 'react-router';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import { useWords } from '#ui/words.ts';
import { computeGoals, sumUpPromise } from './compute-goals.ts';
import { words } from './messages.ts';
import { usePortfolio } from './queries.ts';
import { ViewTabs } from './view-tabs.tsx';

interface PortfolioViewProps {
  readonly promises: readonly CitizenPromise[];
}

/** Every promise in one table, the latest first. Promises differ, so none is ranked against another. */
export function PortfolioView({ promises }: PortfolioViewProps) {
  const t = useWords(words);
  const { data: overviews } = usePortfolio(promises.map(({ id }) => id));
  return (
    <>
      <PageHeader title={t('portfolioTitle')} />
      <ViewTabs view="all" isOneOfSeveral />
      {overviews ? (
        <Table
          caption={t('portfolioCaption')}
          captionHidden
          columns={[
            { key: 'promise', label: t('portfolioPromise') },
            { key: 'municipality', label: t('portfolioMunicipality') },
            { key: 'sentence', label: t('portfolioSentence') },
            { key: 'met', label: t('portfolioMet'), numeric: true },
          ]}
          rows={overviews.map((overview) => ({
            key: overview.promise.id,
            cells: [
              <PromiseLink key="promise" promise={overview.promise} />,
              overview.promise.municipalities.map(({ name }) => name).join(', ') || t('portfolioUnknown'),
              <Standing key="sentence" overview={overview} part="sentence" />,
              <Standing key="met" overview={overview} part="met" />,
            ],
          }))}
        />
      ) : (
        <Skeleton lines={6} />
      )}
    </>
  );
}

function PromiseLink({ promise }: { readonly promise: CitizenPromise }) {
  const t = useWords(words);
  return (
    <span>
      <Link to={paths.overview(promise.id)}>{promise.title}</Link> {promise.example && <Tag>{t('example')}</Tag>}
    </span>
  );
}

interface StandingProps {
  readonly overview: PromiseOverview;
  readonly part: 'sentence' | 'met';
}

function Standing({ overview, part }: StandingProps) {
  const t = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const { rollUp, sentence } = sumUpPromise(computeGoals(overview, clock.today()), language);
  if (part === 'sentence') return sentence;
  return rollUp.decided === 0 ? '–' : t('portfolioOf', { met: rollUp.met, decided: rollUp.decided });
}
