import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { PageHeader } from '#ui/page-header.tsx';
import { RadioCards } from '#ui/radio-cards.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { EmptyStart } from './empty-start.tsx';
import { ExampleStart } from './example-start.tsx';
import { words } from './messages.ts';
import { PredecessorStart } from './predecessor-start.tsx';
import { TextStart } from './text-start.tsx';

const ways = ['text', 'tomt', 'forra', 'exempel'] as const;
type Way = (typeof ways)[number];

/** `/loften/nytt`: the ways in. Which one is chosen stands in the address. */
export function NewPromisePage() {
  const t = useWords(words);
  const [search, setSearch] = useSearchParams();
  // The address follows the choice: waiting for it would let the radio button fall back for a moment.
  const [way, setWay] = useState(() => ways.find((known) => known === search.get('satt')) ?? null);
  const choose = (chosen: Way) => {
    setWay(chosen);
    setSearch({ satt: chosen }, { replace: true });
  };
  return (
    <>
      <title>{`${t('title')} · ${t('appName')}`}</title>
      <PageHeader title={t('title')} lead={<p>{t('lead')}</p>} />
      <Stack gap="loose" readable>
        <RadioCards<Way>
          label={t('ways')}
          value={way}
          options={[
            { value: 'text', title: t('text'), detail: t('textText') },
            { value: 'tomt', title: t('empty'), detail: t('emptyText') },
            { value: 'forra', title: t('predecessor'), detail: t('predecessorText') },
            { value: 'exempel', title: t('examples'), detail: t('examplesText') },
          ]}
          onChange={choose}
        />
        {way === 'text' && <TextStart />}
        {way === 'tomt' && <EmptyStart />}
        {way === 'forra' && <PredecessorStart chosen={search.get('lofte') ?? undefined} />}
        {way === 'exempel' && <ExampleStart />}
      </Stack>
    </>
  );
}
