import { Link } from 'react-router';
import type { Day } from '#domain/calendar/day.ts';
import { countWeeks, findActivityPauses, findWorkSpan } from '#domain/progress/activity-work.ts';
import type { Activity } from '#domain/records/activity.ts';
import { paths } from '#features/paths.ts';
import { toWeekCells } from '#features/to-week-cells.ts';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { RhythmStrip } from '#ui/rhythm-strip.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import styles from './overview.module.css';
import { isWithin, type OverviewFilters } from './overview-filters.ts';
import { useActivityLogs } from './queries.ts';

interface RhythmViewProps {
  readonly overview: PromiseOverview;
  readonly filters: OverviewFilters;
  readonly asOf: Day;
}

/** The weeks of each activity: when the work was done, and when it was planned and did not happen. */
export function RhythmView({ overview, filters, asOf }: RhythmViewProps) {
  const t = useWords(words);
  const span = findWorkSpan(overview.promise, asOf);
  const shown = overview.activities.filter((activity) => showsActivity(activity, filters, overview));
  if (shown.length === 0) return <p>{t('rhythmNone')}</p>;
  if (!span) return <p>{t('rhythmUndated')}</p>;
  const from = filters.from !== undefined && filters.from > span.from ? filters.from : span.from;
  const to = filters.to !== undefined && filters.to < span.to ? filters.to : span.to;
  return (
    <Stack>
      <p>{t('rhythmLead')}</p>
      {shown.map((activity) => (
        <ActivityStrip key={activity.id} {...{ activity, overview, asOf, from, to }} />
      ))}
    </Stack>
  );
}

interface ActivityStripProps {
  readonly activity: Activity;
  readonly overview: PromiseOverview;
  readonly asOf: Day;
  readonly from: Day;
  readonly to: Day;
}

function ActivityStrip({ activity, overview, asOf, from, to }: ActivityStripProps) {
  const language = useLanguage();
  const { data: logs } = useActivityLogs(activity.id);
  const pauses = findActivityPauses(activity, overview.deviations, asOf);
  return (
    <section className={styles.activity} data-keep-together>
      <h2 className={styles.small}>
        <Link to={paths.activity(overview.promise.id, activity.id)}>{activity.shortName}</Link>
      </h2>
      {logs ? (
        <RhythmStrip
          label={activity.shortName}
          cells={toWeekCells(countWeeks({ activity, logs, asOf }, { from, to }, pauses), language)}
        />
      ) : (
        <Skeleton lines={2} />
      )}
    </section>
  );
}

const showsActivity = (activity: Activity, { partyId, focusAreaId }: OverviewFilters, { promise }: PromiseOverview) =>
  (focusAreaId === undefined || activity.focusAreaId === focusAreaId) &&
  (partyId === undefined || activity.parties.some((party) => isWithin(party.partyId, partyId, promise.parties)));
