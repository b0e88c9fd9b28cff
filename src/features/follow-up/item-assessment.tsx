import { Link } from 'react-router';
import { attainmentVerdicts, implementationVerdicts } from '#domain/records/assessment.ts';
import { viewOf } from '#domain/report/propose-verdicts.ts';
import { formatDay } from '#domain/wording/days.ts';
import { describeFigure } from '#domain/wording/describe-outcome.ts';
import { levelName } from '#domain/wording/describe-target.ts';
import { attainmentWord, implementationWord } from '#domain/wording/follow-up-words.ts';
import { statusWords } from '#domain/wording/status-words.ts';
import { type AssessmentForm, parseAssessmentForm, toAssessmentForm } from '#features/notes/assessment-form.ts';
import { NoteDialog } from '#features/notes/note-dialog.tsx';
import { NoteArea, NoteCheck, NoteDate, NoteSelect } from '#features/notes/note-fields.tsx';
import { screenTexts } from '#features/notes/note-form.ts';
import { saveNote } from '#features/notes/save-note.ts';
import { type NoteDesk, useNoteDesk } from '#features/notes/use-note-desk.ts';
import { useNoteForm } from '#features/notes/use-note-form.ts';
import { useWriter } from '#features/notes/use-writer.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import type { Row } from '#storage/database.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Notice } from '#ui/notice.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { useWords } from '#ui/words.ts';
import styles from './follow-up.module.css';
import { type JudgedItem, wordVerdicts } from './list-items.ts';
import { words } from './messages.ts';
import type { FollowUpRecords } from './read-follow-up.ts';

interface ItemProps {
  readonly records: FollowUpRecords;
  readonly judged: JudgedItem;
  /** The follow-up has begun and is not frozen. */
  readonly canJudge: boolean;
}

/** One promised item: its figure, what is proposed, what people have said, and the form to say it. */
export function ItemAssessment({ records, judged, canJudge }: ItemProps) {
  const t = useWords(words);
  const language = useLanguage();
  const desk = useNoteDesk('assessments');
  const { proposed, assessments, name } = judged;
  const verdicts = wordVerdicts(proposed, language);
  const edited = desk.open.kind === 'edit' ? desk.open.id : undefined;
  return (
    <section className={styles.item} aria-label={name}>
      <ItemHead records={records} judged={judged} />
      {assessments.length === 0 && (
        <p className={styles.quiet}>
          {verdicts ? t('proposal', { verdicts }) : t('noProposal')} {proposed.reason}{' '}
          {proposed.judgedFrom && t('judgedFrom', { day: formatDay(proposed.judgedFrom, language, records.asOf) })}
        </p>
      )}
      {assessments.map((assessment) => (
        <Said key={assessment.id} assessment={assessment} judged={judged} desk={desk} canJudge={canJudge} />
      ))}
      {desk.removedId && (
        <Notice
          kind="done"
          announce="status"
          actions={
            <Button kind="quiet" onClick={() => void desk.restore()}>
              {t('undo')}
            </Button>
          }
        >
          {t('removed')}
        </Notice>
      )}
      {canJudge && (
        <div>
          {assessments.length === 0 ? (
            <Button aria-label={t('judgeNamed', { name })} onClick={desk.start}>
              {t('judge')}
            </Button>
          ) : (
            <Button kind="quiet" aria-label={t('judgeMoreNamed', { name })} onClick={desk.start}>
              {t('judgeMore')}
            </Button>
          )}
        </div>
      )}
      {desk.open.kind !== 'closed' && (
        <AssessmentDialog
          key={edited}
          records={records}
          judged={judged}
          base={assessments.find(({ id }) => id === edited)}
          desk={desk}
        />
      )}
    </section>
  );
}

function ItemHead({ records, judged }: Omit<ItemProps, 'canJudge'>) {
  const t = useWords(words);
  const language = useLanguage();
  const { item, name, id } = judged;
  const { promise } = records.overview;
  if (item.kind === 'activity') {
    return (
      <Cluster spread align="baseline">
        <h3>
          <Link to={paths.activity(promise.id, id)}>{name}</Link>
        </h3>
        <span className={styles.quiet}>{t('activity')}</span>
      </Cluster>
    );
  }
  const { word, tone, sign } = statusWords(item.progress.status, language);
  return (
    <Cluster spread align="baseline">
      <h3>
        <Link to={paths.goal(promise.id, id)}>{name}</Link>
      </h3>
      <span className={styles.figure}>
        {describeFigure(item.progress, language, viewOf(item.goal))} <StatusMark word={word} tone={tone} sign={sign} />
      </span>
    </Cluster>
  );
}

interface SaidProps {
  readonly assessment: Row<'assessments'>;
  readonly judged: JudgedItem;
  readonly desk: NoteDesk;
  readonly canJudge: boolean;
}

function Said({ assessment, judged: { item, name }, desk, canJudge }: SaidProps) {
  const t = useWords(words);
  const language = useLanguage();
  const { levelId, comment, dissent } = assessment;
  const target = item.kind === 'goal' ? item.progress.target : undefined;
  const level = levelId && target?.kind === 'judged' ? levelName(target, levelId) : '';
  return (
    <div className={styles.said}>
      <Cluster spread align="baseline">
        <strong>{[level, wordVerdicts(assessment, language)].filter(Boolean).join(' · ')}</strong>
        {canJudge && (
          <Button kind="quiet" aria-label={t('changeNamed', { name })} onClick={() => desk.edit(assessment.id)}>
            {t('change')}
          </Button>
        )}
      </Cluster>
      <p>{comment}</p>
      {dissent && (
        <p>
          {t('dissent')}: {dissent}
        </p>
      )}
    </div>
  );
}

interface AssessmentDialogProps {
  readonly records: FollowUpRecords;
  readonly judged: JudgedItem;
  readonly base: Row<'assessments'> | undefined;
  readonly desk: NoteDesk;
}

/** Begins from the proposal: what is left to people is to say why, or to say otherwise. */
function AssessmentDialog({ records, judged, base, desk }: AssessmentDialogProps) {
  const t = useWords(words);
  const language = useLanguage();
  const services = useServices();
  const writer = useWriter(records.overview.promise);
  const { today } = writer;
  const { item, name, table, id, proposed } = judged;
  const target = item.kind === 'goal' ? item.progress.target : undefined;
  const draftKey = `assessment:${base?.id ?? `${id}/${records.followUp.id}`}`;
  const { implementation = '', attainment = '' } = proposed;
  const partyId = writer.partyId || findLatestParty(records);
  const fresh: AssessmentForm = { ...toAssessmentForm(today, partyId), implementation, attainment, joint: true };
  const form = useNoteForm<AssessmentForm>({
    draftKey,
    initial: base ? toAssessmentForm(today, partyId, base) : fresh,
    onSaved: desk.close,
    save: (values, accepted) => {
      const { comment, evidence, dissent } = values;
      const asked = { ref: { table, id }, isJudged: target?.kind === 'judged', today, followUpId: records.followUp.id };
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
      title={t('judgeNamed', { name })}
      form={form}
      onClose={desk.close}
      onRemove={base && (() => void desk.remove(base.id))}
    >
      {target?.kind === 'judged' && (
        <NoteSelect
          form={form}
          name="levelId"
          label={t('level')}
          emptyLabel={t('choose')}
          options={target.rubric.map((level) => ({ value: level.id, label: level.name }))}
        />
      )}
      <NoteSelect
        form={form}
        name="implementation"
        label={t('implementation')}
        emptyLabel={t('choose')}
        options={implementationVerdicts.map((one) => ({ value: one, label: implementationWord(one, language) }))}
      />
      {item.kind === 'goal' && (
        <NoteSelect
          form={form}
          name="attainment"
          label={t('attainment')}
          emptyLabel={t('choose')}
          options={attainmentVerdicts.map((one) => ({ value: one, label: attainmentWord(one, language) }))}
        />
      )}
      <NoteArea form={form} name="comment" label={t('comment')} hint={proposed.reason} limit={2000} />
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

/** Who judged the item before this one most likely judges this one, too. */
const findLatestParty = ({ overview, followUp }: FollowUpRecords): string =>
  overview.assessments.find(({ followUpId }) => followUpId === followUp.id)?.byPartyId ?? '';
