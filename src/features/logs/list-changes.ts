import type { Fact } from './list-facts.ts';

export interface FactChange {
  readonly key: string;
  readonly term: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** In: what an entry said and what the one that replaced it says. Out: the facts that differ, in the order of the form. */
export function listChanges(before: readonly Fact[], after: readonly Fact[]): readonly FactChange[] {
  const earlier = new Map(before.map((fact) => [fact.key, fact]));
  const later = new Map(after.map((fact) => [fact.key, fact]));
  const all = new Map([...earlier, ...later]);
  return Array.from(all, ([key, { term }]) => ({
    key,
    term,
    before: earlier.get(key)?.value,
    after: later.get(key)?.value,
  })).filter((change) => change.before !== change.after);
}
