import { AssessmentDialog } from '#features/notes/assessment-dialog.tsx';
import { AssessmentText } from '#features/notes/assessment-text.tsx';
import { noteWords } from '#features/notes/note-messages.ts';
import { NoteSection } from '#features/notes/note-section.tsx';
import { useNoteDesk } from '#features/notes/use-note-desk.ts';
import { useWords } from '#ui/words.ts';
import type { GoalView } from './build-goal-view.ts';
import styles from './goals.module.css';

/** Signed judgements of the goal, the latest first: the work and the goal are two verdicts. */
export function Assessments({ view }: { readonly view: GoalView }) {
  const t = useWords(noteWords);
  const desk = useNoteDesk('assessments');
  const { goal, overview } = view.records;
  const { target } = view.progress;
  const own = overview.assessments.filter(({ ref }) => ref.id === goal.id);
  const edited = desk.open.kind === 'edit' ? desk.open.id : undefined;
  const base = own.find(({ id }) => id === edited);
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
            title={t(base ? 'editAssessment' : 'addAssessment')}
            promise={overview.promise}
            subject={{ table: 'goals', id: goal.id }}
            target={target}
            followUpId={base?.followUpId}
            base={base}
            desk={desk}
          />
        )
      }
    >
      <ul className={styles.plain}>
        {own.map((assessment) => (
          <li key={assessment.id} className={styles.note} data-keep-together>
            <AssessmentText
              assessment={assessment}
              target={target}
              parties={overview.promise.parties}
              today={view.asOf}
              editLabel={(day) => t('editNamed', { name: day })}
              onEdit={() => desk.edit(assessment.id)}
            />
          </li>
        ))}
      </ul>
    </NoteSection>
  );
}
