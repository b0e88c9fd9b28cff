import type { DisposalCount } from '#domain/records/retention.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { formatCount } from '#domain/wording/numbers.ts';
import { useLanguage } from '#features/use-language.ts';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import type { RetentionDesk } from './queries.ts';

/** What is due, by kind and year, and what stays and why. Counts, never content. */
export function PreviewPart({ desk: { plan } }: { readonly desk: RetentionDesk }) {
  const t = useWords(words);
  const language = useLanguage();
  return (
    <Section id="forhandsvisning" title={t('preview')}>
      <Stack>
        {plan.counts.length === 0 ? <p>{t('nothingDue')}</p> : <CountTable counts={plan.counts} />}
        {plan.kept.length > 0 && (
          <Table
            caption={t('keptTitle')}
            columns={[
              { key: 'kind', label: t('kind') },
              { key: 'count', label: t('count'), numeric: true },
              { key: 'why', label: t('why') },
            ]}
            rows={plan.kept.map(({ kind, reason, count, dueOn }) => ({
              key: `${kind}/${reason}`,
              cells: [
                t(`kind-${kind}`),
                formatCount(count),
                t(`why-${reason}`, { day: dueOn ? formatDateWithYear(dueOn, language) : '' }),
              ],
            }))}
          />
        )}
        {plan.counts.length > 0 && <Notice kind="info">{t('frozenNote')}</Notice>}
      </Stack>
    </Section>
  );
}

/** How many of each kind and year. */
export function CountTable({ counts }: { readonly counts: readonly DisposalCount[] }) {
  const t = useWords(words);
  const sum = counts.reduce((total, { count }) => total + count, 0);
  return (
    <Table
      caption={t('dueTitle')}
      columns={[
        { key: 'kind', label: t('kind') },
        { key: 'year', label: t('year') },
        { key: 'count', label: t('count'), numeric: true },
      ]}
      rows={counts.map(({ kind, year, count }) => ({
        key: `${kind}/${year}`,
        cells: [t(`kind-${kind}`), year, formatCount(count)],
      }))}
      footer={{ key: 'sum', cells: [t('sum'), '', formatCount(sum)] }}
    />
  );
}
