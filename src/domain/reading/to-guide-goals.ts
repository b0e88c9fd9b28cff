/** What people added for the follow-up becomes goals of their own: never mixed into what the promise says. */
import type { CountingRule, Feed, Goal } from '#domain/records/goal.ts';
import type { Target } from '#domain/records/target.ts';
import { type GuideAnswers, readTimes } from './guide-answers.ts';
import { toUnitName } from './to-target.ts';

/** A goal before it has its place in a promise. */
export type GoalFields = Pick<
  Goal,
  'text' | 'shortName' | 'level' | 'target' | 'countingRule' | 'feeds' | 'origin' | 'personRelated' | 'additionalOnly'
>;

interface GuidedRow {
  readonly shortName: string;
  /** Logs of the row's activity; absent for a row that nothing is logged on. */
  readonly feed: Feed | undefined;
}

/** The text says nothing about what counts: the gap is shown, not filled. */
export const unstatedRule: CountingRule = { countsAsOne: '', doesNotCount: '', decidedBy: '' };

/**
 * In: the answers about a row, its short name and feed, and a maker of ids.
 * Out: up to two goals: signs of life to count, and a ladder that says what would show that it got better.
 */
export function toGuideGoals(answers: GuideAnswers, row: GuidedRow, newId: () => string): readonly GoalFields[] {
  const counting = answers.countsAsOne.trim() || answers.doesNotCount.trim() || readTimes(answers);
  const judging = [answers.firstSource, answers.secondSource, answers.wouldShowNot].some((text) => text.trim());
  return [
    ...(counting && row.feed ? [toSigns(answers, row.shortName, row.feed)] : []),
    ...(judging ? [toLadder(answers, row.shortName, newId)] : []),
  ];
}

const added = { origin: 'added-for-follow-up', personRelated: false, additionalOnly: false } as const;

function toSigns(answers: GuideAnswers, shortName: string, feed: Feed): GoalFields {
  const times = readTimes(answers);
  const unit = toUnitName(answers.unit);
  const target: Target = times
    ? { kind: 'recurrence', times, per: answers.per, reading: 'each', unit }
    : { kind: 'ongoing', unit };
  return {
    ...added,
    text: `Livstecken: ${shortName}`,
    shortName: `Livstecken: ${shortName}`.slice(0, 80),
    level: 'activity',
    target,
    countingRule: {
      countsAsOne: answers.countsAsOne.trim().slice(0, 600),
      doesNotCount: answers.doesNotCount.trim().slice(0, 600),
      decidedBy: answers.decidedBy.trim().slice(0, 200),
    },
    feeds: [feed],
  };
}

function toLadder(answers: GuideAnswers, shortName: string, newId: () => string): GoalFields {
  const wouldShowNot = answers.wouldShowNot.trim().slice(0, 400);
  const rubric = [
    { id: newId(), name: 'Sämre' },
    { id: newId(), name: 'Oförändrat', ...(wouldShowNot && { description: wouldShowNot }) },
    { id: newId(), name: 'Något bättre' },
    { id: newId(), name: 'Tydligt bättre' },
  ];
  const sources = [answers.firstSource, answers.secondSource].map((text) => text.trim().slice(0, 80));
  return {
    ...added,
    text: `Blev det bättre? ${shortName}`,
    shortName: `Blev det bättre? ${shortName}`.slice(0, 80),
    level: 'effect',
    target: { kind: 'judged', rubric, agreedLevelId: rubric[2]?.id ?? '', evidenceKinds: sources.filter(Boolean) },
    countingRule: { ...unstatedRule, decidedBy: answers.decidedBy.trim().slice(0, 200) },
    feeds: [],
  };
}
