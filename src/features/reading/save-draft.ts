import { countBytes, operationLimits } from '#domain/operations/operation.ts';
import { toRecords } from '#domain/reading/to-records.ts';
import type { Services } from '#features/services.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { type Blocked, findBlocked, findPromisePart } from './cover-findings.ts';
import { type EditedDraft, keepRows } from './edit-draft.ts';

/** Where the text and what people have made of it are kept while they work. */
export const readingDraftKey = 'reading';

export type DraftOutcome =
  | { readonly kind: 'saved'; readonly promiseId: string; readonly tx: string }
  | { readonly kind: 'personal-data'; readonly found: readonly Blocked[] }
  /** The text is larger than one change may be. `fitsAlone`: the part that the rows come from would fit. */
  | { readonly kind: 'too-long'; readonly fitsAlone: boolean };

/** What the rest of the operation needs around the record. */
const envelope = 2000;

/**
 * Saves the draft as a promise with its focus areas, activities and goals, in one action that ends what was kept while it
 * was read. In: the draft as it stands; rows that were thrown away are left out. `onlyPart`: of the text, keep only the
 * part that the rows come from. Throws `StorageFailure`; then nothing is stored and the draft is as it was.
 */
export async function saveDraft(
  services: Services,
  edited: EditedDraft,
  { onlyPart = false }: { readonly onlyPart?: boolean } = {},
): Promise<DraftOutcome> {
  const { db, clock, newId } = services;
  const found = findBlocked(edited, clock.today());
  if (found.length > 0) return { kind: 'personal-data', found };

  const draft = keepRows(edited);
  const part = findPromisePart(draft);
  const cropped = draft.originalText.slice(part.start, part.end);
  const originalText = onlyPart ? cropped : draft.originalText;
  const records = toRecords({ ...draft, originalText }, { newId, now: clock.now(), guides: edited.guides });
  const { promise, focusAreas, activities, goals } = records;
  const limit = operationLimits.operationBytes - envelope;
  const size = countBytes(JSON.stringify(promise));
  if (size > limit) {
    const rest = size - countBytes(JSON.stringify(originalText));
    return { kind: 'too-long', fitsAlone: !onlyPart && rest + countBytes(JSON.stringify(cropped)) <= limit };
  }
  const writes: readonly Write[] = [
    { kind: 'create', table: 'promises', record: promise },
    ...focusAreas.map((record): Write => ({ kind: 'create', table: 'focusAreas', record })),
    ...activities.map((record): Write => ({ kind: 'create', table: 'activities', record })),
    ...goals.map((record): Write => ({ kind: 'create', table: 'goals', record })),
  ];
  const { tx } = await commitAction(
    db,
    { label: 'record-created', draftKey: readingDraftKey, writes },
    { now: clock.now, today: clock.today, newId },
  );
  return { kind: 'saved', promiseId: promise.id, tx };
}
