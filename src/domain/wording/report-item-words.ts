/** The table of promised items, in words. */
import type { Day } from '#domain/calendar/day.ts';
import { formatDateWithYear } from './days.ts';
import type { InLanguages, Language } from './locale.ts';
import { formatCount } from './numbers.ts';
import { plural } from './sentence-parts.ts';

interface ItemWords {
  readonly intro: (activities: number, goals: number) => string;
  readonly addedLater: (count: number) => string;
  readonly markAdded: (name: string) => string;
  readonly addedAfterSeal: (count: number) => string;
  readonly markLater: (name: string) => string;
  readonly goal: (name: string) => string;
  readonly nobodyNamed: string;
  readonly noWork: string;
  readonly someWork: string;
  readonly occasions: (done: number, late: number) => string;
  readonly rescoped: (reason: string) => string;
  readonly deviation: (cause: string, when: string, effect: string) => string;
  readonly since: (day: Day) => string;
}

const late = (count: number): string => (count > 0 ? ` (+${formatCount(count)})` : '');

const words: InLanguages<ItemWords> = {
  sv: {
    intro: (activities, goals) =>
      `Löftet har ${formatCount(activities)} ${plural(activities, 'aktivitet', 'aktiviteter')} och ${formatCount(goals)} mål. ` +
      'Alla står här, i samma ordning som i den undertecknade texten.',
    addedLater: (count) =>
      count === 1
        ? 'Ett mål står inte i löftet utan har lagts till för uppföljningen. Det är märkt.'
        : `${formatCount(count)} mål står inte i löftet utan har lagts till för uppföljningen. De är märkta.`,
    addedAfterSeal: (count) =>
      count === 1
        ? 'En aktivitet kom till efter att löftet fastställdes. Den är märkt.'
        : `${formatCount(count)} aktiviteter kom till efter att löftet fastställdes. De är märkta.`,
    markLater: (name) => `${name} (tillagd efter fastställandet)`,
    markAdded: (name) => `${name} (tillagt för uppföljningen)`,
    goal: (name) => `Mål: ${name}`,
    nobodyNamed: 'Ingen part är angiven',
    noWork: 'inget loggat',
    someWork: 'arbete är loggat',
    occasions: (done, lateReported) =>
      `${formatCount(done)}${late(lateReported)} ${plural(done, 'tillfälle', 'tillfällen')}`,
    rescoped: (reason) => `Parterna har tillsammans tagit bort punkten: ${reason}`,
    deviation: (cause, when, effect) => `${cause}, ${when}: ${effect}`,
    since: (day) => `sedan ${formatDateWithYear(day, 'sv')}`,
  },
  en: {
    intro: (activities, goals) =>
      `The promise has ${formatCount(activities)} ${plural(activities, 'activity', 'activities')} and ${formatCount(goals)} ${plural(goals, 'goal', 'goals')}. ` +
      'All of them stand here, in the order of the signed text.',
    addedLater: (count) =>
      count === 1
        ? 'One goal is not part of the promise but was added for the follow-up. It is marked.'
        : `${formatCount(count)} goals are not part of the promise but were added for the follow-up. They are marked.`,
    addedAfterSeal: (count) =>
      count === 1
        ? 'One activity was added after the promise was sealed. It is marked.'
        : `${formatCount(count)} activities were added after the promise was sealed. They are marked.`,
    markLater: (name) => `${name} (added after the seal)`,
    markAdded: (name) => `${name} (added for the follow-up)`,
    goal: (name) => `Goal: ${name}`,
    nobodyNamed: 'No party is named',
    noWork: 'nothing logged',
    someWork: 'work has been logged',
    occasions: (done, lateReported) =>
      `${formatCount(done)}${late(lateReported)} ${plural(done, 'occasion', 'occasions')}`,
    rescoped: (reason) => `The parties have together taken the item out: ${reason}`,
    deviation: (cause, when, effect) => `${cause}, ${when}: ${effect}`,
    since: (day) => `since ${formatDateWithYear(day, 'en')}`,
  },
};

/** In: the language. Out: the words of the table of promised items. */
export const itemWords = (language: Language): ItemWords => words[language];
