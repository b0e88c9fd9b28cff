import type { Day } from '#domain/calendar/day.ts';
import { formatDay } from '#domain/wording/days.ts';
import { describeFigure } from '#domain/wording/describe-outcome.ts';
import { GoalRow, GoalRows } from '#features/goal-row.tsx';
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
  const titles: Readonly<Record<GoalGroup, string>> = {
    talk: t('groupTalk'),
    good: t('groupGood'),
    waiting: t('groupWaiting'),
    effects: t('groupEffects'),
    unmeasured: t('groupUnmeasured'),
    rescoped: t('groupRescoped'),
  };
  return (
    <>
      {groupGoals(standings).map(({ group, standings: own }) => (
        <Section key={group} title={titles[group]} aside={own.length}>
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
        <LatestLogs overview={overview} from={filters.from} asOf={asOf} />
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
  if (detail.kind === 'ongoing') outcome = t('aliveCount', { figure: describeFigure(progress, language) });
  return (
    <GoalRow
      {...{ goal, progress, outcome }}
      promise={overview.promise}
      view={viewOf(goal)}
      official={officialOf(goal)}
    />
  );
}
