/** Activities and goals in the order of the text, and which activity each goal counts on. */
import type { Target } from '#domain/records/target.ts';
import type { DraftActivity, DraftGoal, PromiseDraft } from './promise-draft.ts';
import { listMeasures, type WantedMeasure } from './to-feeds.ts';

/** A row of the plan: an activity, a goal, or a goal with the activity that had to be made so that it can be logged. */
export interface Work {
  readonly activity?: DraftActivity;
  readonly goal?: DraftGoal;
  readonly feeds: readonly { readonly activityId: string; readonly wanted: readonly WantedMeasure[] }[];
}

/** A number that falls out of more activities than this is asked for in too many forms. */
const mostFeeding = 4;

/** In: a draft and the targets of its goals. Out: its activities and goals in the order of the text, with their feeds. */
export function listWork(draft: PromiseDraft, targets: ReadonlyMap<string, Target>): readonly Work[] {
  const items = [
    ...draft.activities.map((activity) => ({ start: activity.span.start, work: { activity, feeds: [] } as Work })),
    ...draft.goals.map((goal) => ({ start: goal.span.start, work: feedGoal(goal, targets.get(goal.id), draft) })),
  ];
  // An activity before a goal that begins at the same word: sorting keeps the order above.
  return items.toSorted((left, right) => left.start - right.start).map(({ work }) => work);
}

function feedGoal(goal: DraftGoal, target: Target | undefined, { activities }: PromiseDraft): Work {
  const own = activities.find(({ id }) => id === goal.activityId);
  const { personRelated } = goal;
  const list = (isOwn: boolean) => (target ? listMeasures({ target, personRelated, isOwn }) : []);
  const wanted = list(true);
  if (wanted.length === 0) return { goal, feeds: [] };
  if (own) return { goal, feeds: [{ activityId: own.id, wanted }] };

  // A number that is asked for by itself counts nothing but what somebody enters, wherever the work was done.
  const outcomes = list(false).filter(({ key }) => key !== 'occasions');
  const near = activities.filter(({ focusAreaId }) => focusAreaId && goal.focusAreaIds.includes(focusAreaId));
  if (outcomes.length > 0 && near.length > 0 && near.length <= mostFeeding) {
    return { goal, feeds: near.map(({ id }) => ({ activityId: id, wanted: outcomes })) };
  }
  const made = toActivity(goal);
  return { activity: made, goal, feeds: [{ activityId: made.id, wanted }] };
}

/** The goal's own words as work to log: a promise that only says what shall be reached can be logged against, too. */
const toActivity = (goal: DraftGoal): DraftActivity => ({
  id: `${goal.id}/activity`,
  span: goal.span,
  text: goal.text,
  parties: goal.ownerPartyIds.map((partyId) => ({ partyId, role: 'responsible', name: '' })),
  responsibility: goal.ownerPartyIds.length > 1 ? 'joint' : 'each',
  ...(goal.focusAreaIds[0] && { focusAreaId: goal.focusAreaIds[0] }),
});
