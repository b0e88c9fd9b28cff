/** Five sentences that a resident and a board can read: what was promised, done, reached, missed, and what comes. */
import type { Day } from '#domain/calendar/day.ts';
import type { Period } from '#domain/calendar/period.ts';
import { formatDateWithYear, formatPeriod } from './days.ts';
import { endSentence } from './end-sentence.ts';
import type { InLanguages, Language } from './locale.ts';
import { formatCount, formatOutOf } from './numbers.ts';
import { joinFirst, joinList, joinSentences, plural, toInlineName } from './sentence-parts.ts';

interface Promised {
  readonly parties: string;
  readonly period: Period | undefined;
  readonly activities: number;
  readonly goals: number;
  readonly focusAreas: readonly string[];
}

interface Done {
  readonly occasions: number;
  readonly withWork: number;
  readonly activities: number;
  readonly silent: readonly string[];
  readonly asOf: Day;
}

interface Reached {
  readonly met: number;
  readonly decided: number;
  readonly names: readonly string[];
  readonly periodOver: boolean;
}

interface Missed {
  readonly name: string;
  readonly figure: string | undefined;
  readonly causes: readonly string[];
}

interface Open {
  readonly open: number;
  readonly names: readonly string[];
  readonly unmeasured: number;
  readonly rescoped: number;
  readonly periodOver: boolean;
}

interface SummaryWords {
  readonly promised: (facts: Promised) => string;
  readonly done: (facts: Done) => string;
  readonly reached: (facts: Reached) => string;
  readonly missed: (missed: readonly Missed[]) => string;
  readonly open: (facts: Open) => string | undefined;
  readonly effects: (met: number, all: number) => string;
  readonly next: (decisions: readonly string[], measurement: Day | undefined) => string;
}

const mostNamed = 4;
const name = (names: readonly string[], language: Language): string =>
  joinFirst(names.map(toInlineName), mostNamed, language);

/** More misses than a sentence holds stand in the chapter on the goals, every one of them. */
const namesFirst = (missed: readonly Missed[], say: (one: Missed) => string, language: Language): string =>
  joinFirst(missed.map(say), mostNamed, language);

const nameMissed = (
  { name: goal, figure, causes }: Missed,
  cause: (causes: string) => string,
  language: Language,
): string => {
  const notes = [figure, causes.length > 0 ? cause(joinList(causes.map(toInlineName), language)) : undefined];
  const told = notes.filter((note) => note !== undefined);
  return told.length === 0 ? toInlineName(goal) : `${toInlineName(goal)} (${told.join('; ')})`;
};

const words: InLanguages<SummaryWords> = {
  sv: {
    promised: ({ parties, period, activities, goals, focusAreas }) =>
      joinSentences(
        `${parties || 'Parterna'} lovade invånarna ${formatCount(activities)} ${plural(activities, 'aktivitet', 'aktiviteter')} och ${formatCount(goals)} mål${period === undefined ? '' : ` för ${formatPeriod(period, 'sv')}`}.`,
        focusAreas.length > 0 ? `Löftet handlar om ${name(focusAreas, 'sv')}.` : undefined,
      ),
    done: ({ occasions, withWork, activities, silent, asOf }) =>
      joinSentences(
        `Till och med ${formatDateWithYear(asOf, 'sv')} är ${formatCount(occasions)} ${plural(occasions, 'genomfört tillfälle', 'genomförda tillfällen')} loggade, räknat aktivitet för aktivitet, i ${formatOutOf(withWork, activities, 'sv')} aktiviteter.`,
        silent.length > 0 ? `Inget är loggat för ${name(silent, 'sv')}.` : undefined,
      ),
    reached: ({ met, decided, names, periodOver }) => {
      if (decided === 0) return 'Inget mål avgörs med siffror.';
      const start = `${formatOutOf(met, decided, 'sv')} mål ${periodOver ? 'nåddes' : 'är nådda hittills'}`;
      return names.length > 0 ? `${start}: ${name(names, 'sv')}.` : `${start}.`;
    },
    missed: (missed) =>
      joinSentences(
        `Det här nådde vi inte: ${namesFirst(missed, (one) => nameMissed(one, (causes) => `noterad orsak: ${causes}`, 'sv'), 'sv')}.`,
        missed.length > mostNamed ? 'Alla står under ”Måluppfyllelse”.' : undefined,
        missed.every(({ causes }) => causes.length === 0) ? 'Ingen orsak är noterad.' : undefined,
      ),
    open: ({ open, names, unmeasured, rescoped, periodOver }) =>
      joinSentences(
        open > 0
          ? `${formatCount(open)} ${plural(open, 'mål', 'mål')} går inte att bedöma ännu${periodOver ? `: ${name(names, 'sv')}` : ', eftersom perioden pågår eller uppgifter saknas'}.`
          : undefined,
        unmeasured > 0 ? `${formatCount(unmeasured)} mål följs upp i ord.` : undefined,
        rescoped > 0 ? `${formatCount(rescoped)} mål har parterna tillsammans tagit bort under perioden.` : undefined,
      ) || undefined,
    effects: (met, all) =>
      `${formatOutOf(met, all, 'sv')} effektmål ligger på den lovade nivån enligt den senaste mätningen. Vårt arbete kan ha bidragit, men annat påverkar också.`,
    next: (decisions, measurement) =>
      joinSentences(
        decisions.length > 0
          ? `Parterna har bestämt: ${decisions.map(endSentence).join(' ')}`
          : 'Parterna har inte bestämt något om nästa steg ännu.',
        measurement === undefined ? undefined : `Nästa mätning väntas ${formatDateWithYear(measurement, 'sv')}.`,
      ),
  },
  en: {
    promised: ({ parties, period, activities, goals, focusAreas }) =>
      joinSentences(
        `${parties || 'The parties'} promised the residents ${formatCount(activities)} ${plural(activities, 'activity', 'activities')} and ${formatCount(goals)} ${plural(goals, 'goal', 'goals')}${period === undefined ? '' : ` for ${formatPeriod(period, 'en')}`}.`,
        focusAreas.length > 0 ? `The promise is about ${name(focusAreas, 'en')}.` : undefined,
      ),
    done: ({ occasions, withWork, activities, silent, asOf }) =>
      joinSentences(
        `By ${formatDateWithYear(asOf, 'en')} ${formatCount(occasions)} ${plural(occasions, 'occasion', 'occasions')} had been done and logged, counted activity by activity, in ${formatOutOf(withWork, activities, 'en')} activities.`,
        silent.length > 0 ? `Nothing has been logged for ${name(silent, 'en')}.` : undefined,
      ),
    reached: ({ met, decided, names, periodOver }) => {
      if (decided === 0) return 'No goal is decided by numbers.';
      const start = `${formatOutOf(met, decided, 'en')} goals ${periodOver ? 'were met' : 'are met so far'}`;
      return names.length > 0 ? `${start}: ${name(names, 'en')}.` : `${start}.`;
    },
    missed: (missed) =>
      joinSentences(
        `This we did not reach: ${namesFirst(missed, (one) => nameMissed(one, (causes) => `noted cause: ${causes}`, 'en'), 'en')}.`,
        missed.length > mostNamed ? 'All of them stand under “Goal attainment”.' : undefined,
        missed.every(({ causes }) => causes.length === 0) ? 'No cause has been noted.' : undefined,
      ),
    open: ({ open, names, unmeasured, rescoped, periodOver }) =>
      joinSentences(
        open > 0
          ? `${formatCount(open)} ${plural(open, 'goal', 'goals')} cannot be judged yet${periodOver ? `: ${name(names, 'en')}` : ', since the period is still running or data are missing'}.`
          : undefined,
        unmeasured > 0
          ? `${formatCount(unmeasured)} ${plural(unmeasured, 'goal is', 'goals are')} followed up in words.`
          : undefined,
        rescoped > 0
          ? `The parties have together taken ${formatCount(rescoped)} ${plural(rescoped, 'goal', 'goals')} out during the period.`
          : undefined,
      ) || undefined,
    effects: (met, all) =>
      `${formatOutOf(met, all, 'en')} effect goals are at the promised level by the latest measurement. Our work may have contributed, but other things matter, too.`,
    next: (decisions, measurement) =>
      joinSentences(
        decisions.length > 0
          ? `The parties have decided: ${decisions.map(endSentence).join(' ')}`
          : 'The parties have not decided on the next step yet.',
        measurement === undefined
          ? undefined
          : `The next measurement is expected ${formatDateWithYear(measurement, 'en')}.`,
      ),
  },
};

/** In: the language. Out: the words of the summary. */
export const summaryWords = (language: Language): SummaryWords => words[language];
