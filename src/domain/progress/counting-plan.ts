import type { Day } from '#domain/calendar/day.ts';
import { toPeriod } from '#domain/calendar/period.ts';
import { createUnitKeys } from '#domain/calendar/unit-keys.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Feed, Goal } from '#domain/records/goal.ts';
import type { RecurrenceUnit, Target } from '#domain/records/target.ts';
import { sortVersions } from './target-versions.ts';

/** What the counting of logs depends on besides the log: the goal, its promise's period, and its activities' measures. */
export interface CountingContext {
  readonly goal: Goal;
  readonly promise: CitizenPromise;
  /** At least the activities that feed the goal; more do no harm. Their first measure counts occasions. */
  readonly activities: readonly Pick<Activity, 'id' | 'measures'>[];
}

/** A feed that knows whether it counts occasions ("antal insatser") or a quantity that must have been reported. */
export interface CountedFeed {
  readonly activityId: string;
  readonly measureId: string;
  readonly role: Feed['role'];
  readonly occasions: boolean;
}

/** A context made ready for many logs: everything that does not depend on the log is worked out once. */
export interface CountingPlan {
  readonly goal: Goal;
  readonly feedsByActivity: ReadonlyMap<string, readonly CountedFeed[]>;
  /** The promise's days; either end is undefined while it is unknown. */
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  /** In order; one entry from ever before the first version. */
  readonly targets: readonly { readonly validFrom: Day; readonly target: Target }[];
  readonly unitKey: (unit: RecurrenceUnit, day: Day) => string | undefined;
}

const calendarUnits: ReadonlySet<RecurrenceUnit> = new Set(['day', 'week', 'month', 'term']);
const plans = new WeakMap<CountingContext, CountingPlan>();

/** In: a context, which must not change afterwards. Out: its plan, the same one each time. */
export function planCounting(context: CountingContext): CountingPlan {
  const known = plans.get(context);
  if (known) return known;
  const plan = createPlan(context);
  plans.set(context, plan);
  return plan;
}

function createPlan({ goal, promise, activities }: CountingContext): CountingPlan {
  const { from, to } = findBounds(promise);
  return {
    goal,
    feedsByActivity: groupFeeds(goal.feeds, activities),
    from,
    to,
    targets: listTargets(goal),
    unitKey: createUnitLookup(from, promise.terms),
  };
}

/** In: a promise. Out: its first and last day as far as they are known: an open end still has a beginning. */
export function findBounds(promise: CitizenPromise): { readonly from: Day | undefined; readonly to: Day | undefined } {
  const stated = promise.period;
  const period = toPeriod(stated, promise.signedOn);
  return { from: period?.from ?? (stated.fromSigning ? promise.signedOn : stated.from), to: period?.to };
}

function groupFeeds(
  feeds: readonly Feed[],
  activities: CountingContext['activities'],
): ReadonlyMap<string, readonly CountedFeed[]> {
  const occasionMeasures = new Set(activities.map((activity) => `${activity.id} ${activity.measures[0]?.id}`));
  const grouped = new Map<string, CountedFeed[]>();
  for (const { activityId, measureId, role } of feeds) {
    const feed = { activityId, measureId, role, occasions: occasionMeasures.has(`${activityId} ${measureId}`) };
    const known = grouped.get(activityId);
    if (known) known.push(feed);
    else grouped.set(activityId, [feed]);
  }
  return grouped;
}

function listTargets(goal: Goal): CountingPlan['targets'] {
  const versions = sortVersions(goal).map(({ validFrom, target }) => ({ validFrom, target }));
  const first = versions[0];
  if (!first) return [{ validFrom: '', target: goal.target }];
  return [{ validFrom: '', target: first.target }, ...versions.slice(1)];
}

/** Without a known start there are no units that are counted from it; the promise's own change recounts them. */
function createUnitLookup(start: Day | undefined, terms: CitizenPromise['terms']): CountingPlan['unitKey'] {
  const lookups = new Map<RecurrenceUnit, (day: Day) => string | undefined>();
  return (unit, day) => {
    let lookup = lookups.get(unit);
    if (!lookup) {
      lookup =
        start === undefined && !calendarUnits.has(unit) ? () => undefined : createUnitKeys(unit, start ?? '', terms);
      lookups.set(unit, lookup);
    }
    return lookup(day);
  };
}
