import type { Day } from '#domain/calendar/day.ts';
import { type GoalSplit, type PromiseSplit, splitGoals } from '#domain/portfolio/split-goals.ts';
import { joinList } from '#domain/wording/sentence-parts.ts';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import type { GoalStanding } from './compute-goals.ts';
import { municipalityWords } from './municipality-messages.ts';
import { MunicipalityRules } from './municipality-rules.tsx';
import { MunicipalityTable } from './municipality-table.tsx';
import type { OverviewFilters } from './overview-filters.ts';
import { useFeedingLogs } from './queries.ts';

interface MunicipalityViewProps {
  readonly overview: PromiseOverview;
  readonly standings: readonly GoalStanding[];
  readonly filters: OverviewFilters;
  readonly asOf: Day;
}

/** A shared promise, municipality by municipality. What a log does not say stands apart, so the parts are the whole. */
export function MunicipalityView({ overview, standings, filters, asOf }: MunicipalityViewProps) {
  const t = useWords(municipalityWords);
  const goals = standings.map(({ goal }) => goal);
  const { data: logs } = useFeedingLogs(goals);
  if (!logs) return <Skeleton lines={6} />;
  const { promise, activities } = overview;
  const split = splitGoals(
    goals.map((goal) => ({ goal, promise, activities })),
    logs.filter(({ date }) => (filters.from ?? '') <= date && date <= asOf),
  );
  const hasParts = split.goals.some(({ kind }) => kind === 'split');
  return (
    <>
      <p>{t('lead')}</p>
      {hasParts ? (
        <>
          <MunicipalityTable split={split} goals={goals} promiseId={promise.id} asOf={asOf} />
          <MunicipalityRules split={split} overview={overview} asOf={asOf} />
        </>
      ) : (
        <p>{t('none')}</p>
      )}
      <KeptWhole split={split} standings={standings} />
    </>
  );
}

/** Goals that have no parts, and why. */
function KeptWhole({ split, standings }: { readonly split: PromiseSplit } & Pick<MunicipalityViewProps, 'standings'>) {
  const t = useWords(municipalityWords);
  const language = useLanguage();
  const nameOf = ({ goalId }: GoalSplit) => standings.find(({ goal }) => goal.id === goalId)?.goal.shortName ?? '';
  const of = (wanted: 'people' | 'no-logs') =>
    split.goals.filter((one) => one.kind === 'whole-only' && one.reason === wanted).map(nameOf);
  const [people, noLogs] = [of('people'), of('no-logs')];
  if (people.length + noLogs.length === 0) return null;
  return (
    <Section title={t('keptWhole')}>
      {people.length > 0 && <p>{t('people', { goals: joinList(people, language) })}</p>}
      {noLogs.length > 0 && <p>{t('noLogs', { goals: joinList(noLogs, language) })}</p>}
    </Section>
  );
}
