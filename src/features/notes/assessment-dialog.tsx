import { attainmentVerdicts, implementationVerdicts } from '#domain/records/assessment.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Ref } from '#domain/records/fields.ts';
import type { Target } from '#domain/records/target.ts';
import { attainmentWord, implementationWord } from '#domain/wording/follow-up-words.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import type { Row } from '#storage/database.ts';
import { useWords } from '#ui/words.ts';
import { type AssessmentForm, parseAssessmentForm, toAssessmentForm } from './assessment-form.ts';
import { NoteDialog } from './note-dialog.tsx';
import { NoteArea, NoteCheck, NoteDate, NoteSelect } from './note-fields.tsx';
import { screenTexts } from './note-form.ts';
import { noteWords } from './note-messages.ts';
import { saveNote } from './save-note.ts';
import type { NoteDesk } from './use-note-desk.ts';
import { type NoteFormState, useNoteForm } from './use-note-form.ts';
import { useWriter } from './use-writer.ts';

interface AssessmentDialogProps {
  readonly title: string;
  readonly promise: CitizenPromise;
  /** What is judged. */
  readonly subject: Ref;
  /** Of a goal; an activity has none, and nothing to be reached. */
  readonly target: Target | undefined;
  readonly followUpId?: string | undefined;
  /** The assessment as it stood when the form was opened; undefined for a new one. */
  readonly base: Row<'assessments'> | undefined;
  /** What a new one begins with. */
  readonly proposed?: Partial<AssessmentForm> | undefined;
  /** What the proposal rests on. */
  readonly reason?: string | undefined;
  readonly desk: NoteDesk;
}

/** Two questions about one item: did we do it, and did we reach it? With the reasons, and the party that says so. */
export function AssessmentDialog(props: AssessmentDialogProps) {
  const { title, promise, subject, target, followUpId, base, proposed, reason, desk } = props;
  const t = useWords(noteWords);
  const services = useServices();
  const writer = useWriter(promise);
  const { today } = writer;
  // In another follow-up the same item is judged anew: what is half written there is not this one.
  const draftKey = `assessment:${base?.id ?? [subject.id, followUpId].filter(Boolean).join('/')}`;
  const partyId = writer.partyId || (proposed?.byPartyId ?? '');
  const initial = toAssessmentForm(today, partyId, base);
  const form = useNoteForm<AssessmentForm>({
    draftKey,
    initial: base ? initial : { ...initial, ...proposed, byPartyId: partyId },
    onSaved: desk.close,
    save: (values, accepted) => {
      const { comment, evidence, dissent } = values;
      const asked = { ref: subject, isJudged: target?.kind === 'judged', today, followUpId };
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
    <NoteDialog title={title} form={form} onClose={desk.close} onRemove={base && (() => void desk.remove(base.id))}>
      <Verdicts target={target} form={form} />
      <NoteArea form={form} name="comment" label={t('comment')} hint={reason} limit={2000} />
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
  readonly target: Target | undefined;
  readonly form: NoteFormState<AssessmentForm>;
}

/** A goal judged in words asks for its level; the two questions are asked of every goal, the first of activities too. */
function Verdicts({ target, form }: VerdictsProps) {
  const t = useWords(noteWords);
  const language = useLanguage();
  return (
    <>
      {target?.kind === 'judged' && (
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
      {target && (
        <NoteSelect
          form={form}
          name="attainment"
          label={t('attainment')}
          emptyLabel={t('choose')}
          options={attainmentVerdicts.map((one) => ({ value: one, label: attainmentWord(one, language) }))}
        />
      )}
    </>
  );
}
