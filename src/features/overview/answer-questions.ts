/** Three questions that are never mixed where something is concluded: the work, the goals, and the difference it made. */
import { rollUpPromise } from '#domain/progress/compute-progress.ts';
import { runningStatuses } from '#domain/progress/goal-progress.ts';
import type { Activity } from '#domain/records/activity.ts';
import { activityStatuses } from '#domain/records/activity.ts';
import type { Language } from '#domain/wording/locale.ts';
import { formatCount } from '#domain/wording/numbers.ts';
import { rollUpSentence } from '#domain/wording/overview-sentence.ts';
import { activityStatusWord } from '#domain/wording/record-words.ts';
import { statusWords } from '#domain/wording/status-words.ts';
import type { GoalStanding } from './compute-goals.ts';

export interface Answers {
  /** "5 pågår, 3 genomförda" by activity; empty when there are none. */
  readonly work: readonly WordCount[];
  readonly activityGoals: string | undefined;
  readonly resultGoals: string | undefined;
  readonly effects: readonly WordCount[];
}

export interface WordCount {
  readonly key: string;
  readonly word: string;
  readonly count: string;
}

/** In: a promise's activities and goals. Out: what can be answered; a question without anything behind it stays open. */
export function answerQuestions(
  activities: readonly Pick<Activity, 'status'>[],
  standings: readonly GoalStanding[],
  language: Language,
): Answers {
  const { effects } = rollUpPromise(standings);
  return {
    work: activityStatuses.flatMap((status) => {
      const count = activities.filter((activity) => activity.status === status).length;
      return toWordCount(status, activityStatusWord(status, language), count);
    }),
    activityGoals: describeLevel('activity', standings, language),
    resultGoals: describeLevel('result', standings, language),
    effects: runningStatuses.flatMap((status) =>
      toWordCount(status, statusWords(status, language).word, effects[status] ?? 0),
    ),
  };
}

function describeLevel(level: 'activity' | 'result', standings: readonly GoalStanding[], language: Language) {
  const own = standings.filter(({ goal }) => goal.level === level);
  return own.length === 0 ? undefined : rollUpSentence(rollUpPromise(own), language);
}

const toWordCount = (key: string, word: string, count: number): readonly WordCount[] =>
  count === 0 ? [] : [{ key, word, count: formatCount(count) }];
