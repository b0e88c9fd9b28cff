import type { Day } from '#domain/calendar/day.ts';
import type { Feed, Goal, PacePlan } from '#domain/records/goal.ts';
import { writeNumber } from './form-values.ts';
import { emptyTargetForm, type TargetForm, toTargetForm } from './target-form.ts';

export interface RuleForm {
  readonly countsAsOne: string;
  readonly doesNotCount: string;
  readonly decidedBy: string;
  readonly datedBy: string;
}

/** Why a sealed target, rule or period is changed, by whose decision, and from which day. */
export interface ChangeForm {
  readonly validFrom: string;
  readonly reason: string;
  readonly decidedBy: string;
}

/** Whether an item still stands, was dropped, or was taken out of the count by the parties together. */
export interface StandingForm {
  readonly standing: 'active' | 'dropped' | 'rescoped';
  readonly reason: string;
  readonly decidedBy: readonly string[];
  readonly on: string;
}

export interface GoalForm {
  readonly text: string;
  readonly shortName: string;
  readonly focusAreaIds: readonly string[];
  readonly level: Goal['level'];
  readonly ownerPartyIds: readonly string[];
  readonly target: TargetForm;
  readonly rule: RuleForm;
  readonly additionalOnly: boolean;
  readonly feeds: readonly Feed[];
  readonly origin: Goal['origin'];
  readonly personRelated: boolean;
  readonly smallNumberThreshold: string;
  readonly pace: PacePlan['kind'];
  /** Twelve, from January. */
  readonly monthWeights: readonly string[];
  readonly weight: string;
  readonly standing: StandingForm;
  readonly change: ChangeForm;
}

const evenWeights: readonly string[] = Array.from({ length: 12 }, () => '1');

export const emptyGoalForm = (today: Day): GoalForm => ({
  text: '',
  shortName: '',
  focusAreaIds: [],
  level: 'result',
  ownerPartyIds: [],
  target: emptyTargetForm,
  rule: { countsAsOne: '', doesNotCount: '', decidedBy: '', datedBy: '' },
  additionalOnly: false,
  feeds: [],
  origin: 'promised',
  personRelated: false,
  smallNumberThreshold: '5',
  pace: 'even',
  monthWeights: evenWeights,
  weight: '',
  standing: { standing: 'active', reason: '', decidedBy: [], on: today },
  change: { validFrom: today, reason: '', decidedBy: '' },
});

/** A goal as it stands, in the shape it is edited in. */
export const toGoalForm = (goal: Goal, today: Day): GoalForm => ({
  text: goal.text,
  shortName: goal.shortName,
  focusAreaIds: goal.focusAreaIds,
  level: goal.level,
  ownerPartyIds: goal.ownerPartyIds,
  target: toTargetForm(goal.target),
  rule: { ...goal.countingRule, datedBy: goal.countingRule.datedBy ?? '' },
  additionalOnly: goal.additionalOnly,
  feeds: goal.feeds,
  origin: goal.origin,
  personRelated: goal.personRelated,
  smallNumberThreshold: writeNumber(goal.smallNumberThreshold),
  pace: goal.pacePlan.kind,
  monthWeights: goal.pacePlan.kind === 'months' ? goal.pacePlan.weights.map(writeNumber) : evenWeights,
  weight: writeNumber(goal.weight),
  standing: toStandingForm(goal, today),
  change: { validFrom: findNextStart(goal, today), reason: '', decidedBy: '' },
});

/** A change holds from today, but never from before the version it replaces: a promise may be sealed for next year. */
function findNextStart({ versions }: Goal, today: Day): Day {
  const last = versions.at(-1)?.validFrom;
  return last && last > today ? last : today;
}

export function toStandingForm({ status, statusReason, rescoped }: Goal, today: Day): StandingForm {
  const reason = statusReason ?? rescoped?.reason ?? '';
  if (rescoped) return { standing: 'rescoped', reason, decidedBy: rescoped.decidedBy, on: rescoped.on };
  return { standing: status, reason, decidedBy: [], on: today };
}
