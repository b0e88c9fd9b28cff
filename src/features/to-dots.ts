import type { GoalDetail, GoalProgress } from '#domain/progress/goal-progress.ts';
import type { DotMatrixMember } from '#ui/dot-matrix.tsx';

type Checklist = Extract<GoalDetail, { kind: 'checklist' }>;

/** In: a checklist, and the goal's progress without what waits to be shared. Out: one dot for each member. */
export function toDots({ members }: Checklist, official?: GoalProgress | undefined): readonly DotMatrixMember[] {
  const confirmed = official?.detail.kind === 'checklist' ? official.detail.members : members;
  const ticked = new Set(confirmed.filter((member) => member.ticked).map(({ id }) => id));
  return members.map((member) => ({
    key: member.id,
    label: member.name,
    done: member.ticked,
    waiting: member.ticked && !ticked.has(member.id),
  }));
}
