import type { Day } from '#domain/calendar/day.ts';
import { formatDay } from '#domain/wording/days.ts';
import { describeFigure } from '#domain/wording/describe-outcome.ts';
import { findLatest } from '#features/disposed-note.tsx';
import { GoalRow, GoalRows } from '#features/goal-row.tsx';
import { useServices } from '#features/services.ts';
import { useGoalView } from '#features/use-goal-view.ts';
import { useLanguage } from '#features/use-language.ts';
import { useOfficialProgress } from '#features/use-official-progress.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { Section } from '#ui/section.tsx';
import { Split } from '#ui/split.tsx';
import { useWords } from '#ui/words.ts';
import type { GoalStanding } from './compute-goals.ts';
import { type GoalGroup, groupGoals } from './group-goals.ts';
import { LatestLogs, PlannedLogs } from './log-parts.tsx';
import { words } from './messages.ts';
import styles from './overview.module.css';
import type { OverviewFilters } from './overview-filters.ts';
import { isReviewNear, PictureReminder } from './picture-reminder.tsx';
import { ThreeQuestions } from './three-questions.tsx';

interface GoalsViewProps {
  readonly overview: PromiseOverview;
  readonly standings: readonly GoalStanding[];
  /** Those the filter hides, too: the three questions are about the whole promise. */
  readonly all: readonly GoalStanding[];
  readonly filters: OverviewFilters;
  readonly asOf: Day;
}

/** Every goal in one line, in groups: what needs to be discussed comes first. */
export function GoalsView({ overview, standings, all, filters, asOf }: GoalsViewProps) {
  const t = useWords(words);
  const { clock } = useServices();
  const titles: Readonly<Record<GoalGroup, string>> = {
    talk: t('groupTalk'),
    good: t('groupGood'),
    waiting: t('groupWaiting'),
    effects: t('groupEffects'),
    unmeasured: t('groupUnmeasured'),
    rescoped: t('groupRescoped'),
    disposed: t('groupDisposed'),
  };
  const groups = groupGoals(standings);
  const reminder = isReviewNear(overview.promise, clock.today());
  return (
    <>
      {reminder && !groups.some(({ group }) => group === 'talk') && (
        <Section title={titles.talk}>
          <PictureReminder promise={overview.promise} />
        </Section>
      )}
      {groups.map(({ group, standings: own }) => (
        <Section key={group} title={titles[group]} aside={own.length}>
          {group === 'talk' && reminder && <PictureReminder promise={overview.promise} />}
          {group === 'effects' && <p className={styles.quiet}>{t('effectsNote')}</p>}
          <GoalRows>
            {own.map((standing) => (
              <StandingRow key={standing.goal.id} standing={standing} overview={overview} />
            ))}
          </GoalRows>
        </Section>
      ))}
      <p className={styles.quiet}>{t('signsNote')}</p>
      <ThreeQuestions activities={overview.activities} standings={all} />
      <Split>
        <LatestLogs
          overview={overview}
          from={filters.from}
          asOf={asOf}
          disposed={findLatest(all.map(({ progress }) => progress))}
        />
        <PlannedLogs overview={overview} />
      </Split>
    </>
  );
}

interface StandingRowProps {
  readonly standing: GoalStanding;
  readonly overview: PromiseOverview;
}

function StandingRow({ standing: { goal, progress }, overview }: StandingRowProps) {
  const t = useWords(words);
  const language = useLanguage();
  const viewOf = useGoalView();
  const officialOf = useOfficialProgress(overview, progress.asOf);
  const { detail } = progress;
  const judged = detail.kind === 'judged' ? detail.latest : undefined;
  const level = detail.kind === 'judged' && detail.rubric.find(({ id }) => id === judged?.levelId)?.name;
  let outcome: string | undefined;
  if (judged && level) outcome = t('judgedOn', { day: formatDay(judged.date, language, progress.asOf), level });
  if (detail.kind === 'ongoing' && !progress.disposed)
    outcome = t('aliveCount', { figure: describeFigure(progress, language) });
  return (
    <GoalRow
      {...{ goal, progress, outcome }}
      promise={overview.promise}
      view={viewOf(goal)}
      official={officialOf(goal)}
    />
  );
}
