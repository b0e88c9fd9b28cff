import { useSearchParams } from 'react-router';
import { listPoliceAreas, pickPortfolio } from '#domain/portfolio/group-promises.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Section } from '#ui/section.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import { computeGoals, sumUpPromise } from './compute-goals.ts';
import { words } from './messages.ts';
import styles from './overview.module.css';
import { changeArea, parseArea } from './overview-filters.ts';
import { PortfolioCard } from './portfolio-card.tsx';
import { portfolioWords } from './portfolio-messages.ts';
import { PortfolioTable } from './portfolio-table.tsx';
import { usePortfolio } from './queries.ts';
import { ViewTabs } from './view-tabs.tsx';

interface PortfolioViewProps {
  readonly promises: readonly CitizenPromise[];
}

/** The promises of a police area side by side, each told the same way. They differ, so none is ranked against another. */
export function PortfolioView({ promises }: PortfolioViewProps) {
  const t = useWords(portfolioWords);
  const own = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const [search, setSearch] = useSearchParams();
  const areas = listPoliceAreas(promises);
  const area = parseArea(search, areas);
  const shown = pickPortfolio(promises, area);
  const { data: overviews } = usePortfolio(shown.map(({ id }) => id));
  const rows = overviews?.map((overview) => {
    const standings = computeGoals(overview, clock.today());
    return { overview, standings, verdict: sumUpPromise(standings, language) };
  });
  return (
    <>
      <PageHeader title={area === undefined ? own('portfolioTitle') : t('areaTitle', { area })} />
      <ViewTabs view="all" isOneOfSeveral />
      {areas.length > 0 && (
        <div className={styles.filters} data-screen-only>
          <SelectField
            label={t('area')}
            emptyLabel={t('allAreas')}
            value={area ?? ''}
            onChange={(name) => setSearch(changeArea(search, name), { replace: true, preventScrollReset: true })}
            options={areas.map((name) => ({ value: name, label: name }))}
          />
        </div>
      )}
      <p className={styles.quiet}>
        {t('count', { count: shown.length })}. {t('lead')}
      </p>
      {rows ? (
        <>
          <div className={styles.cards}>
            {rows.map((row) => (
              <PortfolioCard key={row.overview.promise.id} row={row} />
            ))}
          </div>
          <Disclosure summary={t('asTable')}>
            <PortfolioTable rows={rows} />
          </Disclosure>
          <Section title={t('howTitle')}>
            <p>{t('how')}</p>
          </Section>
        </>
      ) : (
        <Skeleton lines={6} />
      )}
    </>
  );
}
