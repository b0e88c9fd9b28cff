import { Link } from 'react-router';
import { type ClosingCheck, checkClosing, type OpenItem } from '#domain/follow-up/closing-checks.ts';
import { paths } from '#features/paths.ts';
import { type MarkedItem, MarkedList } from '#ui/marked-list.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import { type FollowUpTab, followUpTabs } from './follow-up-tabs.ts';
import { words } from './messages.ts';
import type { FollowUpRecords } from './read-follow-up.ts';

/** Most items that are named one by one. */
const shown = 5;

/** In: a follow-up's records. Out: its checks: all of them before it is frozen. */
export const toChecks = (records: FollowUpRecords): readonly ClosingCheck[] =>
  checkClosing({ ...records.overview, ...records });

/** What has to be in order before the follow-up is frozen, with a way to each thing that is not. */
export function ClosingChecks({ records }: { readonly records: FollowUpRecords }) {
  const t = useWords(words);
  const checks = toChecks(records);
  const left = checks.filter(({ holds }) => !holds).length;
  return (
    <Section title={t('checks')}>
      <MarkedList
        label={t('checksLabel', { left })}
        items={checks.map((check) => ({
          key: check.key,
          ...look(check),
          text: t(check.key),
          aside: check.holds ? t('holds') : t(check.weight),
          note: check.holds ? undefined : <OpenItems check={check} records={records} />,
        }))}
      />
    </Section>
  );
}

const look = ({ holds, weight }: ClosingCheck): Pick<MarkedItem, 'sign' | 'tone'> => {
  if (holds) return { sign: 'check', tone: 'done' };
  return weight === 'must' ? { sign: 'diamond', tone: 'late' } : { sign: 'ring', tone: 'quiet' };
};

/** Where on this page it is mended; the others are mended at the item itself. */
const partOf: Readonly<Partial<Record<ClosingCheck['key'], FollowUpTab>>> = {
  'all-judged': 'assessing',
  'all-reviewed': 'sealing',
};

interface OpenItemsProps {
  readonly check: ClosingCheck;
  readonly records: FollowUpRecords;
}

function OpenItems({ check, records }: OpenItemsProps) {
  const t = useWords(words);
  const { open, count } = check;
  if (open.length === 0) return t('left', { count });
  const part = partOf[check.key];
  const { row } = records;
  if (part && row) return <Link to={paths.followUp(row.id, followUpTabs[part])}>{t('left', { count })}</Link>;
  const names = open.slice(0, shown).map((item, index) => (
    <span key={item.id}>
      {index > 0 && ', '}
      <OpenItemLink item={item} promiseId={records.overview.promise.id} />
    </span>
  ));
  return (
    <>
      {names}
      {open.length > shown && ` … ${t('left', { count: open.length })}`}
    </>
  );
}

function OpenItemLink({ item, promiseId }: { readonly item: OpenItem; readonly promiseId: string }) {
  if (item.table === 'parties') return item.name;
  const to = item.table === 'goals' ? paths.goal(promiseId, item.id) : paths.activity(promiseId, item.id);
  return <Link to={to}>{item.name}</Link>;
}
