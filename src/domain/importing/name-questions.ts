import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { foldName } from './cell.ts';
import { findResembling } from './match-name.ts';

export interface NameQuestion {
  readonly field: 'activity' | 'party';
  /** The folded name, under which the answer is kept. */
  readonly key: string;
  /** As the table writes it first. */
  readonly name: string;
  readonly rows: readonly number[];
  /** What resembles it most: a proposal, never an answer. */
  readonly proposal: string | undefined;
}

interface Asked {
  readonly row: number;
  readonly field: 'activity' | 'party';
  readonly name: string;
}

interface Known {
  readonly promise: Pick<CitizenPromise, 'parties'>;
  readonly activities: readonly Pick<Activity, 'id' | 'shortName'>[];
}

/** In: every place where an unknown name stands. Out: one question for each name, the most frequent first. */
export function listQuestions(asked: readonly Asked[], { promise, activities }: Known): readonly NameQuestion[] {
  const named = {
    activity: activities.map(({ id, shortName }) => ({ id, name: shortName })),
    party: promise.parties,
  };
  const questions = new Map<string, NameQuestion & { rows: number[] }>();
  for (const { row, field, name } of asked) {
    const key = foldName(name);
    const place = `${field} ${key}`;
    const question = questions.get(place) ?? {
      field,
      key,
      name,
      rows: [],
      proposal: findResembling(name, named[field]),
    };
    questions.set(place, question);
    question.rows.push(row);
  }
  return [...questions.values()].sort((left, right) => right.rows.length - left.rows.length);
}
