import type { SlotRule, Weekday } from '#domain/calendar/slot-rule.ts';

const weekdays: readonly (readonly [RegExp, Weekday])[] = [
  [/måndag/u, 1],
  [/tisdag/u, 2],
  [/onsdag/u, 3],
  [/torsdag/u, 4],
  [/fredag/u, 5],
  [/lördag/u, 6],
  [/söndag/u, 7],
];
const places: readonly (readonly [RegExp, 1 | 2 | 3 | 4 | 'last'])[] = [
  [/först/u, 1],
  [/andra/u, 2],
  [/tredje/u, 3],
  [/fjärde/u, 4],
  [/sista/u, 'last'],
];

/**
 * "Varje onsdag", "varannan torsdag", "första måndagen i månaden" as a rule that days can be listed from.
 * In: the words of the text. Out: the rule, or undefined when they name no weekday, or more than one.
 */
export function readSlotRule(words: string): SlotRule | undefined {
  const text = words.toLowerCase();
  const named = weekdays.filter(([pattern]) => pattern.test(text));
  const weekday = named.length === 1 ? named[0]?.[1] : undefined;
  if (weekday === undefined) return undefined;
  const place = /månad/u.test(text) ? places.find(([pattern]) => pattern.test(text))?.[1] : undefined;
  if (place !== undefined) return { every: 'month', place, weekday };
  if (/månad/u.test(text)) return undefined;
  return { every: 'week', interval: /varannan/u.test(text) ? 2 : 1, weekday };
}
