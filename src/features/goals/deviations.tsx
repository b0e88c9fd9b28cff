import { type Deviation, deviationCauses } from '#domain/records/deviation.ts';
import { formatDateWithYear, formatPeriod } from '#domain/wording/days.ts';
import { deviationCauseWord } from '#domain/wording/follow-up-words.ts';
import { NoteDialog } from '#features/notes/note-dialog.tsx';
import { NoteArea, NoteCheck, NoteDate, NoteSelect } from '#features/notes/note-fields.tsx';
import { screenTexts } from '#features/notes/note-form.ts';
import { noteWords } from '#features/notes/note-messages.ts';
import { NoteSection } from '#features/notes/note-section.tsx';
import { saveNote } from '#features/notes/save-note.ts';
import { useNoteDesk } from '#features/notes/use-note-desk.ts';
import { useNoteForm } from '#features/notes/use-note-form.ts';
import { useWriter } from '#features/notes/use-writer.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import type { Row } from '#storage/database.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { useWords } from '#ui/words.ts';
import { type GoalView, listDeviations } from './build-goal-view.ts';
import { parseDeviationForm, toDeviationForm } from './deviation-form.ts';
import styles from './goals.module.css';

/** What went otherwise than planned, why, and what was done about it. */
export function Deviations({ view }: { readonly view: GoalView }) {
  const t = useWords(noteWords);
  const desk = useNoteDesk('deviations');
  const own = listDeviations(view.records);
  const edited = desk.open.kind === 'edit' ? desk.open.id : undefined;
  return (
    <NoteSection
      title={t('deviations')}
      addLabel={t('addDeviation')}
      none={t('deviationsNone')}
      count={own.length}
      desk={desk}
      form={
        desk.open.kind !== 'closed' && (
          <DeviationDialog
            key={edited}
            view={view}
            base={own.find(({ id }) => id === edited)}
            onClose={desk.close}
            onRemove={desk.remove}
          />
        )
      }
    >
      <ul className={styles.plain}>
        {own.map((deviation) => (
          <DeviationItem key={deviation.id} deviation={deviation} onEdit={() => desk.edit(deviation.id)} />
        ))}
      </ul>
    </NoteSection>
  );
}

interface DeviationItemProps {
  readonly deviation: Deviation;
  readonly onEdit: () => void;
}

function DeviationItem({ deviation, onEdit }: DeviationItemProps) {
  const t = useWords(noteWords);
  const language = useLanguage();
  const { from, to, cause, effect, action, pausesPace } = deviation;
  const name = deviationCauseWord(cause, language);
  const time = to
    ? formatPeriod({ from, to }, language)
    : t('ongoingSince', { day: formatDateWithYear(from, language) });
  return (
    <li className={styles.note} data-keep-together>
      <Cluster spread>
        <span>
          <strong>{name}</strong> <span className={styles.quiet}>{time}</span>
        </span>
        <span data-screen-only>
          <Button kind="quiet" aria-label={t('editNamed', { name: `${name}, ${time}` })} onClick={onEdit}>
            {t('edit')}
          </Button>
        </span>
      </Cluster>
      <p>{effect}</p>
      {action && <p>{t('remedyLine', { text: action })}</p>}
      {pausesPace && <p className={styles.quiet}>{t('pausesNote')}</p>}
    </li>
  );
}

interface DeviationDialogProps {
  readonly view: GoalView;
  readonly base: Row<'deviations'> | undefined;
  readonly onClose: () => void;
  readonly onRemove: (id: string) => Promise<void>;
}

function DeviationDialog({ view, base, onClose, onRemove }: DeviationDialogProps) {
  const t = useWords(noteWords);
  const language = useLanguage();
  const services = useServices();
  const { goal, overview } = view.records;
  const writer = useWriter(overview.promise);
  const draftKey = `deviation:${base?.id ?? goal.id}`;
  const form = useNoteForm({
    draftKey,
    initial: toDeviationForm(writer.today, base),
    onSaved: onClose,
    save: (values, accepted) =>
      saveNote(services, {
        table: 'deviations',
        parsed: parseDeviationForm(values, base?.refs ?? [{ table: 'goals', id: goal.id }], writer.toStamp(base)),
        base,
        screened: screenTexts({ effect: values.effect, action: values.action }, writer.today, accepted),
        draftKey,
      }),
  });
  return (
    <NoteDialog
      title={t(base ? 'editDeviation' : 'addDeviation')}
      form={form}
      onClose={onClose}
      onRemove={base && (() => void onRemove(base.id))}
    >
      <NoteSelect
        form={form}
        name="cause"
        label={t('cause')}
        emptyLabel={t('choose')}
        options={deviationCauses.map((cause) => ({ value: cause, label: deviationCauseWord(cause, language) }))}
      />
      <NoteDate form={form} name="from" label={t('from')} />
      <NoteDate form={form} name="to" label={t('to')} hint={t('toHint')} optional />
      <NoteArea form={form} name="effect" label={t('effect')} limit={400} />
      <NoteArea form={form} name="action" label={t('remedy')} limit={400} optional />
      <NoteCheck form={form} name="pausesPace" label={t('pausesPace')} hint={t('pausesPaceHint')} />
    </NoteDialog>
  );
}
