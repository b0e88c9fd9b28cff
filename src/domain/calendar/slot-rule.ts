import { addDays, type Day, toDayNumber } from './day.ts';
import { addMonths, type Period } from './period.ts';

/** "Första måndagen varje månad", "varannan torsdag": the occasions of a schedule before anybody excepts one. */
export type SlotRule =
  | { readonly every: 'month'; readonly place: 1 | 2 | 3 | 4 | 'last'; readonly weekday: Weekday }
  | { readonly every: 'week'; readonly interval: 1 | 2 | 4; readonly weekday: Weekday };

/** Monday is 1 and Sunday 7, as in ISO weeks. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A period longer than this is a typing mistake, and its list of days would be of no use. */
const mostMonths = 240;

/** In: a rule and a period. Out: the days of the period that the rule names, in order. Nothing for a reversed period. */
export function listSlotDays(rule: SlotRule, { from, to }: Period): readonly Day[] {
  const days = rule.every === 'month' ? listMonthly(rule, from, to) : listWeekly(rule, from, to);
  return days.filter((day) => from <= day && day <= to);
}

function listMonthly(rule: Extract<SlotRule, { every: 'month' }>, from: Day, to: Day): Day[] {
  const days: Day[] = [];
  const firstMonth = `${from.slice(0, 7)}-01`;
  for (let index = 0; index < mostMonths; index++) {
    const first = addMonths(firstMonth, index);
    if (first > to) break;
    const first7 = toWeekday(first, rule.weekday);
    const day = rule.place === 'last' ? findLast(first7) : addDays(first7, (rule.place - 1) * 7);
    days.push(day);
  }
  return days;
}

function listWeekly(rule: Extract<SlotRule, { every: 'week' }>, from: Day, to: Day): Day[] {
  const days: Day[] = [];
  const last = addMonths(from, mostMonths);
  for (let day = toWeekday(from, rule.weekday); day <= to && day < last; day = addDays(day, rule.interval * 7)) {
    days.push(day);
  }
  return days;
}

/** The first such weekday on or after the day. */
const toWeekday = (day: Day, weekday: Weekday): Day => addDays(day, (weekday - weekdayOf(day) + 7) % 7);

/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: Day): number => ((((toDayNumber(day) + 3) % 7) + 7) % 7) + 1;

function findLast(firstInMonth: Day): Day {
  const fifth = addDays(firstInMonth, 28);
  return fifth.slice(0, 7) === firstInMonth.slice(0, 7) ? fifth : addDays(firstInMonth, 21);
}
