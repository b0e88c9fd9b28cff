/** What a page of the promise is told when somebody comes from an editor: what was done, so that it can be taken back. */
export interface SavedState {
  readonly kind: 'saved' | 'removed' | 'created';
  readonly what: 'promise' | 'activity' | 'goal';
  readonly tx: string;
}

/** In: the state of the address. Out: what was saved, if anything was; the browser may hand back anything. */
export function parseSavedState(state: unknown): SavedState | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  const { kind, what, tx } = state as Partial<SavedState>;
  const isKnown = kind === 'saved' || kind === 'removed' || kind === 'created';
  return isKnown && what && typeof tx === 'string' ? { kind, what, tx } : undefined;
}
