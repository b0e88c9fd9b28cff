import { useState } from 'react';
import { useWriter } from '#features/notes/use-writer.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { useMayDecide } from '#features/use-may-decide.ts';
import { undoAction } from '#storage/undo.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { ReportView } from '#ui/report-view.tsx';
import { Section } from '#ui/section.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { acceptProposals, listAcceptable } from './accept-proposals.ts';
import { BeginNotice } from './begin-notice.tsx';
import styles from './follow-up.module.css';
import { followUpTabs } from './follow-up-tabs.ts';
import { ItemAssessment } from './item-assessment.tsx';
import { type JudgedItem, listJudgedItems } from './list-items.ts';
import { words } from './messages.ts';
import { useReport } from './queries.ts';
import type { FollowUpRecords } from './read-follow-up.ts';

/** Every promised item with its two questions; beside it, where there is room, what the report becomes. */
export function AssessmentPart({ records }: { readonly records: FollowUpRecords }) {
  const t = useWords(words);
  const language = useLanguage();
  const report = useReport(records);
  const items = listJudgedItems(records, language);
  const judged = items.filter(({ assessments }) => assessments.length > 0).length;
  const mayDecide = useMayDecide(records.overview.promise.id);
  const canJudge = mayDecide && records.row !== undefined && records.followUp.snapshot === undefined;
  return (
    <div className={styles.bench}>
      <Stack gap="loose">
        <p>{t('judgeLead')}</p>
        {records.row ? (
          <p role="status">{t('judgedOf', { judged, all: items.length })}</p>
        ) : (
          <BeginNotice records={records} text={t('judgeFirst')} part={followUpTabs.assessing} />
        )}
        {records.followUp.snapshot && <Notice kind="calm">{t('sealedText')}</Notice>}
        {canJudge && <AcceptAll records={records} items={items} />}
        {items.map((item) => (
          <ItemAssessment key={item.id} records={records} judged={item} canJudge={canJudge} />
        ))}
      </Stack>
      <div className={styles.preview}>
        <Section title={t('preview')}>
          <ReportView report={report} level={2} />
        </Section>
      </div>
    </div>
  );
}

interface AcceptAllProps {
  readonly records: FollowUpRecords;
  readonly items: readonly JudgedItem[];
}

/** What the records make plain is agreed to in one tap, so that the meeting's time goes to the rest. */
function AcceptAll({ records, items }: AcceptAllProps) {
  const t = useWords(words);
  const services = useServices();
  const { promise } = records.overview;
  const writer = useWriter(promise);
  const [chosenId, setChosenId] = useState('');
  const partyId = writer.partyId || chosenId;
  const [isMissing, setIsMissing] = useState(false);
  const [done, setDone] = useState<{ tx: string; count: number }>();
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  const count = listAcceptable(items).length;
  const accept = () =>
    acceptProposals(services, {
      promiseId: promise.id,
      followUpId: records.followUp.id,
      byPartyId: partyId,
      items,
    }).then(setDone, setFault);
  const undo = (tx: string) =>
    undoAction(services.db, tx, { ...services.clock, newId: services.newId }).then(() => setDone(undefined), setFault);
  return (
    <>
      {done && (
        <Notice
          kind="done"
          announce="status"
          actions={
            <Button kind="quiet" onClick={() => void undo(done.tx)}>
              {t('undo')}
            </Button>
          }
        >
          {t('accepted', { count: done.count })}
        </Notice>
      )}
      {count > 0 && (
        <Stack gap="tight">
          {writer.partyId === '' && (
            <SelectField
              label={t('party')}
              emptyLabel={t('choose')}
              value={chosenId}
              options={writer.partyOptions}
              issue={isMissing ? t('chooseParty') : undefined}
              onChange={setChosenId}
            />
          )}
          <div>
            <Button onClick={() => (partyId === '' ? setIsMissing(true) : void accept())}>
              {t('acceptAll', { count })}
            </Button>
          </div>
          <p className={styles.quiet}>{t('acceptHint')}</p>
        </Stack>
      )}
    </>
  );
}
