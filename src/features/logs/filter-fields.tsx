import type { Activity } from '#domain/records/activity.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Party } from '#domain/records/party.ts';
import { logStateWord } from '#domain/wording/log-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { LazyDateField } from '#ui/lazy-date-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useWords } from '#ui/words.ts';
import { type LogFilters, stateFilters } from './log-filters.ts';
import styles from './logs.module.css';
import { words } from './messages.ts';

interface FilterFieldsProps {
  readonly filters: LogFilters;
  readonly onChange: (changes: LogFilters) => void;
  readonly activities: readonly Activity[];
  readonly goals: readonly Goal[];
  readonly parties: readonly Party[];
}

/** One field per filter; an empty one does not narrow. */
export function FilterFields({ filters, onChange, activities, goals, parties }: FilterFieldsProps) {
  const t = useWords(words);
  const language = useLanguage();
  const places = listPlaces(activities, filters.place);
  const choose = (name: keyof LogFilters) => (value: string) => onChange({ [name]: value || undefined });
  return (
    <div className={styles.filters}>
      <SelectField
        label={t('activity')}
        emptyLabel={t('all')}
        options={activities.map((activity) => ({ value: activity.id, label: activity.shortName }))}
        value={filters.activityId ?? ''}
        onChange={choose('activityId')}
      />
      <SelectField
        label={t('goal')}
        emptyLabel={t('all')}
        options={goals.map((goal) => ({ value: goal.id, label: goal.shortName }))}
        value={filters.goalId ?? ''}
        onChange={choose('goalId')}
      />
      <SelectField
        label={t('party')}
        emptyLabel={t('all')}
        options={parties.map((party) => ({ value: party.id, label: party.name }))}
        value={filters.partyId ?? ''}
        onChange={choose('partyId')}
      />
      {places.length > 0 && (
        <SelectField
          label={t('place')}
          emptyLabel={t('all')}
          options={places.map((place) => ({ value: place, label: place }))}
          value={filters.place ?? ''}
          onChange={choose('place')}
        />
      )}
      <SelectField
        label={t('state')}
        emptyLabel={t('all')}
        options={stateFilters.map((state) => ({
          value: state,
          label: state === 'withdrawn' ? t('withdrawn') : logStateWord(state, language),
        }))}
        value={filters.state ?? ''}
        onChange={(value) => onChange({ state: stateFilters.find((state) => state === value) })}
      />
      <LazyDateField label={t('from')} value={filters.from ?? ''} onChange={choose('from')} />
      <LazyDateField label={t('to')} value={filters.to ?? ''} onChange={choose('to')} />
    </div>
  );
}

/** Places that are promised, and the one asked for: a link may name any. */
const listPlaces = (activities: readonly Activity[], asked: string | undefined): readonly string[] =>
  [...new Set([...activities.flatMap((activity) => activity.places), ...(asked ? [asked] : [])])].sort((left, right) =>
    left.localeCompare(right, 'sv'),
  );
