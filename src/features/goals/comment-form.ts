import { type Comment, commentSchema } from '#domain/records/comment.ts';
import { type Parsed, parseRecord } from '#domain/records/parse-record.ts';
import { type NoteStamp, sayRequired, toIdentity } from '#features/notes/note-form.ts';

export interface CommentForm {
  readonly text: string;
  readonly byPartyId: string;
}

/** In: the form, the goal, the day. Out: a valid comment, or issues by field. */
export function parseCommentForm(form: CommentForm, goalId: string, today: string, stamp: NoteStamp): Parsed<Comment> {
  const parsed = parseRecord(commentSchema, {
    ...toIdentity(stamp),
    ref: { table: 'goals', id: goalId },
    text: form.text,
    date: today,
    byPartyId: form.byPartyId,
  });
  return parsed.kind === 'valid' ? parsed : { kind: 'invalid', issues: sayRequired(parsed.issues) };
}
