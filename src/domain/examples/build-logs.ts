import { addDays, type Day } from '#domain/calendar/day.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import type { Stamp } from './build-goal.ts';
import type { ExampleTools } from './example-bundle.ts';
import type { IdOf } from './name-ids.ts';
import type { WorkDescription } from './work-description.ts';

const plannedDaysAhead = 28;

/**
 * Described work as logs, seen from a day: what lies behind it is done, the next four weeks are planned,
 * and what is further away is not known yet.
 * In: the work of a whole year in any order, the day, the stamp, ids of names and a maker of ids. Out: logs by day.
 */
export function buildLogs(
  works: readonly WorkDescription[],
  today: Day,
  stamp: Stamp,
  idOf: IdOf,
  newId: ExampleTools['newId'],
): readonly ProgressLog[] {
  return works
    .filter(
      (work) => work.day <= today || (!work.state && !work.corrects && work.day <= addDays(today, plannedDaysAhead)),
    )
    .toSorted((left, right) => (left.day < right.day ? -1 : Number(left.day > right.day)))
    .map((work) => buildLog(work.day <= today ? work : toPlan(work), work.day <= today, stamp, idOf, newId));
}

/** Of work ahead only the occasion is known: no outcome, no persons, nobody's confirmation. */
const toPlan = (work: WorkDescription): WorkDescription => ({
  day: work.day,
  activities: work.activities,
  quantities: Object.fromEntries(Object.entries(work.quantities).filter(([measure]) => measure.endsWith('.count'))),
  parties: work.parties,
  ...(work.place && { place: work.place }),
  ...(work.extra && { extra: true }),
});

function buildLog(work: WorkDescription, isDone: boolean, stamp: Stamp, idOf: IdOf, newId: () => string): ProgressLog {
  const {
    day,
    activities,
    quantities,
    parties,
    confirmedBy = [],
    reached,
    onBehalfOf,
    corrects,
    key,
    ...asDescribed
  } = work;
  return {
    byOutcomes: [],
    visibility: 'internal',
    review: 'none',
    state: isDone ? 'done' : 'planned',
    ...asDescribed,
    ...stamp,
    id: key ? idOf(`log/${key}`) : newId(),
    activityIds: activities.map((activity) => idOf(`activity/${activity}`)),
    date: day,
    quantities: Object.fromEntries(
      Object.entries(quantities).map(([measure, amount]) => [idOf(`measure/${measure}`), amount]),
    ),
    partyIds: parties.map((party) => idOf(`party/${party}`)),
    confirmedBy: confirmedBy.map((party) => idOf(`party/${party}`)),
    ...(reached && { reached: reached.map((item) => toReached(item, idOf)) }),
    ...(onBehalfOf && { onBehalfOf: idOf(`party/${onBehalfOf}`) }),
    ...(corrects && { corrects: idOf(`log/${corrects}`) }),
  };
}

function toReached(item: string, idOf: IdOf) {
  const [goal = ''] = item.split('.');
  return { goalId: idOf(`goal/${goal}`), itemId: idOf(`item/${item}`) };
}
