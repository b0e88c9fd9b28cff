import { formatDay } from '#domain/wording/days.ts';
import { NoteDialog } from '#features/notes/note-dialog.tsx';
import { NoteArea, NoteSelect } from '#features/notes/note-fields.tsx';
import { screenTexts } from '#features/notes/note-form.ts';
import { noteWords } from '#features/notes/note-messages.ts';
import { NoteSection } from '#features/notes/note-section.tsx';
import { saveNote } from '#features/notes/save-note.ts';
import { useNoteDesk } from '#features/notes/use-note-desk.ts';
import { useNoteForm } from '#features/notes/use-note-form.ts';
import { useWriter } from '#features/notes/use-writer.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { useWords } from '#ui/words.ts';
import type { GoalView } from './build-goal-view.ts';
import { parseCommentForm } from './comment-form.ts';
import styles from './goals.module.css';

/** What the parties have said about the goal, the latest first. */
export function Comments({ view }: { readonly view: GoalView }) {
  const t = useWords(noteWords);
  const language = useLanguage();
  const desk = useNoteDesk('comments');
  const { comments, overview } = view.records;
  return (
    <NoteSection
      title={t('comments')}
      addLabel={t('addComment')}
      none={t('commentsNone')}
      count={comments.length}
      desk={desk}
      form={desk.open.kind === 'new' && <CommentDialog view={view} onClose={desk.close} />}
    >
      <ul className={styles.plain}>
        {comments.map(({ id, date, text, byPartyId }) => {
          const day = formatDay(date, language, view.asOf);
          return (
            <li key={id} className={styles.note} data-keep-together>
              <Cluster spread>
                <span className={styles.quiet}>
                  {[day, overview.promise.parties.find((party) => party.id === byPartyId)?.name]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <span data-screen-only>
                  <Button kind="quiet" aria-label={t('removeComment', { day })} onClick={() => void desk.remove(id)}>
                    {t('remove')}
                  </Button>
                </span>
              </Cluster>
              <p className={styles.verbatim}>{text}</p>
            </li>
          );
        })}
      </ul>
    </NoteSection>
  );
}

function CommentDialog({ view, onClose }: { readonly view: GoalView; readonly onClose: () => void }) {
  const t = useWords(noteWords);
  const services = useServices();
  const { goal, overview } = view.records;
  const writer = useWriter(overview.promise);
  const draftKey = `comment:${goal.id}`;
  const form = useNoteForm({
    draftKey,
    initial: { text: '', byPartyId: writer.partyId },
    onSaved: onClose,
    save: (values, accepted) =>
      saveNote(services, {
        table: 'comments',
        parsed: parseCommentForm(values, goal.id, writer.today, writer.toStamp()),
        screened: screenTexts({ text: values.text }, writer.today, accepted),
        draftKey,
      }),
  });
  return (
    <NoteDialog title={t('addComment')} form={form} onClose={onClose}>
      <NoteArea form={form} name="text" label={t('commentText')} hint={t('commentHint')} limit={1000} />
      <NoteSelect
        form={form}
        name="byPartyId"
        label={t('party')}
        emptyLabel={t('choose')}
        options={writer.partyOptions}
      />
    </NoteDialog>
  );
}
