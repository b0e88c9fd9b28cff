/** Fields that are sets: what is in them is added and removed member by member, so that two people's additions add up. */
import type { Json } from './operation.ts';

/**
 * The name of a member within its field: the text itself, its `id`, or its values in the order of their names.
 * In: a member. Out: a text that is equal for equal members.
 */
export function toMemberKey(member: Json): string {
  if (typeof member === 'string') return member;
  if (isFields(member)) {
    if (typeof member.id === 'string') return member.id;
    return Object.keys(member)
      .sort()
      .map((name) => `${name}=${JSON.stringify(member[name])}`)
      .join(',');
  }
  return JSON.stringify(member);
}

/** The members of a field as it stands; a field that is absent has none. */
export const toMembers = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);

export interface MemberChanges {
  /** New members, and those whose content changed. */
  readonly added: readonly Json[];
  readonly removed: readonly string[];
  /** The keys in their new order, when adding and removing does not give it. */
  readonly order?: readonly string[];
}

/** In: the members before and as wanted. Out: what turns the one into the other. */
export function compareMembers(before: readonly Json[], wanted: readonly Json[]): MemberChanges {
  const old = new Map(before.map((member) => [toMemberKey(member), JSON.stringify(member)]));
  const keys = new Set(wanted.map(toMemberKey));
  const added = wanted.filter((member) => old.get(toMemberKey(member)) !== JSON.stringify(member));
  const removed = [...old.keys()].filter((key) => !keys.has(key));
  const outcome = addMembers(removeMembers(before, new Set(removed)), added).map(toMemberKey);
  const order = [...keys];
  return outcome.every((key, index) => key === order[index]) ? { added, removed } : { added, removed, order };
}

/** Members that are there already are replaced where they stand; new ones come last. */
export function addMembers(members: readonly Json[], added: readonly Json[]): readonly Json[] {
  const byKey = new Map(members.map((member) => [toMemberKey(member), member]));
  for (const member of added) byKey.set(toMemberKey(member), member);
  return [...byKey.values()];
}

export const removeMembers = (members: readonly Json[], keys: ReadonlySet<string>): readonly Json[] =>
  members.filter((member) => !keys.has(toMemberKey(member)));

/** Named members in the order of the keys, the others after them: an order never adds or removes anybody. */
export function orderMembers(members: readonly Json[], keys: readonly string[]): readonly Json[] {
  const byKey = new Map(members.map((member) => [toMemberKey(member), member]));
  const named = [...new Set(keys)].flatMap((key) => byKey.get(key) ?? []);
  const order = new Set(keys);
  return [...named, ...members.filter((member) => !order.has(toMemberKey(member)))];
}

const isFields = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
