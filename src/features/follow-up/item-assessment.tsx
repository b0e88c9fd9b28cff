import { Link } from 'react-router';
import { viewOf } from '#domain/report/propose-verdicts.ts';
import { formatDay } from '#domain/wording/days.ts';
import { describeFigure } from '#domain/wording/describe-outcome.ts';
import { statusWords } from '#domain/wording/status-words.ts';
import { AssessmentDialog } from '#features/notes/assessment-dialog.tsx';
import type { AssessmentForm } from '#features/notes/assessment-form.ts';
import { AssessmentText } from '#features/notes/assessment-text.tsx';
import { RemovedNotice } from '#features/notes/removed-notice.tsx';
import { useNoteDesk } from '#features/notes/use-note-desk.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
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
  const { clock } = useServices();
  const { item, proposed, assessments, name, table, id } = judged;
  const { promise } = records.overview;
  const target = item.kind === 'goal' ? item.progress.target : undefined;
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
        <div key={assessment.id} className={styles.said}>
          <AssessmentText
            assessment={assessment}
            target={target}
            parties={promise.parties}
            today={clock.today()}
            editLabel={() => t('changeNamed', { name })}
            onEdit={canJudge ? () => desk.edit(assessment.id) : undefined}
          />
        </div>
      ))}
      <RemovedNotice desk={desk} />
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
          title={t('judgeNamed', { name })}
          promise={promise}
          subject={{ table, id }}
          target={target}
          followUpId={records.followUp.id}
          base={assessments.find((one) => one.id === edited)}
          proposed={toStart(records, judged)}
          reason={proposed.reason}
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

/** A joint assessment as proposed, by the party that judged last: what is left to people is to say why, or otherwise. */
function toStart(records: FollowUpRecords, { proposed }: JudgedItem): Partial<AssessmentForm> {
  const { implementation = '', attainment = '' } = proposed;
  return { implementation, attainment, joint: true, byPartyId: findLatestParty(records) };
}

/** Who judged the item before this one most likely judges this one, too. */
const findLatestParty = ({ overview, followUp }: FollowUpRecords): string =>
  overview.assessments.find(({ followUpId }) => followUpId === followUp.id)?.byPartyId ?? '';
