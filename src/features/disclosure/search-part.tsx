import { useState } from 'react';
import { type DisclosureItem, searchItems } from '#domain/disclosure/disclosure-item.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { LazyDateField } from '#ui/lazy-date-field.tsx';
import { Section } from '#ui/section.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { type DisclosureDesk, readItems } from './queries.ts';

interface SearchPartProps {
  readonly desk: DisclosureDesk;
  readonly chosen: readonly DisclosureItem[];
  readonly onChoose: (items: readonly DisclosureItem[]) => void;
}

const mostShown = 100;

/** By promise, period and words; what is found is chosen one by one. */
export function SearchPart({ desk, chosen, onChoose }: SearchPartProps) {
  const t = useWords(words);
  const { db } = useServices();
  const [promiseId, setPromiseId] = useState('');
  const [search, setSearch] = useState({ words: '', from: '', to: '' });
  const [found, setFound] = useState<readonly DisclosureItem[]>();
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  const find = async () => {
    const promises = desk.promises.filter(({ id }) => promiseId === '' || id === promiseId);
    setFound(searchItems(await readItems(db, promises), search));
  };
  return (
    <Section id="sok" title={t('search')}>
      <Stack>
        <Stack readable>
          <SelectField
            label={t('promise')}
            emptyLabel={t('allPromises')}
            value={promiseId}
            options={desk.promises.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={setPromiseId}
          />
          <LazyDateField
            label={t('from')}
            optional
            value={search.from}
            onChange={(from) => setSearch({ ...search, from })}
          />
          <LazyDateField label={t('to')} optional value={search.to} onChange={(to) => setSearch({ ...search, to })} />
          <TextField
            type="search"
            label={t('words')}
            hint={t('wordsHint')}
            optional
            value={search.words}
            onChange={(typed) => setSearch({ ...search, words: typed })}
          />
          <div>
            <Button kind="primary" onClick={() => find().catch(setFault)}>
              {t('find')}
            </Button>
          </div>
        </Stack>
        <p role="status">{found && t('found', { count: found.length })}</p>
        {found && found.length > 0 && <Results found={found} chosen={chosen} onChoose={onChoose} />}
      </Stack>
    </Section>
  );
}

interface ResultsProps extends Pick<SearchPartProps, 'chosen' | 'onChoose'> {
  readonly found: readonly DisclosureItem[];
}

function Results({ found, chosen, onChoose }: ResultsProps) {
  const t = useWords(words);
  const language = useLanguage();
  const shown = found.slice(0, mostShown);
  const keys = new Set(chosen.map(({ key }) => key));
  const isAll = shown.every(({ key }) => keys.has(key));
  const set = (items: readonly DisclosureItem[], isChosen: boolean) => {
    const changed = new Set(items.map(({ key }) => key));
    const others = chosen.filter(({ key }) => !changed.has(key));
    onChoose(isChosen ? [...others, ...items] : others);
  };
  return (
    <Stack>
      {found.length > mostShown && <p>{t('more', { shown: mostShown })}</p>}
      <Checkbox label={t('chooseAll')} checked={isAll} onChange={(isChosen) => set(shown, isChosen)} />
      {shown.map((item) => (
        <Checkbox
          key={item.key}
          label={t('choose', { kind: t(`kind-${item.table}`), day: formatDateWithYear(item.day, language) })}
          hint={item.fields.map(({ text }) => text).join(' · ')}
          checked={keys.has(item.key)}
          onChange={(isChosen) => set([item], isChosen)}
        />
      ))}
      <p>{t('chosen', { count: chosen.length })}</p>
    </Stack>
  );
}
