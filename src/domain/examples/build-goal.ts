import type { CountingRule, Feed, Goal } from '#domain/records/goal.ts';
import { buildTarget } from './build-target.ts';
import type { IdOf } from './name-ids.ts';
import type { FeedDescription, GoalDescription } from './promise-description.ts';

/** The text says nothing about what counts: the gap is shown, not filled. */
const unstatedRule: CountingRule = { countsAsOne: '', doesNotCount: '', decidedBy: '' };

/** What every record of a promise carries besides its own id. */
export interface Stamp {
  readonly promiseId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** In: a described goal, its place in the text, its stamp and the ids of names. Out: the record. */
export function buildGoal(described: GoalDescription, order: number, stamp: Stamp, idOf: IdOf): Goal {
  const itemId: IdOf = (item) => idOf(`item/${described.key}.${item}`);
  const countingRule = described.countingRule ?? unstatedRule;
  return {
    ...stamp,
    id: idOf(`goal/${described.key}`),
    text: described.text,
    shortName: described.shortName,
    order,
    focusAreaIds: (described.focusAreas ?? []).map((key) => idOf(`focus/${key}`)),
    level: described.level,
    ownerPartyIds: described.owners.map((key) => idOf(`party/${key}`)),
    target: buildTarget(described.target, itemId),
    countingRule,
    additionalOnly: described.additionalOnly ?? false,
    feeds: (described.feeds ?? []).map((feed) => buildFeed(feed, idOf)),
    origin: described.origin ?? 'promised',
    personRelated: described.personRelated ?? false,
    smallNumberThreshold: 5,
    pacePlan: described.pacePlan ?? { kind: 'even' },
    versions: (described.versions ?? []).map((version) => ({
      target: buildTarget(version.target, itemId),
      countingRule: version.countingRule ?? countingRule,
      validFrom: version.validFrom,
      reason: version.reason,
      decidedBy: version.decidedBy,
    })),
    status: described.status ?? 'active',
    ...(described.statusReason && { statusReason: described.statusReason }),
    ...(described.rescoped && {
      rescoped: { ...described.rescoped, decidedBy: described.rescoped.decidedBy.map((key) => idOf(`party/${key}`)) },
    }),
  };
}

function buildFeed(feed: FeedDescription, idOf: IdOf): Feed {
  const [activity = ''] = feed.from.split('.');
  return {
    activityId: idOf(`activity/${activity}`),
    measureId: idOf(`measure/${feed.from}`),
    ...(feed.role && { role: feed.role }),
  };
}
