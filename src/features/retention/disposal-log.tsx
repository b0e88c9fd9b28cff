import { formatDayOf } from '#domain/wording/instants.ts';
import { formatCount } from '#domain/wording/numbers.ts';
import { useLanguage } from '#features/use-language.ts';
import type { Disposal } from '#storage/disposals.ts';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

/** When, on whose decision, by which functions, how many of what. Never what it said. */
export function DisposalLog({ disposals }: { readonly disposals: readonly Disposal[] }) {
  const t = useWords(words);
  const language = useLanguage();
  return (
    <Section id="gallrat" title={t('log')}>
      <Stack>
        <p>{disposals.length > 0 ? t('logHint') : t('logEmpty')}</p>
        {disposals.length > 0 && (
          <Table
            caption={t('log')}
            captionHidden
            columns={[
              { key: 'when', label: t('when') },
              { key: 'decision', label: t('decision') },
              { key: 'who', label: t('who') },
              { key: 'what', label: t('what') },
            ]}
            rows={disposals.map(({ id, at, reach, decision, prepared, approved, counts }) => ({
              key: id,
              cells: [
                `${formatDayOf(at, language)}, ${t(`reach-${reach}`)}`,
                decision,
                t('whoBoth', { first: prepared.function, second: approved.function }),
                counts.map(({ kind, year, count }) => `${t(`kind-${kind}`)} ${year}: ${formatCount(count)}`).join('; '),
              ],
            }))}
          />
        )}
      </Stack>
    </Section>
  );
}
