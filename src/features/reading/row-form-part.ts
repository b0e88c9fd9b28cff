import type { PromiseDraft } from '#domain/reading/promise-draft.ts';
import type { RowKind, RowOf } from './draft-rows.ts';

/** Fields that change. `undefined` takes a field away: what nobody says is absent, never empty. */
export type Changes<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** What the fields of a row are given: its value, the draft it belongs to, and where a change goes. */
export interface RowFormPart<K extends RowKind> {
  readonly row: RowOf<K>;
  readonly draft: PromiseDraft;
  readonly change: (changes: Changes<RowOf<K>['value']>) => void;
}

/** In: a value and what changes in it. Out: the value anew, without the fields that were taken away. */
export function applyChanges<T extends object>(value: T, changes: Changes<T>): T {
  const next = { ...value, ...changes };
  return Object.fromEntries(Object.entries(next).filter(([, part]) => part !== undefined)) as T;
}

/** What a field that may be left out becomes when it has been emptied. */
export const orAbsent = <T extends string>(text: T | ''): T | undefined => (text === '' ? undefined : text);
