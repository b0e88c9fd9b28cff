import { useSearchParams } from 'react-router';
import { formatWeek } from '#domain/wording/days.ts';
import type { Language } from '#domain/wording/locale.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useWords } from '#ui/words.ts';
import { listWeeks } from './list-weeks.ts';
import { words } from './messages.ts';
import styles from './overview.module.css';
import { changeFilters, hasFilters, type OverviewFilters } from './overview-filters.ts';

interface FilterBarProps {
  readonly overview: PromiseOverview;
  readonly filters: OverviewFilters;
}

/** What is shown; folded while everything is. The choice is in the address, so the link can be shared. */
export function FilterBar({ overview, filters }: FilterBarProps) {
  const t = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const [search, setSearch] = useSearchParams();
  const change = (changes: Partial<OverviewFilters>) =>
    setSearch(changeFilters(search, changes), { replace: true, preventScrollReset: true });
  const weeks = listWeeks(overview.promise, clock.today(), language);
  const label = ({ week, days }: (typeof weeks)[number]) => t('week', { week, days });
  return (
    <div className={styles.filter} data-screen-only={!hasFilters(filters) || undefined}>
      <Disclosure
        open={hasFilters(filters)}
        summary={`${t('filter')}: ${describeFilters(filters, overview, language) || t('filterOff')}`}
      >
        <div className={styles.filters}>
          <SelectField
            label={t('filterParty')}
            emptyLabel={t('allParties')}
            value={filters.partyId ?? ''}
            onChange={(partyId) => change({ partyId })}
            options={overview.promise.parties.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            label={t('filterArea')}
            emptyLabel={t('allAreas')}
            value={filters.focusAreaId ?? ''}
            onChange={(focusAreaId) => change({ focusAreaId })}
            options={overview.focusAreas.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            label={t('filterFrom')}
            emptyLabel={t('periodStart')}
            value={filters.from ?? ''}
            onChange={(from) => change({ from })}
            options={weeks
              .filter(({ from }) => from <= (filters.to ?? clock.today()))
              .map((week) => ({ value: week.from, label: label(week) }))}
          />
          <SelectField
            label={t('filterTo')}
            emptyLabel={t('periodToday')}
            value={filters.to ?? ''}
            onChange={(to) => change({ to })}
            options={weeks
              .filter(({ to }) => to >= (filters.from ?? ''))
              .map((week) => ({ value: week.to, label: label(week) }))}
          />
          {hasFilters(filters) && (
            <Button
              kind="quiet"
              onClick={() => change({ partyId: undefined, focusAreaId: undefined, from: undefined, to: undefined })}
            >
              {t('clearFilters')}
            </Button>
          )}
        </div>
      </Disclosure>
    </div>
  );
}

function describeFilters(
  filters: OverviewFilters,
  { promise, focusAreas }: PromiseOverview,
  language: Language,
): string {
  const { partyId, focusAreaId, from, to } = filters;
  const weeks = [from, to].map((day) => (day ? formatWeek(day, language) : ''));
  return [
    promise.parties.find(({ id }) => id === partyId)?.name,
    focusAreas.find(({ id }) => id === focusAreaId)?.name,
    from || to ? weeks.join('–') : undefined,
  ]
    .filter(Boolean)
    .join(' · ');
}
