/**
 * The names of a tally's counters, all in one place. Every counter is a whole number that adds over logs, and the tally
 * of a goal's whole time is enough for every figure of every kind: nothing here needs the logs again.
 *
 * | counter                  | counts                                                                     | read by |
 * |--------------------------|----------------------------------------------------------------------------|---------|
 * | `events`                 | logs that count                                                            | all |
 * | `sum`                    | what they amount to (S); the part N of a ratio; items reached              | all |
 * | `whole`                  | the whole D: of a ratio, handled within days, received                     | ratio, deadline, on-demand |
 * | `unsure`                 | persons that may be new; never in `sum`                                    | count of distinct persons |
 * | `place:<name>`           | amount at a named place                                                    | count per place |
 * | `unit:<unit>:<key>`      | amount in a calendar unit                                                  | recurrence, ongoing |
 * | `report:<activity>:<key>`| logs by which an activity reported in a unit, "nothing to report" included | ceiling |
 * | `nil:<unit>:<key>`       | logs that report nothing, or 0, in a unit                                  | recurrence, ongoing |
 * | `nil`                    | logs that say "nothing to report"                                          | on-demand |
 * | `item:<id>`              | logs that reach a member or step                                           | checklist, milestone |
 * | `effort:<id>`            | logs by which an effort counts as the step ("utrett, ej möjligt")          | milestone |
 * | `slot:<id>`              | logs that name a slot (a moved occasion)                                   | schedule |
 * | `slot-day:<day>`         | logs on a slot's day that name none                                        | schedule |
 * | `by:<day>`               | amount dated no later than the day                                         | deadline by a date |
 * | `party:<id>`             | amount credited to a party                                                 | party credits |
 * | `party-overlap`          | credits beyond the first of joint work                                     | party credits |
 * | `party-none`             | amount of logs that name no party                                          | party credits |
 * | `planned:<day>`          | planned logs of a day                                                      | planned |
 * | `late`                   | amount logged after a seal, shown as "5 (+1)"                              | reports |
 */
import type { Day } from '#domain/calendar/day.ts';
import type { RecurrenceUnit } from '#domain/records/target.ts';

export const counters = {
  events: 'events',
  sum: 'sum',
  whole: 'whole',
  unsure: 'unsure',
  nil: 'nil',
  partyOverlap: 'party-overlap',
  partyNone: 'party-none',
  late: 'late',
} as const;

export const plannedPrefix = 'planned:';
export const partyPrefix = 'party:';

export const placeCounter = (place: string): string => namePlace(normalizePlace(place));
export const unitCounter = (unit: RecurrenceUnit, key: string): string => nameUnits[unit](key);
export const nilCounter = (unit: RecurrenceUnit, key: string): string => nameNil[unit](key);
export const reportCounter = (activityId: string, key: string): string => nameReports(activityId)(key);
export const itemCounter = (itemId: string): string => `item:${itemId}`;
export const effortCounter = (itemId: string): string => `effort:${itemId}`;
export const slotCounter = (slotId: string): string => `slot:${slotId}`;
export const slotDayCounter = (day: Day): string => `slot-day:${day}`;
export const byCounter = (day: Day): string => `by:${day}`;
export const partyCounter = (partyId: string): string => nameParty(partyId);
export const plannedCounter = (day: Day): string => `${plannedPrefix}${day}`;

const mostNames = 5000;

/** Names that a recount needs once per log are put together once: a new text per log is what costs in it. */
function createNames(prefix: string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    if (known.size >= mostNames) known.clear();
    const counter = prefix + name;
    known.set(name, counter);
    return counter;
  };
}

const createUnitNames = (prefix: string): Readonly<Record<RecurrenceUnit, (key: string) => string>> => ({
  day: createNames(`${prefix}:day:`),
  week: createNames(`${prefix}:week:`),
  month: createNames(`${prefix}:month:`),
  term: createNames(`${prefix}:term:`),
  quarter: createNames(`${prefix}:quarter:`),
  tertial: createNames(`${prefix}:tertial:`),
  'half-year': createNames(`${prefix}:half-year:`),
  year: createNames(`${prefix}:year:`),
});

/** One set of names per activity. */
function nameReports(activityId: string): (key: string) => string {
  const found = reportNames.get(activityId);
  if (found) return found;
  if (reportNames.size >= mostNames) reportNames.clear();
  const names = createNames(`report:${activityId}:`);
  reportNames.set(activityId, names);
  return names;
}

const reportNames = new Map<string, (key: string) => string>();
const namePlace = createNames('place:');
const nameParty = createNames(partyPrefix);
const nameUnits = createUnitNames('unit');
const nameNil = createUnitNames('nil');

/** Places are typed by hand: case and outer spaces do not make another place. */
export const normalizePlace = (place: string): string => place.trim().toLocaleLowerCase('sv-SE');
