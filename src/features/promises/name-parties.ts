import type { CitizenPromise } from '#domain/records/citizen-promise.ts';

/** Parties by name, in the order of the promise. Ids that the promise does not know are left out. */
export const nameParties = ({ parties }: Pick<CitizenPromise, 'parties'>, ids: readonly string[]): string =>
  parties
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(', ');
