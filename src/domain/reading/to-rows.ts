/** What was found becomes rows of the draft, with ids and references to parties and focus areas. */
import type { Mention } from './mentions.ts';
import type {
  DraftActivity,
  DraftFocusArea,
  DraftGoal,
  DraftParty,
  DraftResponsible,
  DraftSignatory,
} from './promise-draft.ts';
import type { FoundActivity } from './read-activities.ts';
import type { FoundGoal } from './read-goals.ts';
import type { FoundSignatory } from './read-signatories.ts';

type IdOf = (mention: Mention) => string | undefined;

interface ActivityContext {
  readonly parties: readonly DraftParty[];
  readonly givers: readonly DraftParty[];
  readonly focusAreas: readonly DraftFocusArea[];
  readonly idOf: IdOf;
}

/** In: found activities. Out: their rows, with the parties by id and by the words of the text. */
export function toDraftActivities(
  found: readonly FoundActivity[],
  { givers, focusAreas, idOf }: ActivityContext,
): DraftActivity[] {
  return found.map((activity, index) => {
    const { responsible, topic, frequency, condition } = activity;
    const parties = toResponsible(responsible.mentions, responsible.isAll ? givers : [], idOf);
    const focusArea = topic && focusAreas.find(({ span }) => span.start >= topic.start && span.end <= topic.end);
    return {
      id: `activity-${index + 1}`,
      span: { start: activity.start, end: activity.end },
      text: activity.text,
      parties,
      responsibility: parties.length > 1 || responsible.isJoint ? 'joint' : 'each',
      ...(focusArea && { focusAreaId: focusArea.id }),
      ...(frequency !== undefined && { frequency }),
      ...(condition !== undefined && { condition }),
    };
  });
}

function toResponsible(mentions: readonly Mention[], all: readonly DraftParty[], idOf: IdOf): DraftResponsible[] {
  const named = mentions.flatMap((mention) => {
    const partyId = idOf(mention);
    return partyId === undefined
      ? []
      : [{ partyId, role: 'responsible' as const, name: mention.text.replaceAll(/\s+/gu, ' ') }];
  });
  const rest = all
    .filter(({ id }) => !named.some(({ partyId }) => partyId === id))
    .map(({ id, name }) => ({ partyId: id, role: 'responsible' as const, name }));
  const seen = new Set<string>();
  return [...named, ...rest].filter(({ partyId }) => !seen.has(partyId) && seen.add(partyId) !== undefined);
}

interface GoalContext {
  readonly found: readonly FoundActivity[];
  readonly activities: readonly DraftActivity[];
  readonly givers: readonly DraftParty[];
  readonly idOf: IdOf;
}

/** In: found goals. Out: their rows, each with the activity that it is the number of. */
export function toDraftGoals(
  goals: readonly FoundGoal[],
  { found, activities, givers, idOf }: GoalContext,
): DraftGoal[] {
  return goals.map((goal, index) => {
    const activity = goal.activity && activities[found.indexOf(goal.activity)];
    const owners = toResponsible(goal.owners, goal.isOwnedByAll ? givers : [], idOf);
    return {
      id: `goal-${index + 1}`,
      span: { start: goal.start, end: goal.end },
      text: goal.text,
      level: goal.level,
      ownerPartyIds: owners.map(({ partyId }) => partyId),
      target: goal.target,
      focusAreaIds: activity?.focusAreaId === undefined ? [] : [activity.focusAreaId],
      ...(activity && { activityId: activity.id }),
      personRelated: goal.personRelated,
      additionalOnly: goal.additionalOnly,
    };
  });
}

/** In: found signatories. Out: their rows; the police's officers sign for the police, the others for the municipality. */
export function toDraftSignatories(
  found: readonly FoundSignatory[],
  parties: readonly DraftParty[],
  idOf: IdOf,
): DraftSignatory[] {
  return found.map(({ start, end, role, name, acting, of, isPolice }, index) => {
    const kind = isPolice ? 'police' : 'municipality';
    const named = of && idOf(of);
    const partyId = named ?? parties.find((party) => party.signatory && party.kind === kind)?.id;
    return {
      id: `signatory-${index + 1}`,
      span: { start, end },
      role,
      ...(name !== undefined && { name }),
      ...(partyId !== undefined && { partyId }),
      ...(acting && { acting }),
    };
  });
}
