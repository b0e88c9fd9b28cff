/** What a plan leaves open: asked for, never filled in. The signed text may be silent; then the gap is shown. */
import { toPeriod } from '#domain/calendar/period.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { TargetKind } from '#domain/records/target.ts';
import type { PromiseSection } from './promise-sections.ts';

export type Gap =
  | { readonly kind: PromiseGap; readonly at: 'promise'; readonly section: PromiseSection }
  | { readonly kind: ActivityGap; readonly at: 'activity'; readonly id: string; readonly name: string }
  | {
      readonly kind: GoalGap;
      readonly at: 'goal';
      readonly id: string;
      readonly name: string;
      readonly section: GoalSection;
    };

export type PromiseGap =
  | 'municipality-unknown'
  | 'period-unknown'
  | 'not-signed'
  | 'too-few-parties'
  | 'no-signatory-party'
  | 'no-picture'
  | 'no-sources'
  | 'nothing-promised'
  | 'no-follow-up-dates'
  | 'no-channels'
  | 'no-signatories';
export type ActivityGap = 'no-party';
export type GoalGap = 'no-counting-rule' | 'no-feeds' | 'no-feed-roles' | 'no-baseline' | 'no-level' | 'no-owner';
export type GoalSection = 'rule' | 'feeds' | 'target' | 'owners';

export interface Plan {
  readonly promise: CitizenPromise;
  readonly activities: readonly Activity[];
  readonly goals: readonly Goal[];
}

/** Everything that the plan leaves open, in the order of the page. */
export const findPlanGaps = ({ promise, activities, goals }: Plan): readonly Gap[] => [
  ...findPromiseGaps(promise, activities.length + goals.length),
  ...activities.flatMap(findActivityGaps),
  ...goals.flatMap(findGoalGaps),
];

function findPromiseGaps(promise: CitizenPromise, itemCount: number): Gap[] {
  const open: [boolean, PromiseGap, PromiseSection][] = [
    [promise.municipalities.length === 0, 'municipality-unknown', 'places'],
    [promise.parties.length < 2, 'too-few-parties', 'parties'],
    [promise.parties.filter(({ signatory }) => signatory).length < 2, 'no-signatory-party', 'parties'],
    [isPeriodUnknown(promise), 'period-unknown', 'period'],
    [Boolean(promise.period.fromSigning) && !promise.signedOn, 'not-signed', 'period'],
    [promise.situationPicture.summary === '', 'no-picture', 'picture'],
    [promise.situationPicture.sources.length === 0, 'no-sources', 'picture'],
    [itemCount === 0, 'nothing-promised', 'items'],
    [promise.signatories.length === 0, 'no-signatories', 'signatories'],
    [promise.followUpPlan.dueDates.length === 0, 'no-follow-up-dates', 'follow-up'],
    [promise.feedbackPlan.channels.length === 0, 'no-channels', 'feedback'],
  ];
  return open.filter(([isOpen]) => isOpen).map(([, kind, section]) => ({ kind, at: 'promise', section }));
}

const isPeriodUnknown = ({ period, signedOn }: CitizenPromise): boolean =>
  !period.fromSigning && !(period.openEnd && period.from) && toPeriod(period, signedOn) === undefined;

const findActivityGaps = ({ id, shortName, parties }: Activity): Gap[] =>
  parties.length === 0 ? [{ kind: 'no-party', at: 'activity', id, name: shortName }] : [];

/** These are measured or judged on their own page; all other kinds live on what is logged. */
const withoutLogs: ReadonlySet<TargetKind> = new Set(['series', 'judged']);
/** These compare a part with a whole. */
const withRoles: ReadonlySet<TargetKind> = new Set(['ratio', 'on-demand']);

export const needsFeeds = (kind: TargetKind): boolean => !withoutLogs.has(kind);
export const needsFeedRoles = (goal: Pick<Goal, 'target'>): boolean =>
  withRoles.has(goal.target.kind) || (goal.target.kind === 'deadline' && goal.target.withinDays !== undefined);

function findGoalGaps(goal: Goal): Gap[] {
  const { target, feeds, countingRule } = goal;
  const roles = new Set(feeds.map(({ role }) => role));
  const open: [boolean, GoalGap, GoalSection][] = [
    [target.kind !== 'judged' && countingRule.countsAsOne === '', 'no-counting-rule', 'rule'],
    [needsFeeds(target.kind) && feeds.length === 0, 'no-feeds', 'feeds'],
    [needsFeedRoles(goal) && feeds.length > 0 && !(roles.has('part') && roles.has('whole')), 'no-feed-roles', 'feeds'],
    [target.kind === 'series' && target.direction !== 'hold' && !target.baseline, 'no-baseline', 'target'],
    [target.kind === 'series' && target.direction !== 'hold' && target.level === undefined, 'no-level', 'target'],
    [goal.ownerPartyIds.length === 0, 'no-owner', 'owners'],
  ];
  return open
    .filter(([isOpen]) => isOpen)
    .map(([, kind, section]) => ({ kind, at: 'goal', id: goal.id, name: goal.shortName, section }));
}
