/** One promised thing as residents read it. Made from figures and agreed texts; never from notes, plans or forecasts. */
import type { GoalStanding } from '#domain/progress/compute-promise.ts';
import type { GoalProgress, RunningStatus } from '#domain/progress/goal-progress.ts';
import { readFigure } from '#domain/progress/read-figure.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { Assessment } from '#domain/records/assessment.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Target } from '#domain/records/target.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { describeFigure } from '#domain/wording/describe-outcome.ts';
import { describeTarget } from '#domain/wording/describe-target.ts';
import { endSentence } from '#domain/wording/end-sentence.ts';
import { publicImplementationWord } from '#domain/wording/follow-up-words.ts';
import type { Language } from '#domain/wording/locale.ts';
import {
  publicActivityWord,
  publicBasis,
  publicStateWord,
  publicVerdictWord,
  publicWords,
} from '#domain/wording/public-words.ts';
import { capitalise, joinSentences } from '#domain/wording/sentence-parts.ts';
import { areOccasionsAboutPeople, isAboutPeople } from './about-people.ts';
import type { BothLanguages, PublicItem, PublicState } from './public-facts.ts';

/** What an item is told from. */
export interface ItemContext {
  readonly goals: readonly GoalStanding[];
  readonly activities: readonly Activity[];
  readonly assessments: readonly Assessment[];
  /** Occasions done until the day of the figures, by activity; absent where nobody has counted. */
  readonly occasions: ReadonlyMap<string, number>;
}

type Told = Omit<PublicItem, 'number' | 'focusArea'>;

const inBoth = (say: (language: Language) => string): BothLanguages => ({ sv: say('sv'), en: say('en') });
const toPlan = ({ goals, activities }: ItemContext) => ({ goals: goals.map(({ goal }) => goal), activities });

const states: Readonly<Record<RunningStatus, PublicState>> = {
  met: 'reached',
  ahead: 'as-it-should',
  'on-pace': 'as-it-should',
  holding: 'as-it-should',
  'at-risk': 'slower',
  behind: 'slower',
  'not-started': 'not-begun',
  paused: 'resting',
  broken: 'over-limit',
  awaiting: 'waiting',
  'no-data': 'nothing-reported',
  unmeasured: 'in-words',
  'not-met': 'not-reached',
  unconfirmed: 'unconfirmed',
  rescoped: 'changed',
  disposed: 'disposed',
};

const openStates: readonly PublicState[] = ['reached', 'changed', 'unconfirmed', 'disposed'];

/** Of a goal about people only whether it is reached: that it is slow would tell that the number is low. */
function readState(progress: GoalProgress, isMasked: boolean): PublicState {
  const state = states[progress.status];
  if (!isMasked || openStates.includes(state)) return state;
  return progress.periodOver ? 'not-reached' : 'not-yet-reached';
}

/** In: a goal with its progress. Out: what residents are told of it. */
export function tellGoal({ goal, progress }: GoalStanding, context: ItemContext): Told {
  const isMasked = isAboutPeople(goal, toPlan(context));
  const state = readState(progress, isMasked);
  const verdict = findVerdict(goal.id, context.assessments);
  const figure = isMasked || progress.disposed ? undefined : readPublicFigure(progress);
  return {
    promised: goal.text,
    target: inBoth((language) => endSentence(capitalise(describeTarget(progress.target, language)))),
    done: inBoth((language) =>
      isMasked
        ? publicWords[language].aboutPeople
        : endSentence(capitalise(describeFigure(progress, language, 'full'))),
    ),
    state,
    standing: inBoth((language) => publicStateWord(state, language)),
    ...(verdict && { verdict }),
    difference: inBoth((language) => tellDifference(goal, goal.focusAreaIds, context, language)),
    basis: inBoth((language) => tellBasis(goal, progress, language)),
    ...(figure && { figure }),
  };
}

/** In: an activity. Out: what residents are told of it; how often is told where no occasion is a person. */
export function tellActivity(activity: Activity, context: ItemContext): Told {
  const done = context.occasions.get(activity.id);
  const isMasked = areOccasionsAboutPeople(activity, toPlan(context));
  const isOpen = done !== undefined && !isMasked;
  const verdict = findVerdict(activity.id, context.assessments);
  const areas = activity.focusAreaId === undefined ? [] : [activity.focusAreaId];
  const state = activity.rescoped ? 'changed' : activityStates[activity.status];
  return {
    promised: activity.text,
    done: inBoth((language) => tellOccasions(activity, done, isMasked, language)),
    state,
    standing: inBoth((language) =>
      activity.rescoped ? publicStateWord('changed', language) : publicActivityWord(activity.status, language),
    ),
    ...(verdict && { verdict }),
    difference: inBoth((language) => tellDifference(undefined, areas, context, language)),
    basis: publicBasis.count,
    ...(isOpen && { figure: { value: done, unit: '' } }),
  };
}

const activityStates: Readonly<Record<Activity['status'], PublicState>> = {
  planned: 'not-begun',
  ongoing: 'as-it-should',
  done: 'reached',
  partly: 'not-yet-reached',
  delayed: 'slower',
  paused: 'resting',
  'not-done': 'not-reached',
  dropped: 'not-reached',
};

function tellOccasions(activity: Activity, done: number | undefined, isMasked: boolean, language: Language): string {
  const words = publicWords[language];
  if (isMasked) return words.occasionsHidden;
  if (done === undefined) return publicActivityWord(activity.status, language);
  return done === 0 ? words.noOccasions : words.occasions(done);
}

/** The goals about the same focus area that follow what the work shall change. */
function tellDifference(
  own: Goal | undefined,
  areaIds: readonly string[],
  context: ItemContext,
  language: Language,
): string {
  const words = publicWords[language];
  if (own?.level === 'effect') return joinSentences(words.effectIsThis, words.effectCaution);
  const effects = context.goals.filter(
    ({ goal }) => goal.level === 'effect' && goal.focusAreaIds.some((id) => areaIds.includes(id)),
  );
  const told = effects.map(({ goal, progress }) => {
    const view = isAboutPeople(goal, toPlan(context)) ? 'masked' : 'full';
    return words.effect(goal.shortName, describeFigure(progress, language, view));
  });
  return told.length === 0 ? words.noEffect : joinSentences(...told, words.effectCaution);
}

function tellBasis(goal: Goal, progress: GoalProgress, language: Language): string {
  const words = publicWords[language];
  const rule = goal.versions.findLast(({ validFrom }) => validFrom <= progress.asOf)?.countingRule ?? goal.countingRule;
  const { detail } = progress;
  return joinSentences(
    publicBasis[progress.kind][language],
    detail.kind === 'series' ? words.source(detail.indicator.source) : undefined,
    rule.countsAsOne.trim() === '' ? undefined : words.countsAsOne(endSentence(rule.countsAsOne)),
  );
}

/** The latest joint verdict. What one party alone thinks is not told before the parties agree. */
function findVerdict(refId: string, assessments: readonly Assessment[]): BothLanguages | undefined {
  const [latest] = assessments
    .filter(({ ref, joint, deletedAt }) => ref.id === refId && joint && deletedAt === undefined)
    .toSorted((left, right) => (left.date < right.date ? 1 : -1));
  const { implementation, attainment } = latest ?? {};
  if (latest === undefined || (implementation === undefined && attainment === undefined)) return undefined;
  return inBoth((language) =>
    joinSentences(
      implementation && endSentence(publicImplementationWord(implementation, language)),
      attainment && publicVerdictWord(attainment, language),
      publicWords[language].judgedOn(formatDateWithYear(latest.date, language)),
    ),
  );
}

function readPublicFigure({ detail, target }: GoalProgress): PublicItem['figure'] {
  const { value, target: wanted } = readFigure(detail);
  if (value === undefined) return undefined;
  return { value, ...(wanted !== undefined && { target: wanted }), unit: unitOf(target) };
}

function unitOf(target: Target): string {
  if (target.kind === 'series') return target.indicator.unit;
  return 'unit' in target && typeof target.unit === 'string' ? target.unit : '';
}
