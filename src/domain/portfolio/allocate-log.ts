/** Which municipality a piece of work belongs to, as far as its record says it. Nothing is guessed and nothing shared out. */
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Party, PartyKind } from '#domain/records/party.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';

/** What told it: the municipality chosen in the log, a party that belongs to one, or a place that carries its name. */
export const allocationBases = ['stated', 'party', 'place'] as const;
export type AllocationBasis = (typeof allocationBases)[number];

/** Why it cannot be told: nothing in the log says it, or what says it names several. */
export const unallocatedReasons = ['nothing-says', 'several'] as const;
export type UnallocatedReason = (typeof unallocatedReasons)[number];

export type Allocation =
  | { readonly kind: 'municipality'; readonly name: string; readonly basis: AllocationBasis }
  | { readonly kind: 'unallocated'; readonly reason: UnallocatedReason };

export type AllocatedLog = Pick<ProgressLog, 'municipality' | 'partyIds' | 'place'>;

/** The parts of a municipality: police and associations may work in several, whatever their names say. */
const municipalKinds: ReadonlySet<PartyKind> = new Set([
  'municipality',
  'municipal-unit',
  'school',
  'social-services',
  'leisure',
]);

/** In: a promise. Out: the names of its municipalities, once each, in the order of the alphabet. */
export const listMunicipalities = ({ municipalities }: Pick<CitizenPromise, 'municipalities'>): readonly string[] =>
  municipalities
    .map(({ name }) => name.trim())
    .filter((name) => name !== '')
    .toSorted(byAlphabet)
    .filter((name, index, all) => !all.slice(0, index).some((other) => isSameName(name, other)));

/** Whether several municipalities promise together. */
export const isShared = (promise: Pick<CitizenPromise, 'municipalities'>): boolean =>
  listMunicipalities(promise).length > 1;

export const byAlphabet = (left: string, right: string): number => alphabet.compare(left, right);
const alphabet = new Intl.Collator('sv-SE');

/**
 * In: a promise. Out: what says of each of its logs which municipality it belongs to. What the person who logged it chose
 * goes first. Else parties and place must name one and the same; where they name several, or none, it stays unallocated.
 */
export function createAllocator(
  promise: Pick<CitizenPromise, 'municipalities' | 'parties'>,
): (log: AllocatedLog) => Allocation {
  const names = listMunicipalities(promise);
  const byParty = new Map(
    promise.parties.map((party) => [party.id, findOfParty(party, promise.parties, names)] as const),
  );
  return ({ municipality, partyIds, place }) => {
    const stated = findNamed(municipality, names);
    if (stated !== undefined) return { kind: 'municipality', name: stated, basis: 'stated' };
    const ofParties = new Set(partyIds.flatMap((id) => byParty.get(id) ?? []));
    const ofPlace = findNamed(place, names);
    const all = new Set([...ofParties, ...(ofPlace === undefined ? [] : [ofPlace])]);
    const [only] = all;
    if (only === undefined) return { kind: 'unallocated', reason: 'nothing-says' };
    if (all.size > 1) return { kind: 'unallocated', reason: 'several' };
    return { kind: 'municipality', name: only, basis: ofParties.size > 0 ? 'party' : 'place' };
  };
}

/** A unit belongs where its own name says, else where the party does that it is part of. */
function findOfParty(party: Party, parties: readonly Party[], names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (let one: Party | undefined = party; one && !seen.has(one.id); ) {
    seen.add(one.id);
    const found = municipalKinds.has(one.kind) ? findNamed(one.name, names) : undefined;
    if (found !== undefined) return found;
    const parentId: string | undefined = one.parentId;
    one = parties.find(({ id }) => id === parentId);
  }
  return undefined;
}

/** The municipality whose name stands in a text as whole words; undefined for none, or for several. */
function findNamed(text: string | undefined, names: readonly string[]): string | undefined {
  if (text === undefined) return undefined;
  const said = toWords(text);
  const found = names.filter((name) => contains(said, toWords(name)));
  // "Lilla Ort" says nothing of "Ort".
  const own = found.filter((name) => !found.some((other) => other !== name && contains(toWords(other), toWords(name))));
  return own.length === 1 ? own[0] : undefined;
}

const contains = (said: readonly string[], name: readonly string[]): boolean =>
  name.length > 0 &&
  said.some((_, start) =>
    name.every((word, index) => isSameWord(said[start + index], word, index === name.length - 1)),
  );

/** The last word of a name may stand in its genitive. */
const isSameWord = (said: string | undefined, word: string, isLast: boolean): boolean =>
  said === word || (isLast && said === `${word}s`);

/** "Ort", "ort" and "Orts kommun" are one. */
function isSameName(left: string, right: string): boolean {
  const [one, other] = [toWords(left), toWords(right)];
  return one.length === other.length && (contains(one, other) || contains(other, one));
}

const ofTheKind: ReadonlySet<string> = new Set(['kommun', 'stad', 'municipality']);

/** A name without what it is a name of: "kommun" and "stad" go. */
function toWords(name: string): readonly string[] {
  const words = name
    .toLocaleLowerCase('sv-SE')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const own = words.filter((word) => !ofTheKind.has(word));
  return own.length === 0 ? words : own;
}
