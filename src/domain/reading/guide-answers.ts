/** What people answer when a row has no number: how its work is to be followed. None of it stands in the promise. */
export interface GuideAnswers {
  readonly countsAsOne: string;
  readonly doesNotCount: string;
  /** A party, a function or a group ("kommunpolisen"), never a person. */
  readonly decidedBy: string;
  /** How many signs of life, as typed; empty for "just count". */
  readonly times: string;
  readonly per: 'month' | 'tertial' | 'term' | 'year';
  readonly unit: string;
  /** Two sources that would show that it got better. */
  readonly firstSource: string;
  readonly secondSource: string;
  /** What would show that it did not. */
  readonly wouldShowNot: string;
}

export const emptyAnswers: GuideAnswers = {
  countsAsOne: '',
  doesNotCount: '',
  decidedBy: '',
  times: '',
  per: 'tertial',
  unit: 'insatser',
  firstSource: '',
  secondSource: '',
  wouldShowNot: '',
};

/** In: answers. Out: the whole number of signs of life, or undefined while none can be read. */
export function readTimes(answers: GuideAnswers): number | undefined {
  const typed = answers.times.trim();
  const times = /^\d{1,4}$/u.test(typed) ? Number(typed) : 0;
  return times > 0 ? times : undefined;
}
