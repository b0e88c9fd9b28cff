import { Link } from 'react-router';
import type { MeasureSum } from '#domain/progress/activity-work.ts';
import type { Activity } from '#domain/records/activity.ts';
import { formatCount } from '#domain/wording/numbers.ts';
import { formatAmount } from '#domain/wording/sentence-parts.ts';
import { LogList } from '#features/log-list.tsx';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { toWeekCells } from '#features/to-week-cells.ts';
import { useGoalView } from '#features/use-goal-view.ts';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import type { LogRow } from '#storage/progress-logs.ts';
import { RhythmStrip } from '#ui/rhythm-strip.tsx';
import { Section } from '#ui/section.tsx';
import { Split } from '#ui/split.tsx';
import { useWords } from '#ui/words.ts';
import styles from './activities.module.css';
import type { ActivityWork } from './build-activity-view.ts';
import { words } from './messages.ts';

interface ActivityWorkPartsProps {
  readonly activity: Activity;
  readonly overview: PromiseOverview;
  readonly work: ActivityWork;
}

/** The work itself: week by week, in sum, planned and latest. */
export function ActivityWorkParts({ activity, overview, work }: ActivityWorkPartsProps) {
  const t = useWords(words);
  const all = <Link to={paths.logs({ activityId: activity.id, promiseId: activity.promiseId })}>{t('all')}</Link>;
  return (
    <>
      <Rhythm activity={activity} work={work} />
      <Section title={t('sums')}>
        <dl className={styles.sums}>
          {work.sums.map((sum) => (
            <Sum key={sum.measureId} sum={sum} />
          ))}
        </dl>
      </Section>
      <Split>
        <Section title={t('next')} aside={work.planned.length || undefined}>
          <Logs logs={work.planned.slice(0, nextShown)} overview={overview} none={t('nextNone')} brief />
        </Section>
        <Section title={t('latest')} actions={<span data-screen-only>{all}</span>}>
          <Logs logs={work.latest} overview={overview} none={t('latestNone')} />
        </Section>
      </Split>
    </>
  );
}

const nextShown = 5;

function Rhythm({ activity, work }: Pick<ActivityWorkPartsProps, 'activity' | 'work'>) {
  const t = useWords(words);
  const language = useLanguage();
  const sum = formatCount(work.sums[0]?.sum ?? 0);
  return (
    <Section title={t('rhythm')}>
      {work.weeks ? (
        <>
          <RhythmStrip
            label={t('rhythmLabel', { activity: activity.shortName, sum })}
            cells={toWeekCells(work.weeks, language)}
          />
          <p className={styles.quiet}>{t('rhythmNote')}</p>
        </>
      ) : (
        <p>{t('rhythmUndated')}</p>
      )}
    </Section>
  );
}

/** A sum about people is for the owner's eyes, and not for paper. */
function Sum({ sum: { name, unit, sum, personRelated } }: { readonly sum: MeasureSum }) {
  const t = useWords(words);
  const viewOf = useGoalView();
  if (viewOf({ personRelated }) === 'masked') return null;
  return (
    <div className={styles.sum} data-screen-only={personRelated || undefined}>
      <dt className={styles.quiet}>
        {name}
        {personRelated && ` · ${t('personRelated')}`}
      </dt>
      <dd className={sum === undefined ? styles.none : undefined}>
        {sum === undefined ? t('sumNone') : formatAmount(sum, unit)}
      </dd>
    </div>
  );
}

interface LogsProps {
  readonly logs: readonly LogRow[];
  readonly overview: PromiseOverview;
  readonly none: string;
  readonly brief?: boolean | undefined;
}

function Logs({ logs, overview, none, brief }: LogsProps) {
  const { clock } = useServices();
  if (logs.length === 0) return <p>{none}</p>;
  const { activities, promise } = overview;
  return <LogList {...{ logs, activities, brief }} parties={promise.parties} today={clock.today()} />;
}
