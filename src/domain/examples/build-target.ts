import type { Target } from '#domain/records/target.ts';
import type { IdOf } from './name-ids.ts';

/** In: a target with local names in place of the ids of its items, and the ids of names. Out: the target with ids. */
export function buildTarget(target: Target, idOf: IdOf): Target {
  const withId = <Item extends { readonly id: string }>(item: Item) => ({ ...item, id: idOf(item.id) });
  switch (target.kind) {
    case 'schedule':
      return { ...target, slots: target.slots.map(withId) };
    case 'checklist':
      return { ...target, members: target.members.map(withId) };
    case 'milestone':
      return { ...target, steps: target.steps.map(withId) };
    case 'judged':
      return { ...target, rubric: target.rubric.map(withId), agreedLevelId: idOf(target.agreedLevelId) };
    default:
      return target;
  }
}
