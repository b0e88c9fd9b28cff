import { Link } from 'react-router';
import type { Day } from '#domain/calendar/day.ts';
import type { AgendaEntry } from '#domain/progress/agenda.ts';
import { formatMonth, formatRelativeDay } from '#domain/wording/days.ts';
import { paths } from '#features/paths.ts';
import { useLanguage } from '#features/use-language.ts';
import { DayList } from '#ui/day-list.tsx';
import { Section } from '#ui/section.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

interface AgendaListProps {
  readonly entries: readonly AgendaEntry[];
  readonly today: Day;
}

/** The days month by month. */
export function MonthList({ entries, today }: AgendaListProps) {
  const language = useLanguage();
  const months = Map.groupBy(entries, (entry) => entry.date.slice(0, 7));
  return [...months].map(([month, ofMonth]) => (
    <Section key={month} title={formatMonth(`${month}-01`, language)}>
      <AgendaList entries={ofMonth} today={today} />
    </Section>
  ));
}

export function AgendaList({ entries, today }: AgendaListProps) {
  const t = useWords(words);
  const language = useLanguage();
  return (
    <DayList
      items={entries.map((entry) => ({
        key: `${entry.key}:${entry.kind}`,
        day: formatRelativeDay(entry.date, today, language),
        title: <EntryLink entry={entry} />,
        text: [t(`kind-${entry.kind}`), entry.of === entry.name ? undefined : entry.of].filter(Boolean).join(' · '),
        mark: <EntryMark entry={entry} today={today} />,
      }))}
    />
  );
}

function EntryLink({ entry }: { readonly entry: AgendaEntry }) {
  const { promiseId, goalId, logId, followUpId, kind } = entry;
  if (logId) return <Link to={paths.log(logId)}>{entry.name}</Link>;
  if (goalId) return <Link to={paths.goal(promiseId, goalId)}>{entry.name}</Link>;
  if (followUpId) return <Link to={paths.followUp(followUpId)}>{entry.name}</Link>;
  if (kind === 'follow-up-due') return <Link to={paths.followUps(promiseId)}>{entry.name}</Link>;
  return <Link to={paths.promise(promiseId)}>{entry.name}</Link>;
}

/** Said only of what somebody is to do: a promise that begins is neither done nor late. */
function EntryMark({ entry, today }: { readonly entry: AgendaEntry; readonly today: Day }) {
  const t = useWords(words);
  if (entry.kind === 'period-start' || entry.kind === 'deviation-start' || entry.kind === 'deviation-end') return null;
  if (entry.done) return <StatusMark tone="done" word={t('done')} />;
  if (entry.date < today) return <StatusMark tone="late" word={t('late')} />;
  if (entry.date === today) return <StatusMark tone="risk" word={t('today')} />;
  return <StatusMark tone="quiet" word={t('coming')} />;
}
