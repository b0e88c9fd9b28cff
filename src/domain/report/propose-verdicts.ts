/** What the records propose, by rules that were there before the outcome. People decide; "partly reached" is theirs alone. */
import type { Day } from '#domain/calendar/day.ts';
import type { GoalProgress } from '#domain/progress/goal-progress.ts';
import { isDropped } from '#domain/progress/status.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { Assessment } from '#domain/records/assessment.ts';
import type { Goal } from '#domain/records/goal.ts';
import { describeFigure, type View } from '#domain/wording/describe-outcome.ts';
import type { Language } from '#domain/wording/locale.ts';
import { verdictReasons } from '#domain/wording/report-verdict-words.ts';
import { capitalise, joinSentences } from '#domain/wording/sentence-parts.ts';
import { statusSentence } from '#domain/wording/standing-sentences.ts';
import type { ActivityWork, ReportGoal } from './report-input.ts';

export interface ProposedVerdicts {
  readonly implementation?: Assessment['implementation'];
  readonly attainment?: Assessment['attainment'];
  /** Why, as finished sentences. About people: without their number. */
  readonly reason: string;
  /** When it can be judged, where a day is known. */
  readonly judgedFrom?: Day | undefined;
}

type Verdicts = Pick<ProposedVerdicts, 'implementation' | 'attainment'>;

/**
 * In: a goal and its progress. Out: the verdicts that follow from the rule agreed at signing, none where only people can
 * say, and the reason. 14 of 15 is not reached. Source: model section 4, status; issue 4 item 1.
 */
export function proposeVerdicts({
  goal,
  progress,
  language,
}: {
  readonly goal: Goal;
  readonly progress: GoalProgress;
  readonly language: Language;
}): ProposedVerdicts {
  const view = viewOf(goal);
  const figure = `${capitalise(describeFigure(progress, language, view))}.`;
  const reason = view === 'masked' ? figure : joinSentences(figure, statusSentence(progress, language));
  const judgedFrom = findJudgedFrom(progress);
  return {
    ...decideGoal(goal, progress),
    reason: joinSentences(reason, isRunning(progress) ? verdictReasons(language).periodRuns(progress.period?.to) : ''),
    ...(judgedFrom && { judgedFrom }),
  };
}

/** In: a goal. Out: whose eyes a report is written for: a goal about people never shows its figure (model section 5). */
export const viewOf = (goal: Pick<Goal, 'personRelated'>): View => (goal.personRelated ? 'masked' : 'full');

function decideGoal(goal: Goal, progress: GoalProgress): Verdicts {
  const attainment = decideAttainment(progress);
  const implementation = decideImplementation(goal, progress);
  return { ...(implementation && { implementation }), ...(attainment && { attainment }) };
}

function decideAttainment({ status }: GoalProgress): Verdicts['attainment'] {
  switch (status) {
    case 'met':
      return 'met';
    case 'not-met':
    case 'broken':
      return 'not-met';
    case 'unmeasured':
    case 'rescoped':
    case 'disposed':
      return undefined;
    default:
      return 'cannot-be-judged-yet';
  }
}

/** Only a goal that counts the work itself says whether the work was done; of the others their activities tell. */
function decideImplementation(goal: Goal, progress: GoalProgress): Verdicts['implementation'] {
  if (goal.level !== 'activity' || progress.kind === 'series') return undefined;
  if (progress.status === 'met') return 'done';
  if (progress.status === 'not-met') return progress.events === 0 ? 'not-done' : 'partly';
  if (['unmeasured', 'rescoped', 'broken', 'disposed'].includes(progress.status)) return;
  return 'cannot-be-judged-yet';
}

const isRunning = (progress: GoalProgress): boolean =>
  !progress.periodOver && decideAttainment(progress) === 'cannot-be-judged-yet' && progress.status !== 'awaiting';

function findJudgedFrom(progress: GoalProgress): Day | undefined {
  if (decideAttainment(progress) !== 'cannot-be-judged-yet') return undefined;
  const { detail, asOf } = progress;
  if (detail.kind !== 'series') return progress.periodOver ? undefined : progress.period?.to;
  const next = detail.nextMeasurementOn;
  return next !== undefined && next > asOf ? next : undefined;
}

export interface ActivityStanding {
  readonly activity: Activity;
  readonly work: ActivityWork | undefined;
  /** Goals of the promise; those that this activity feeds are found among them. */
  readonly goals: readonly ReportGoal[];
  /** Whether the promise's period is over. */
  readonly periodOver: boolean;
  readonly language: Language;
}

/**
 * In: an activity with what was logged in it. Out: whether it was done, as far as its status and its work say so. Nothing
 * logged is not the same as nothing done: that alone proposes that it cannot be judged yet.
 */
export function proposeActivityVerdict(standing: ActivityStanding): ProposedVerdicts {
  const { activity, work, language } = standing;
  const words = verdictReasons(language);
  const done = work?.done ?? 0;
  const missed = findMissedGoals(standing);
  const implementation = decideActivity(standing, done, missed);
  return {
    ...(implementation && { implementation }),
    reason: joinSentences(
      words.activityStatus(activity.status, activity.rescoped?.reason ?? activity.statusReason),
      words.occasions(done, isAboutPeople(standing)),
      missed.length > 0 && implementation === 'partly' ? words.goalsMissed(missed) : '',
    ),
  };
}

function decideActivity(
  { activity, periodOver }: ActivityStanding,
  done: number,
  missed: readonly string[],
): Verdicts['implementation'] {
  if (activity.rescoped !== undefined) return undefined;
  if (activity.status === 'done' || activity.status === 'partly') return activity.status;
  if (activity.status === 'not-done' || activity.status === 'dropped') return 'not-done';
  if (!periodOver) return 'cannot-be-judged-yet';
  if (done > 0) return missed.length > 0 ? 'partly' : 'done';
  return activity.status === 'ongoing' ? 'cannot-be-judged-yet' : 'not-done';
}

/** Promised amounts of this work that were not reached, by their names. */
const findMissedGoals = ({ activity, goals }: ActivityStanding): readonly string[] =>
  goals
    .filter(({ goal }) => goal.level === 'activity' && goal.feeds.some((feed) => feed.activityId === activity.id))
    .filter(({ goal, progress }) => progress.status === 'not-met' && !isDropped(goal, progress.asOf))
    .map(({ goal }) => goal.shortName);

/** Whether the number of an activity's occasions is the number of a goal about people. */
export const isAboutPeople = ({ activity, goals }: Pick<ActivityStanding, 'activity' | 'goals'>): boolean =>
  goals.some(
    ({ goal }) =>
      goal.personRelated &&
      goal.feeds.some((feed) => feed.activityId === activity.id && feed.measureId === activity.measures[0]?.id),
  );
