import { commentSchema } from '#domain/records/comment.ts';
import type { Ref } from '#domain/records/fields.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import type { Services } from '#features/services.ts';
import { commitForm, type SaveOutcome } from './save-outcome.ts';

export interface CommentForm {
  readonly text: string;
  readonly byPartyId: string;
}

/** A comment by a party, dated today. */
export function addComment(
  services: Services,
  { promiseId, ref, form, draftKey }: { promiseId: string; ref: Ref; form: CommentForm; draftKey: string },
): Promise<SaveOutcome> {
  const now = services.clock.now();
  const record = {
    id: services.newId(),
    promiseId,
    createdAt: now,
    updatedAt: now,
    ref,
    text: form.text,
    date: services.clock.today(),
    byPartyId: form.byPartyId,
  };
  const parsed = parseRecord(commentSchema, record);
  if (parsed.kind === 'invalid') {
    const issues = parsed.issues.map((issue) => (issue.code === 'not-an-id' ? { ...issue, code: 'required' } : issue));
    return Promise.resolve({ kind: 'invalid', issues });
  }
  return commitForm(services, record.id, {
    label: 'record-created',
    draftKey,
    writes: [{ kind: 'create', table: 'comments', record: parsed.value }],
  });
}
