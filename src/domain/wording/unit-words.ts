/** Calendar units of rhythms and reporting, in the forms that sentences need. */

import type { Period } from '#domain/calendar/period.ts';
import type { RecurrenceUnit } from '#domain/records/target.ts';
import { formatDate, formatMonth, formatPeriod, formatWeek } from './days.ts';
import type { InLanguages, Language } from './locale.ts';
import { formatCount } from './numbers.ts';

export interface UnitPhrases {
  readonly one: string;
  readonly many: string;
  /** "en månad" */
  readonly a: string;
  /** "ingen hel månad" */
  readonly noWhole: string;
  /** "i månaden" */
  readonly per: string;
  /** "varje månad" */
  readonly every: string;
}

const phrases: InLanguages<Readonly<Record<RecurrenceUnit, UnitPhrases>>> = {
  sv: {
    day: { one: 'dag', a: 'en dag', noWhole: 'ingen hel dag', many: 'dagar', per: 'om dagen', every: 'varje dag' },
    week: {
      one: 'vecka',
      a: 'en vecka',
      noWhole: 'ingen hel vecka',
      many: 'veckor',
      per: 'i veckan',
      every: 'varje vecka',
    },
    month: {
      one: 'månad',
      a: 'en månad',
      noWhole: 'ingen hel månad',
      many: 'månader',
      per: 'i månaden',
      every: 'varje månad',
    },
    term: {
      one: 'termin',
      a: 'en termin',
      noWhole: 'ingen hel termin',
      many: 'terminer',
      per: 'per termin',
      every: 'varje termin',
    },
    quarter: {
      one: 'kvartal',
      a: 'ett kvartal',
      noWhole: 'inget helt kvartal',
      many: 'kvartal',
      per: 'per kvartal',
      every: 'varje kvartal',
    },
    tertial: {
      one: 'tertial',
      a: 'ett tertial',
      noWhole: 'inget helt tertial',
      many: 'tertial',
      per: 'per tertial',
      every: 'varje tertial',
    },
    'half-year': {
      one: 'halvår',
      a: 'ett halvår',
      noWhole: 'inget helt halvår',
      many: 'halvår',
      per: 'per halvår',
      every: 'varje halvår',
    },
    year: { one: 'år', a: 'ett år', noWhole: 'inget helt år', many: 'år', per: 'om året', every: 'varje år' },
  },
  en: {
    day: { one: 'day', a: 'a day', noWhole: 'no whole day', many: 'days', per: 'a day', every: 'every day' },
    week: { one: 'week', a: 'a week', noWhole: 'no whole week', many: 'weeks', per: 'a week', every: 'every week' },
    month: {
      one: 'month',
      a: 'a month',
      noWhole: 'no whole month',
      many: 'months',
      per: 'a month',
      every: 'every month',
    },
    term: { one: 'term', a: 'a term', noWhole: 'no whole term', many: 'terms', per: 'a term', every: 'every term' },
    quarter: {
      one: 'quarter',
      a: 'a quarter',
      noWhole: 'no whole quarter',
      many: 'quarters',
      per: 'a quarter',
      every: 'every quarter',
    },
    tertial: {
      one: 'tertial',
      a: 'ett tertial',
      noWhole: 'inget helt tertial',
      many: 'tertials',
      per: 'a tertial',
      every: 'every tertial',
    },
    'half-year': {
      one: 'half-year',
      a: 'a half-year',
      noWhole: 'no whole half-year',
      many: 'half-years',
      per: 'a half-year',
      every: 'every half-year',
    },
    year: { one: 'year', a: 'a year', noWhole: 'no whole year', many: 'years', per: 'a year', every: 'every year' },
  },
};

/** In: a calendar unit. Out: its forms. */
export const unitPhrases = (unit: RecurrenceUnit, language: Language): UnitPhrases => phrases[language][unit];

/** In: a count of units. Out: `1 månad`, `9 månader`. */
export const formatUnits = (count: number, unit: RecurrenceUnit, language: Language): string =>
  `${formatCount(count)} ${unitNoun(count, unit, language)}`;

/** In: a count of units. Out: only the noun in the form the count takes. */
export const unitNoun = (count: number, unit: RecurrenceUnit, language: Language): string =>
  count === 1 ? phrases[language][unit].one : phrases[language][unit].many;

/** What one unit is called: `v. 47`, `november 2026`, `19 nov`, else its two days. In: the unit's days and kind. */
export function formatUnitSpan(span: Period, unit: RecurrenceUnit, language: Language): string {
  if (unit === 'day') return formatDate(span.from, language);
  if (unit === 'week') return formatWeek(span.from, language);
  if (unit === 'month') return formatMonth(span.from, language);
  return formatPeriod(span, language);
}
