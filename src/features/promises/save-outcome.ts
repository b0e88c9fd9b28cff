import type { Issue } from '#domain/records/parse-record.ts';
import type { Services } from '#features/services.ts';
import { type Action, commitAction } from '#storage/commit-action.ts';
import { ConflictingChange } from '#storage/conflicting-change.ts';
import { discardDraft } from '#storage/drafts.ts';

/** What became of a form that somebody wanted to save. Failures of the device itself are thrown, and nothing is stored. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly id: string; readonly tx: string }
  /** Everything was as wanted already; the draft is gone. */
  | { readonly kind: 'unchanged'; readonly id: string }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  /** Somebody changed one of these fields meanwhile: nothing is stored until a person decides. */
  | { readonly kind: 'conflict'; readonly fields: readonly string[] }
  /** The record, or its promise, is not on this device. */
  | { readonly kind: 'missing' };

/** Writes the whole action, or says why not. In: the id of the record that the form is about. */
export async function commitForm({ db, clock, newId }: Services, id: string, action: Action): Promise<SaveOutcome> {
  if (action.writes.length === 0) {
    if (action.draftKey !== undefined) await discardDraft(db, action.draftKey);
    return { kind: 'unchanged', id };
  }
  try {
    const { tx } = await commitAction(db, action, { now: clock.now, today: clock.today, newId });
    return { kind: 'saved', id, tx };
  } catch (error) {
    if (error instanceof ConflictingChange) return { kind: 'conflict', fields: error.fields.map(({ field }) => field) };
    throw error;
  }
}
