import type { ActivityWork } from '#domain/report/report-input.ts';
import { formatNumber } from '#domain/wording/numbers.ts';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import type { FollowUpRecords } from './read-follow-up.ts';

interface LateWorkProps {
  readonly records: FollowUpRecords;
  readonly late: readonly ActivityWork[];
}

/** What came after the freeze, beside what was frozen: "5 (+1)". */
export function LateWork({ records, late }: LateWorkProps) {
  const t = useWords(words);
  const names = new Map(records.overview.activities.map(({ id, shortName }) => [id, shortName]));
  return (
    <Section title={t('lateTitle')}>
      <p>{t('lateText')}</p>
      <Table
        caption={t('lateCaption')}
        columns={[
          { key: 'name', label: t('activity') },
          { key: 'count', label: t('occasions'), numeric: true },
        ]}
        rows={late.map(({ activityId, done, lateReported }) => ({
          key: activityId,
          cells: [
            names.get(activityId) ?? '',
            t('lateCell', { done: formatNumber(done), late: formatNumber(lateReported) }),
          ],
        }))}
      />
    </Section>
  );
}
