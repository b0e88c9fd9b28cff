/** The appendix of what was done. */
import type { Day } from '#domain/calendar/day.ts';
import type { MonthGroup } from '#domain/report/group-months.ts';
import { formatDateWithYear, shortMonthName } from './days.ts';
import type { InLanguages, Language } from './locale.ts';
import { formatCount } from './numbers.ts';
import { plural } from './sentence-parts.ts';

interface Count {
  readonly name: string;
  readonly count: number;
}

interface LogWords {
  readonly intro: (total: number, asOf: Day) => string;
  readonly hidden: (count: number) => string;
  readonly late: string;
  readonly group: (group: MonthGroup) => string;
  readonly unit: string;
  readonly chartTitle: (name: string, count: number) => string;
  readonly chartDescription: (counts: readonly Count[]) => string;
  readonly byOutcomes: string;
  readonly fewerThan: (threshold: number) => string;
}

const quarter: InLanguages<string> = { sv: 'kv', en: 'Q' };

const nameGroup = (language: Language) => (group: MonthGroup) => {
  const { kind, year, number, manyYears } = group;
  if (kind === 'year') return String(year);
  const name = kind === 'month' ? shortMonthName(number, language) : `${quarter[language]} ${number}`;
  return manyYears ? `${name} ${year}` : name;
};

const tell = (counts: readonly Count[]): string =>
  counts.map(({ name, count }) => `${name} ${formatCount(count)}`).join(', ');

const words: InLanguages<LogWords> = {
  sv: {
    intro: (total, asOf) =>
      `${formatCount(total)} ${plural(total, 'genomfört tillfälle', 'genomförda tillfällen')} är loggade till och med ${formatDateWithYear(asOf, 'sv')}. ` +
      'Ett tillfälle som hör till två aktiviteter står på båda raderna. Planerade insatser och anteckningar finns inte med.',
    hidden: (count) =>
      `${plural(count, 'En aktivitet', `${formatCount(count)} aktiviteter`)} handlar om ett litet antal människor och står inte med antal.`,
    late: 'Tal inom parentes är loggade efter att uppföljningen fastställdes.',
    group: nameGroup('sv'),
    unit: 'tillfällen',
    chartTitle: (name, count) => `Flest tillfällen i ${name}: ${formatCount(count)}`,
    chartDescription: (counts) => `Genomförda tillfällen: ${tell(counts)}.`,
    byOutcomes:
      'Det här kom fram vid insatserna. Siffrorna visar vad som upptäcktes, inte hur mycket som förekommer. Tal under fem skrivs inte ut.',
    fewerThan: (threshold) => `färre än ${formatCount(threshold)}`,
  },
  en: {
    intro: (total, asOf) =>
      `${formatCount(total)} ${plural(total, 'occasion', 'occasions')} done and logged by ${formatDateWithYear(asOf, 'en')}. ` +
      'An occasion of two activities stands on both rows. Planned work and notes are not included.',
    hidden: (count) =>
      `${plural(count, 'One activity is', `${formatCount(count)} activities are`)} about a small number of people and ${plural(count, 'stands', 'stand')} without numbers.`,
    late: 'Numbers in brackets were logged after the follow-up was sealed.',
    group: nameGroup('en'),
    unit: 'occasions',
    chartTitle: (name, count) => `Most occasions in ${name}: ${formatCount(count)}`,
    chartDescription: (counts) => `Occasions done: ${tell(counts)}.`,
    byOutcomes:
      'This came out of the work. The numbers show what was found, not how much there is. Numbers below five are not printed.',
    fewerThan: (threshold) => `fewer than ${formatCount(threshold)}`,
  },
};

/** In: the language. Out: the words of the appendix. */
export const logWords = (language: Language): LogWords => words[language];
