import { type Assessment, attainmentVerdicts, implementationVerdicts } from '#domain/records/assessment.ts';
import { formatDay } from '#domain/wording/days.ts';
import { levelName } from '#domain/wording/describe-target.ts';
import { attainmentWord, implementationWord } from '#domain/wording/follow-up-words.ts';
import { type AssessmentForm, parseAssessmentForm, toAssessmentForm } from '#features/notes/assessment-form.ts';
import { NoteDialog } from '#features/notes/note-dialog.tsx';
import { NoteArea, NoteCheck, NoteDate, NoteSelect } from '#features/notes/note-fields.tsx';
import { screenTexts } from '#features/notes/note-form.ts';
import { noteWords } from '#features/notes/note-messages.ts';
import { NoteSection } from '#features/notes/note-section.tsx';
import { saveNote } from '#features/notes/save-note.ts';
import { useNoteDesk } from '#features/notes/use-note-desk.ts';
import { type NoteFormState, useNoteForm } from '#features/notes/use-note-form.ts';
import { useWriter } from '#features/notes/use-writer.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import type { Row } from '#storage/database.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { useWords } from '#ui/words.ts';
import type { GoalView } from './build-goal-view.ts';
import styles from './goals.module.css';

/** Signed judgements of the goal, the latest first: the work and the goal are two verdicts. */
export function Assessments({ view }: { readonly view: GoalView }) {
  const t = useWords(noteWords);
  const desk = useNoteDesk('assessments');
  const { goal, overview } = view.records;
  const own = overview.assessments.filter(({ ref }) => ref.id === goal.id);
  const edited = desk.open.kind === 'edit' ? desk.open.id : undefined;
  return (
    <NoteSection
      title={t('assessments')}
      addLabel={t('addAssessment')}
      none={t('assessmentsNone')}
      count={own.length}
      desk={desk}
      form={
        desk.open.kind !== 'closed' && (
          <AssessmentDialog
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
        {own.map((assessment) => (
          <AssessmentItem
            key={assessment.id}
            assessment={assessment}
            view={view}
            onEdit={() => desk.edit(assessment.id)}
          />
        ))}
      </ul>
    </NoteSection>
  );
}

interface AssessmentItemProps {
  readonly assessment: Assessment;
  readonly view: GoalView;
  readonly onEdit: () => void;
}

function AssessmentItem({ assessment, view, onEdit }: AssessmentItemProps) {
  const t = useWords(noteWords);
  const language = useLanguage();
  const { target } = view.progress;
  const { levelId, implementation, attainment, joint, byPartyId, date, comment, evidence, dissent } = assessment;
  const { parties } = view.records.overview.promise;
  const day = formatDay(date, language, view.asOf);
  const signed = [day, parties.find(({ id }) => id === byPartyId)?.name, joint ? t('jointly') : undefined];
  const verdicts = [
    levelId && target.kind === 'judged' ? levelName(target, levelId) : undefined,
    implementation && implementationWord(implementation, language),
    attainment && attainmentWord(attainment, language),
  ];
  return (
    <li className={styles.note} data-keep-together>
      <Cluster spread>
        <span>
          <strong>{verdicts.filter(Boolean).join(' · ')}</strong>{' '}
          <span className={styles.quiet}>{signed.filter(Boolean).join(' · ')}</span>
        </span>
        <span data-screen-only>
          <Button kind="quiet" aria-label={t('editNamed', { name: day })} onClick={onEdit}>
            {t('edit')}
          </Button>
        </span>
      </Cluster>
      <p className={styles.verbatim}>{comment}</p>
      {evidence.length > 0 && <p className={styles.quiet}>{t('evidenceLine', { list: evidence.join(', ') })}</p>}
      {dissent && <p>{t('dissentLine', { text: dissent })}</p>}
    </li>
  );
}

interface AssessmentDialogProps {
  readonly view: GoalView;
  readonly base: Row<'assessments'> | undefined;
  readonly onClose: () => void;
  readonly onRemove: (id: string) => Promise<void>;
}

function AssessmentDialog({ view, base, onClose, onRemove }: AssessmentDialogProps) {
  const t = useWords(noteWords);
  const services = useServices();
  const { goal, overview } = view.records;
  const writer = useWriter(overview.promise);
  const { today } = writer;
  const draftKey = `assessment:${base?.id ?? goal.id}`;
  const form = useNoteForm<AssessmentForm>({
    draftKey,
    initial: toAssessmentForm(today, writer.partyId, base),
    onSaved: onClose,
    save: (values, accepted) => {
      const { comment, evidence, dissent } = values;
      const ref = { table: 'goals' as const, id: goal.id };
      const asked = { ref, isJudged: view.progress.kind === 'judged', today, followUpId: base?.followUpId };
      return saveNote(services, {
        table: 'assessments',
        parsed: parseAssessmentForm(values, asked, writer.toStamp(base)),
        base,
        screened: screenTexts({ comment, evidence, dissent }, today, accepted),
        draftKey,
      });
    },
  });
  return (
    <NoteDialog
      title={t(base ? 'editAssessment' : 'addAssessment')}
      form={form}
      onClose={onClose}
      onRemove={base && (() => void onRemove(base.id))}
    >
      <Verdicts view={view} form={form} />
      <NoteArea form={form} name="comment" label={t('comment')} limit={2000} />
      <NoteArea form={form} name="evidence" label={t('evidence')} hint={t('evidenceHint')} limit={2000} optional />
      <NoteSelect
        form={form}
        name="byPartyId"
        label={t('party')}
        emptyLabel={t('choose')}
        options={writer.partyOptions}
      />
      <NoteCheck form={form} name="joint" label={t('joint')} />
      <NoteArea form={form} name="dissent" label={t('dissent')} limit={1000} optional />
      <NoteDate form={form} name="date" label={t('date')} max={today} />
    </NoteDialog>
  );
}

interface VerdictsProps {
  readonly view: GoalView;
  readonly form: NoteFormState<AssessmentForm>;
}

/** A goal judged in words asks for its level; the two questions are asked of every goal. */
function Verdicts({ view, form }: VerdictsProps) {
  const t = useWords(noteWords);
  const language = useLanguage();
  const { target } = view.progress;
  return (
    <>
      {target.kind === 'judged' && (
        <NoteSelect
          form={form}
          name="levelId"
          label={t('level')}
          emptyLabel={t('choose')}
          options={target.rubric.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <NoteSelect
        form={form}
        name="implementation"
        label={t('implementation')}
        emptyLabel={t('choose')}
        options={implementationVerdicts.map((one) => ({ value: one, label: implementationWord(one, language) }))}
      />
      <NoteSelect
        form={form}
        name="attainment"
        label={t('attainment')}
        emptyLabel={t('choose')}
        options={attainmentVerdicts.map((one) => ({ value: one, label: attainmentWord(one, language) }))}
      />
    </>
  );
}
