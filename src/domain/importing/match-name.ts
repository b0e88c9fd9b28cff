import type { Activity } from '#domain/records/activity.ts';
import type { Party } from '#domain/records/party.ts';
import { foldName } from './cell.ts';
import { nameBreaks, partyKindByWord } from './cell-words.ts';

/** Finds what a cell names, by its folded name. */
export type FindByName = (name: string) => string | undefined;

/** In: things with names. Out: the id of the one with a name, if exactly one has it. */
export function indexNames(named: Iterable<readonly [id: string, names: readonly string[]]>): FindByName {
  const ids = new Map<string, Set<string>>();
  for (const [id, names] of named) {
    for (const name of names) {
      const key = foldName(name);
      ids.set(key, (ids.get(key) ?? new Set()).add(id));
    }
  }
  return (name) => {
    const [only, ...more] = ids.get(foldName(name)) ?? [];
    return more.length === 0 ? only : undefined;
  };
}

/** In: the promise's activities. Out: a search by short name or text; two of the same name are found by neither. */
export const indexActivities = (activities: readonly Pick<Activity, 'id' | 'shortName' | 'text'>[]): FindByName =>
  indexNames(activities.map(({ id, shortName, text }) => [id, [shortName, text]]));

/** In: the promise's parties. Out: a search by name, and by what kind of party it is where one alone is of that kind. */
export function indexParties(parties: readonly Party[]): FindByName {
  const byName = indexNames(parties.map(({ id, name }) => [id, [name]]));
  return (name) => {
    const known = byName(name);
    if (known !== undefined) return known;
    const kind = partyKindByWord.get(foldName(name));
    const own = parties.filter((party) => party.kind === kind);
    // "Polisen" is the one that signed, rather than a unit of it.
    const [only, ...more] = own.length > 1 ? own.filter(({ signatory }) => signatory) : own;
    return more.length === 0 ? only?.id : undefined;
  };
}

/** In: a cell with one name or several ("Polis och kommun"). Out: the names; the whole cell where it is a name itself. */
export function splitNames(text: string, find: FindByName): readonly string[] {
  if (text === '') return [];
  if (find(text) !== undefined) return [text];
  return text.split(nameBreaks).filter((name) => name.trim() !== '');
}

/** The named thing that resembles most, for a question that a person answers. In: a name, and all there is. Out: an id, or undefined. */
export function findResembling(
  name: string,
  named: readonly { readonly id: string; readonly name: string }[],
): string | undefined {
  const wanted = toPairs(name);
  const scored = named.map(({ id, name: other }) => ({ id, score: compare(wanted, toPairs(other)) }));
  const best = scored.toSorted((left, right) => right.score - left.score)[0];
  return best && best.score >= 0.5 ? best.id : undefined;
}

/** Letters two by two: what is misspelt or longer still shares most of them. */
const toPairs = (name: string): ReadonlySet<string> => {
  const text = foldName(name).replaceAll(' ', '');
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)));
};

function compare(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((pair) => right.has(pair)).length;
  const smaller = Math.min(left.size, right.size);
  return smaller < 3 ? 0 : (shared / smaller + (2 * shared) / (left.size + right.size)) / 2;
}
