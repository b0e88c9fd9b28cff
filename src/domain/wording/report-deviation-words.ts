import type { InLanguages, Language } from './locale.ts';
import { formatCount } from './numbers.ts';
import { joinList, plural, toInlineName } from './sentence-parts.ts';

interface Cause {
  readonly cause: string;
  readonly count: number;
}

interface DeviationWords {
  readonly none: string;
  readonly some: (count: number, causes: readonly Cause[]) => string;
  readonly pauses: string;
  readonly rescoped: string;
  readonly dropped: string;
}

const list = (causes: readonly Cause[], language: Language): string =>
  joinList(
    causes.map(({ cause, count }) =>
      causes.length === 1 ? toInlineName(cause) : `${toInlineName(cause)} (${formatCount(count)})`,
    ),
    language,
  );

const words: InLanguages<DeviationWords> = {
  sv: {
    none: 'Inga avvikelser är noterade under perioden.',
    some: (count, causes) =>
      `${formatCount(count)} ${plural(count, 'avvikelse är noterad', 'avvikelser är noterade')}. ${plural(causes.length, 'Orsak', 'Orsaker')}: ${list(causes, 'sv')}.`,
    pauses: 'Medan en punkt vilar räknas inte takten. Målvärdet är detsamma.',
    rescoped: 'Omprövat av parterna, räknas inte längre med',
    dropped: 'Struket, räknas som inte genomfört',
  },
  en: {
    none: 'No deviations have been noted during the period.',
    some: (count, causes) =>
      `${formatCount(count)} ${plural(count, 'deviation has', 'deviations have')} been noted. ${plural(causes.length, 'Cause', 'Causes')}: ${list(causes, 'en')}.`,
    pauses: 'While an item is paused its pace is not counted. The target stays the same.',
    rescoped: 'Rescoped by the parties, no longer counted',
    dropped: 'Dropped, counts as not done',
  },
};

/** In: the language. Out: the words of the chapter on deviations. */
export const deviationWords = (language: Language): DeviationWords => words[language];
