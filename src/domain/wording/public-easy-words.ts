/** The public page in a few short sentences: one thing in each, everyday words, no abbreviations. Only in Swedish. */

import type { Day } from '#domain/calendar/day.ts';
import type { PublicFacts } from '#domain/public-page/public-facts.ts';
import { monthName } from './days.ts';
import { formatCount } from './numbers.ts';
import { capitalise, joinList, toNumeral } from './sentence-parts.ts';

export const easyTitle = 'Lättläst';

type State = PublicFacts['items'][number]['state'];

/** What can be said in one short sentence, with the states that it is said of. Every state is in one of them. */
const groups: readonly {
  readonly states: readonly State[];
  readonly one: string;
  readonly many: string;
}[] = [
  { states: ['reached'], one: 'är klar', many: 'är klara' },
  { states: ['as-it-should'], one: 'går som den ska', many: 'går som de ska' },
  { states: ['slower', 'over-limit'], one: 'går inte som den ska', many: 'går inte som de ska' },
  { states: ['not-begun', 'not-yet-reached'], one: 'är inte klar ännu', many: 'är inte klara ännu' },
  { states: ['not-reached'], one: 'lyckades vi inte med', many: 'lyckades vi inte med' },
  {
    states: ['resting', 'waiting', 'nothing-reported', 'in-words', 'unconfirmed', 'changed'],
    one: 'går inte att räkna just nu',
    many: 'går inte att räkna just nu',
  },
  { states: ['disposed'], one: 'går inte att räkna längre', many: 'går inte att räkna längre' },
];

/** In: the facts of a version. Out: short sentences that say no more than they do. */
export function writeEasySentences({ items, sender, period, contact, asOf }: PublicFacts): readonly string[] {
  const things = (count: number): string => (count === 1 ? 'sak' : 'saker');
  const who = sender.length > 0 ? joinList(sender, 'sv') : 'Vi';
  const told = groups.flatMap(({ states, one, many }) => {
    const count = items.filter(({ state }) => states.includes(state)).length;
    if (count === 0) return [];
    return [count === 1 ? `En sak ${one}.` : `${capitalise(toNumeral(count, 'sv'))} saker ${many}.`];
  });
  return [
    `${who} har lovat ${formatCount(items.length)} ${things(items.length)}.`,
    ...(period ? [`Löftet slutar ${writeOut(period.to)}.`] : []),
    `Så här var det ${writeOut(asOf)}:`,
    ...told,
    `Har du frågor? Kontakta: ${contact.text}.`,
  ];
}

/** Without abbreviations: "31 december 2026". */
const writeOut = (day: Day): string =>
  `${Number(day.slice(8))} ${monthName(Number(day.slice(5, 7)), 'sv')} ${day.slice(0, 4)}`;
