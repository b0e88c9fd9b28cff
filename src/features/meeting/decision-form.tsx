import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { NoteArea, NoteDate, NoteSelect } from '#features/notes/note-fields.tsx';
import { useNoteForm } from '#features/notes/use-note-form.ts';
import { useServices } from '#features/services.ts';
import type { Row } from '#storage/database.ts';
import { Button } from '#ui/button.tsx';
import { useWords } from '#ui/words.ts';
import styles from './meeting.module.css';
import { words } from './messages.ts';
import { addDecision, emptyDecision, type MeetingFacts, toDecisionDraftKey } from './record-meeting.ts';
import { TroubleNotice } from './trouble-notice.tsx';

interface DecisionFormProps {
  readonly promise: CitizenPromise;
  readonly current: Row<'meetings'> | undefined;
  readonly facts: MeetingFacts;
  readonly onSaved: () => void;
}

/** A decision: what, which function, until when. Saved at once, so that a meeting that ends in haste has lost nothing. */
export function DecisionFields({ promise, current, facts, onSaved }: DecisionFormProps) {
  const t = useWords(words);
  const services = useServices();
  const form = useNoteForm({
    draftKey: toDecisionDraftKey(promise.id),
    initial: emptyDecision,
    save: (values, accepted) =>
      addDecision(services, { promiseId: promise.id, current, facts, form: values, accepted }),
    onSaved,
  });
  // What is typed before the stored draft has been looked for would be lost.
  if (!form.values) return null;
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void form.submit();
      }}
    >
      <TroubleNotice trouble={form.trouble} />
      <div id="new-decision">
        <NoteArea form={form} name="text" label={t('text')} hint={t('textHint')} limit={400} />
      </div>
      <div className={styles.pair}>
        <NoteSelect
          form={form}
          name="partyId"
          label={t('who')}
          emptyLabel={t('nobodyYet')}
          options={promise.parties.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <NoteDate form={form} name="due" label={t('due')} optional />
      </div>
      <div>
        <Button kind="primary" type="submit" busy={form.isSaving}>
          {t('saveDecision')}
        </Button>
      </div>
    </form>
  );
}
