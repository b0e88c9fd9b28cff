import { Cluster } from '#ui/cluster.tsx';
import { LazyDateField } from '#ui/lazy-date-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import type { LogSearch } from './queries.ts';

interface LogSearchFormProps {
  readonly search: LogSearch;
  readonly people: Readonly<Record<string, string>>;
  readonly onChange: (search: LogSearch) => void;
}

/** Whose doings, and when. What is chosen is looked for at once. */
export function LogSearchForm({ search, people, onChange }: LogSearchFormProps) {
  const t = useWords(words);
  const options = Object.entries(people)
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label));
  return (
    <Cluster gap="normal" align="start">
      <SelectField
        label={t('person')}
        value={search.person}
        onChange={(person) => onChange({ ...search, person })}
        options={options}
        emptyLabel={t('everybody')}
      />
      <LazyDateField label={t('from')} value={search.from} onChange={(from) => onChange({ ...search, from })} />
      <LazyDateField label={t('to')} value={search.to} onChange={(to) => onChange({ ...search, to })} />
    </Cluster>
  );
}
