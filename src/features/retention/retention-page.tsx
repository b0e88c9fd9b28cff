import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { formatDayOf } from '#domain/wording/instants.ts';
import { ActForm } from '#features/act-form.tsx';
import { MissingPromise } from '#features/missing-promise.tsx';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { useSettings } from '#features/use-settings.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { ArchivePart } from './archive-part.tsx';
import { saveOrderFile } from './archive-step.ts';
import { DisposalLog } from './disposal-log.tsx';
import { type Done, findWaiting, mayDispose, prepareDisposal } from './dispose.ts';
import { words } from './messages.ts';
import { PreviewPart } from './preview-part.tsx';
import { type RetentionDesk, useRetention } from './queries.ts';
import { RulesPart } from './rules-part.tsx';
import { WaitingPart } from './waiting-part.tsx';

/** `/loften/:promiseId/gallring`: what is kept, what is disposed of, and disposing of it. */
export function RetentionPage() {
  const t = useWords(words);
  const { promiseId = '' } = useParams();
  const { data } = useRetention(promiseId);
  const [done, setDone] = useState<Done>();
  if (data === undefined) return <Skeleton lines={8} />;
  if (data.kind === 'gone' && data.disposals.length === 0) return <MissingPromise />;
  const desk = data.kind === 'here' ? data.desk : undefined;
  return (
    <>
      <title>{`${t('title')} · ${t('appName')}`}</title>
      <PageHeader
        title={t('title')}
        eyebrow={
          desk ? (
            <Link to={paths.promise(desk.promise.id)}>{desk.promise.title}</Link>
          ) : (
            <Link to={paths.promises()}>{t('title')}</Link>
          )
        }
        lead={<p>{t('lead')}</p>}
      />
      <div role="status">
        {done && (
          <Notice kind="done">{done.kind === 'erased' ? t('erased', { rows: done.rows }) : t(done.kind)}</Notice>
        )}
      </div>
      {desk && <Desk desk={desk} onDone={setDone} />}
      <DisposalLog disposals={desk?.disposals ?? (data.kind === 'gone' ? data.disposals : [])} />
      {desk && <EarlierFiles desk={desk} />}
    </>
  );
}

function Desk({ desk, onDone }: { readonly desk: RetentionDesk; readonly onDone: (done: Done) => void }) {
  const t = useWords(words);
  const { profile } = useSettings();
  const mayChange = desk.userId !== undefined || mayDispose(profile);
  const waiting = findWaiting(desk.promise);
  const mayPrepare = mayChange && !waiting && !desk.approved && desk.plan.counts.length > 0;
  return (
    <>
      {!mayChange && <Notice kind="info">{t('leadersOnly')}</Notice>}
      <RulesPart desk={desk} mayChange={mayChange && waiting === undefined} />
      <PreviewPart desk={desk} />
      {mayChange && waiting && <WaitingPart key={waiting.id} desk={desk} order={waiting} onDone={onDone} />}
      {mayPrepare && <Preparing desk={desk} onDone={onDone} />}
      {desk.approved && <OrderFile desk={desk} />}
    </>
  );
}

/** The package first; then the first person prepares. */
function Preparing({ desk, onDone }: { readonly desk: RetentionDesk; readonly onDone: (done: Done) => void }) {
  const t = useWords(words);
  const services = useServices();
  const [archive, setArchive] = useState<string>();
  return (
    <>
      <ArchivePart desk={desk} onChecked={setArchive} />
      <Section id="forbered" title={t('prepare')}>
        <Stack readable>
          <p>{archive === undefined ? t('archiveNeeded') : t('prepareHint')}</p>
          {archive !== undefined && (
            <ActForm
              promise={desk.promise}
              userId={desk.userId}
              label={t('handIn')}
              partyIndex={0}
              onAct={async (act) => {
                const outcome = await prepareDisposal(services, desk, act, archive);
                if (outcome.kind === 'refused') return t(outcome.reason);
                onDone({ kind: 'handedIn' });
                return undefined;
              }}
            />
          )}
        </Stack>
      </Section>
    </>
  );
}

/** With a server: what was approved is handed to who runs it. */
function OrderFile({ desk }: { readonly desk: RetentionDesk }) {
  const t = useWords(words);
  const services = useServices();
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  return (
    <Notice
      kind="info"
      title={t('ordered')}
      actions={<Button onClick={() => saveOrderFile(services, desk).catch(setFault)}>{t('saveOrder')}</Button>}
    >
      {t('orderHint')}
    </Notice>
  );
}

function EarlierFiles({ desk: { lastBackup } }: { readonly desk: RetentionDesk }) {
  const t = useWords(words);
  const language = useLanguage();
  return (
    <Section id="sparat" title={t('backups')}>
      <Stack readable>
        <p>{t('backupsText')}</p>
        <p>{lastBackup === undefined ? t('noBackup') : t('lastBackup', { day: formatDayOf(lastBackup, language) })}</p>
      </Stack>
    </Section>
  );
}
