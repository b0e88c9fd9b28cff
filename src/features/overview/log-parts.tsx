import { Link } from 'react-router';
import type { Day } from '#domain/calendar/day.ts';
import type { DisposedOn } from '#domain/progress/goal-progress.ts';
import { describeDisposed } from '#domain/wording/describe-disposed.ts';
import { disposedWords } from '#domain/wording/disposed-words.ts';
import { LogList } from '#features/log-list.tsx';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import type { LogRow } from '#storage/progress-logs.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { useLatestLogs, usePlannedLogs } from './queries.ts';

/** As many as the latest beside them. */
const plannedFirst = 10;

interface LogPartProps {
  readonly overview: PromiseOverview;
}

export function LatestLogs({
  overview,
  from,
  asOf,
  disposed,
}: LogPartProps & {
  readonly from?: Day | undefined;
  readonly asOf: Day;
  readonly disposed?: DisposedOn | undefined;
}) {
  const t = useWords(words);
  const language = useLanguage();
  const none = disposed ? disposedWords[language].logs(describeDisposed(disposed, language)) : t('latestNone');
  const { data: logs } = useLatestLogs(overview.promise.id, from, asOf);
  const all = <Link to={paths.logs({ promiseId: overview.promise.id })}>{t('allLogs')}</Link>;
  return (
    <Section title={t('latest')} actions={<span data-screen-only>{all}</span>}>
      <Logs logs={logs} overview={overview} none={none} />
    </Section>
  );
}

export function PlannedLogs({ overview }: LogPartProps) {
  const t = useWords(words);
  const { data: logs } = usePlannedLogs(overview.promise.id);
  const later = logs?.slice(plannedFirst) ?? [];
  return (
    <Section title={t('planned')} aside={logs?.length}>
      <Logs logs={logs?.slice(0, plannedFirst)} overview={overview} none={t('plannedNone')} brief />
      {later.length > 0 && (
        <div data-screen-only>
          <Disclosure summary={t('plannedLater', { count: later.length })}>
            <Logs logs={later} overview={overview} none="" brief />
          </Disclosure>
        </div>
      )}
    </Section>
  );
}

interface LogsProps extends LogPartProps {
  readonly logs: readonly LogRow[] | undefined;
  readonly none: string;
  readonly brief?: boolean | undefined;
}

function Logs({ logs, overview, none, brief }: LogsProps) {
  const { clock } = useServices();
  if (!logs) return <Skeleton lines={5} />;
  if (logs.length === 0) return <p>{none}</p>;
  const { activities, promise } = overview;
  return <LogList logs={logs} activities={activities} parties={promise.parties} today={clock.today()} brief={brief} />;
}
