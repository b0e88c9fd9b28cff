/** Why a verdict is proposed, and who holds which. */
import type { Day } from '#domain/calendar/day.ts';
import type { Activity } from '#domain/records/activity.ts';
import { formatDateWithYear } from './days.ts';
import { endSentence } from './end-sentence.ts';
import type { InLanguages, Language } from './locale.ts';
import { formatCount } from './numbers.ts';
import { activityStatusWord } from './record-words.ts';
import { joinFirst, plural, toInlineName } from './sentence-parts.ts';

interface VerdictPhrases {
  readonly periodRuns: (to: string) => string;
  readonly periodUndated: string;
  readonly activityStatus: (word: string) => string;
  readonly occasions: (done: number) => string;
  readonly someOccasions: string;
  readonly noOccasions: string;
  readonly goalsMissed: (names: string) => string;
  readonly joint: string;
  readonly notJudged: string;
  readonly dissent: (text: string) => string;
  readonly level: (name: string) => string;
  readonly onlyComment: string;
}

const phrases: InLanguages<VerdictPhrases> = {
  sv: {
    periodRuns: (to) => `Perioden pågår till och med ${to}.`,
    periodUndated: 'Löftets period är inte bestämd.',
    activityStatus: (word) => `Aktiviteten står som ”${word}”.`,
    occasions: (done) => `${formatCount(done)} ${plural(done, 'tillfälle', 'tillfällen')} har loggats.`,
    someOccasions: 'Arbete har loggats.',
    noOccasions: 'Ingen insats har loggats.',
    goalsMissed: (names) => `Det utlovade antalet nåddes inte: ${names}.`,
    joint: 'Parterna tillsammans',
    notJudged: 'Inte bedömt ännu',
    dissent: (text) => `Skiljaktig mening: ${text}`,
    level: (name) => `Nivån ”${name}”`,
    onlyComment: 'Kommentar utan omdöme',
  },
  en: {
    periodRuns: (to) => `The period runs to ${to}.`,
    periodUndated: 'The promise’s period is not settled.',
    activityStatus: (word) => `The activity stands as “${word}”.`,
    occasions: (done) => `${formatCount(done)} ${plural(done, 'occasion has', 'occasions have')} been logged.`,
    someOccasions: 'Work has been logged.',
    noOccasions: 'No action has been logged.',
    goalsMissed: (names) => `The promised number was not reached: ${names}.`,
    joint: 'The parties together',
    notJudged: 'Not judged yet',
    dissent: (text) => `Dissenting view: ${text}`,
    level: (name) => `The level “${name}”`,
    onlyComment: 'A comment without a verdict',
  },
};

const mostNamed = 3;

/** In: the language. Out: the phrases of a proposal's reason. */
export const verdictReasons = (language: Language) => {
  const words = phrases[language];
  return {
    periodRuns: (to: Day | undefined): string =>
      to === undefined ? words.periodUndated : words.periodRuns(formatDateWithYear(to, language)),
    activityStatus: (status: Activity['status'], reason: string | undefined): string => {
      const sentence = words.activityStatus(activityStatusWord(status, language));
      return reason?.trim() ? `${sentence} ${endSentence(reason)}` : sentence;
    },
    /** `hidden`: the number is that of people, so only whether there is one is said. */
    occasions: (done: number, hidden: boolean): string => {
      if (done === 0) return words.noOccasions;
      return hidden ? words.someOccasions : words.occasions(done);
    },
    goalsMissed: (names: readonly string[]): string =>
      words.goalsMissed(joinFirst(names.map(toInlineName), mostNamed, language)),
  };
};

/** In: the language. Out: who has judged, and how it is told. */
export const judgementPhrases = (
  language: Language,
): Pick<VerdictPhrases, 'joint' | 'notJudged' | 'dissent' | 'level' | 'onlyComment'> => phrases[language];
