/** Who sees how much of which promise (model section 5, sync 2.8). */

/** What a role may see: everything, what is shared with partners, or what is published. */
export const lenses = ['full', 'shared', 'public'] as const;
export type Lens = (typeof lenses)[number];

export const roles = ['admin', 'manager', 'editor', 'reader'] as const;
export type Role = (typeof roles)[number];

/** A promise through a lens: `promiseId:lens`. A changed lens is another key, so what was held before is dropped. */
export type ScopeKey = `${string}:${Lens}`;

export const toScopeKey = (promiseId: string, lens: Lens): ScopeKey => `${promiseId}:${lens}`;

/** In: a key. Out: the id of its promise. */
export const toPromiseId = (key: string): string => key.slice(0, key.lastIndexOf(':'));
