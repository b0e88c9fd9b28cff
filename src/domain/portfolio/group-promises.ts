import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { byAlphabet, listMunicipalities } from './allocate-log.ts';

type Named = Pick<CitizenPromise, 'id' | 'title' | 'municipalities' | 'policeAreas' | 'period'>;

/** In: promises. Out: the names of their police areas, once each, in the order of the alphabet. */
export const listPoliceAreas = (promises: readonly Pick<Named, 'policeAreas'>[]): readonly string[] =>
  [
    ...new Map(
      promises.flatMap(({ policeAreas }) => policeAreas.map(({ name }) => [toKey(name), name.trim()] as const)),
    ).values(),
  ]
    .filter((name) => name !== '')
    .toSorted(byAlphabet);

/**
 * In: promises and a police area, or none for all. Out: its promises by municipality in the order of the alphabet, and the
 * later first within one: never by how they go, since promises differ and are not compared.
 */
export const pickPortfolio = <P extends Named>(promises: readonly P[], area: string | undefined): readonly P[] =>
  promises
    .filter(({ policeAreas }) => area === undefined || policeAreas.some(({ name }) => toKey(name) === toKey(area)))
    .toSorted(
      (left, right) =>
        byAlphabet(nameMunicipalities(left) || last, nameMunicipalities(right) || last) ||
        byAlphabet(right.period.from ?? '', left.period.from ?? '') ||
        byAlphabet(left.title, right.title) ||
        byAlphabet(left.id, right.id),
    );

/** In: a promise. Out: its municipalities as one text, in the order of the alphabet; empty where it names none. */
export const nameMunicipalities = (promise: Pick<Named, 'municipalities'>): string =>
  listMunicipalities(promise).join(', ');

/** After every letter. */
const last = '\uffff';
const toKey = (name: string): string => name.trim().toLocaleLowerCase('sv-SE');
