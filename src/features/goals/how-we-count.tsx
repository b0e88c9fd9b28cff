import { Link } from 'react-router';
import { findBounds } from '#domain/progress/counting-plan.ts';
import { sortVersions } from '#domain/progress/target-versions.ts';
import type { Goal } from '#domain/records/goal.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { describeDisposed } from '#domain/wording/describe-disposed.ts';
import type { View } from '#domain/wording/describe-outcome.ts';
import { describeTarget } from '#domain/wording/describe-target.ts';
import { disposedWords } from '#domain/wording/disposed-words.ts';
import { forecastSentence, paceSentence } from '#domain/wording/forecast-sentence.ts';
import { goalLevelWord, goalOriginWord, pacePlanWord } from '#domain/wording/record-words.ts';
import { capitalise } from '#domain/wording/sentence-parts.ts';
import { targetKindWords } from '#domain/wording/target-words.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { type Definition, DefinitionList } from '#ui/definition-list.tsx';
import { LazyDateField } from '#ui/lazy-date-field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import type { GoalView } from './build-goal-view.ts';
import { CountedLogs } from './counted-logs.tsx';
import styles from './goals.module.css';
import { words } from './messages.ts';
import { useChosenDay } from './use-chosen-day.ts';

interface HowWeCountProps {
  readonly view: GoalView;
  readonly eyes: View;
}

/** Every figure of the goal, explained: the rule, the version, the day, and the logs on either side. */
export function HowWeCount({ view, eyes }: HowWeCountProps) {
  const t = useWords(words);
  return (
    <Section title={t('howTitle')} id="sa-raknar-vi">
      <DefinitionList
        items={[...useDisposal(view), ...useRule(view), ...usePaceFacts(view, eyes), ...useVersions(view.records.goal)]}
      />
      {eyes === 'full' && !view.progress.disposed && <CountedLogs view={view} />}
    </Section>
  );
}

/** What is gone can be counted by nobody: when it went comes first. */
function useDisposal({ progress: { disposed } }: GoalView): readonly Definition[] {
  const t = useWords(words);
  const language = useLanguage();
  if (disposed === undefined) return [];
  return [
    {
      key: 'disposed',
      term: t('howDisposed'),
      value: disposedWords[language].all(describeDisposed(disposed, language)),
    },
  ];
}

const formulas = {
  count: 'formulaCount',
  ceiling: 'formulaCeiling',
  recurrence: 'formulaRecurrence',
  schedule: 'formulaSchedule',
  checklist: 'formulaChecklist',
  ratio: 'formulaRatio',
  deadline: 'formulaDeadline',
  'on-demand': 'formulaOnDemand',
  milestone: 'formulaMilestone',
  series: 'formulaSeries',
  judged: 'formulaJudged',
  ongoing: 'formulaOngoing',
} as const;

function useRule({ records, progress }: GoalView): readonly Definition[] {
  const t = useWords(words);
  const language = useLanguage();
  const { goal, overview } = records;
  const { target } = progress;
  const { countsAsOne, doesNotCount, decidedBy, datedBy } = goal.countingRule;
  const owners = overview.promise.parties.filter(({ id }) => goal.ownerPartyIds.includes(id)).map(({ name }) => name);
  const isPersons = target.kind === 'count' && target.distinctPersons;
  const texts: readonly (readonly [key: string, term: string, value: string | undefined])[] = [
    ['target', t('howTarget'), `${capitalise(describeTarget(target, language))}.`],
    ['met', t('howMet'), targetKindWords(target.kind, language).met],
    ['formula', t('howFormula'), t(isPersons ? 'formulaPersons' : formulas[target.kind])],
    ['one', t('howCountsAsOne'), countsAsOne],
    [
      'not',
      t('howDoesNotCount'),
      [doesNotCount, goal.additionalOnly ? t('howAdditional') : ''].filter(Boolean).join(' '),
    ],
    ['decided', t('howDecidedBy'), decidedBy],
    ['dated', t('howDatedBy'), datedBy],
  ];
  return [
    { key: 'text', term: t('howPromise'), value: <p className={styles.verbatim}>{goal.text}</p> },
    ...texts.flatMap(([key, term, value]) => (value?.trim() ? [{ key, term, value }] : [])),
    { key: 'feeds', term: t('howFeeds'), value: <Feeds view={records} /> },
    { key: 'owners', term: t('howOwners'), value: owners.join(', ') || t('howNoOwner') },
    {
      key: 'level',
      term: t('howLevel'),
      value: `${goalLevelWord(goal.level, language)}. ${goalOriginWord(goal.origin, language)}.`,
    },
  ];
}

function Feeds({ view: { goal, overview } }: { readonly view: GoalView['records'] }) {
  const t = useWords(words);
  const keys = { part: 'howFeedPart', whole: 'howFeedWhole' } as const;
  if (goal.feeds.length === 0) return <p>{t('noFeeds')}</p>;
  return (
    <ul className={styles.plain}>
      {goal.feeds.map(({ activityId, measureId, role }) => {
        const activity = overview.activities.find(({ id }) => id === activityId);
        const measure = activity?.measures.find(({ id }) => id === measureId)?.name ?? '–';
        return (
          <li key={`${activityId} ${measureId} ${role}`}>
            <Link to={paths.activity(goal.promiseId, activityId)}>
              {t(role ? keys[role] : 'howFeed', { activity: activity?.shortName ?? '–', measure })}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function usePaceFacts(view: GoalView, eyes: View): readonly Definition[] {
  const { progress, records } = view;
  const t = useWords(words);
  const language = useLanguage();
  const pace = paceSentence(progress, language, eyes);
  const plan = pacePlanWord(records.goal.pacePlan.kind, language);
  return [
    ...(pace
      ? [
          { key: 'pace', term: t('howPace'), value: pace },
          { key: 'plan', term: t('howPacePlan'), value: plan },
          {
            key: 'forecast',
            term: t('howForecast'),
            value: forecastSentence(progress, language, eyes) ?? t('howNoForecast'),
          },
        ]
      : []),
    { key: 'asOf', term: t('howAsOf'), value: <AsOf view={view} /> },
  ];
}

function AsOf({ view }: { readonly view: GoalView }) {
  const t = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const choose = useChosenDay();
  return (
    <>
      <span className={styles.printed}>{formatDateWithYear(view.asOf, language)}</span>
      <div data-screen-only>
        <LazyDateField
          label={t('asOfLabel')}
          value={view.asOf}
          onChange={choose}
          min={findBounds(view.records.overview.promise).from}
          max={clock.today()}
        />
      </div>
    </>
  );
}

/** What was signed stays readable after every change. */
function useVersions(goal: Goal): readonly Definition[] {
  const t = useWords(words);
  const language = useLanguage();
  const versions = sortVersions(goal);
  const last = versions.at(-1);
  if (!last) return [{ key: 'version', term: t('howVersion'), value: t('howUnsealed') }];
  const value = (
    <div className={styles.lines}>
      <p>
        {t('howVersionText', {
          number: versions.length,
          day: formatDateWithYear(last.validFrom, language),
          decidedBy: last.decidedBy,
        })}
      </p>
      {versions.slice(1).map((version, index) => (
        <p key={version.validFrom}>
          {t('howChange', {
            day: formatDateWithYear(version.validFrom, language),
            before: describeTarget((versions[index] ?? version).target, language),
            after: describeTarget(version.target, language),
            reason: version.reason || t('noReason'),
          })}
        </p>
      ))}
    </div>
  );
  return [{ key: 'version', term: t('howVersion'), value }];
}
