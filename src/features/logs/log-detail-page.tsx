import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { StandingLog } from '#domain/progress/contribution.ts';
import { formatInstant } from '#domain/wording/instants.ts';
import { paths } from '#features/paths.ts';
import { RecordTitle } from '#features/record-title.tsx';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { useSavedState } from '#features/use-saved-state.ts';
import { useSharingStatus } from '#features/use-sharing-status.ts';
import { restoreLog, withdrawLog } from '#features/withdraw-log.ts';
import type { HistoryEntry } from '#storage/history.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { toStorageFailure } from '#storage/storage-failure.ts';
import { Button } from '#ui/button.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import { nameActivities } from './describe-log.ts';
import { explainLog } from './explain-log.ts';
import { listFacts } from './list-facts.ts';
import { LogHistory } from './log-history.tsx';
import { LogMeaning } from './log-meaning.tsx';
import { words } from './messages.ts';
import { useLogChain, useLogHistory, useLogPromise } from './queries.ts';

// Whoever uses the app alone has nobody to confirm for.
const ConfirmLog = lazy(async () => ({ default: (await import('./confirm-log.tsx')).ConfirmLog }));

/** One log with all that it says, what it counts for, and all that it has been. */
export function LogDetailPage() {
  const t = useWords(words);
  const { logId = '' } = useParams();
  const { data: chain } = useLogChain(logId);
  const { data: history } = useLogHistory(logId);
  const log = chain?.at(-1);
  const { data: overview } = useLogPromise(log?.promiseId);
  if (chain && !log) {
    return (
      <>
        <title>{t('pageTitle')}</title>
        <EmptyState level={1} title={t('missingTitle')} action={<Link to={paths.logs()}>{t('toLogs')}</Link>}>
          {t('missingText')}
        </EmptyState>
      </>
    );
  }
  if (!chain || !log || !history || !overview) return null;
  return <LogDetail {...{ log, chain, history, overview }} isReplaced={log.id !== logId} />;
}

interface LogDetailProps {
  /** The entry that stands. */
  readonly log: StandingLog;
  readonly chain: readonly StandingLog[];
  readonly history: readonly HistoryEntry[];
  readonly overview: PromiseOverview;
  /** The address named an earlier entry. */
  readonly isReplaced: boolean;
}

function LogDetail({ log, chain, history, overview, isReplaced }: LogDetailProps) {
  const t = useWords(words);
  const language = useLanguage();
  const savedState = useSavedState();
  const { clock } = useServices();
  const status = useSharingStatus();
  const today = clock.today();
  const name = nameActivities(log, overview.activities).join(' + ') || t('noActivity');
  const facts = listFacts(log, overview, t, language);
  const first = chain[0] ?? log;
  return (
    <>
      <RecordTitle named={t('detailTitle', { activity: name })} plain={t('detailPlain')} />
      <PageHeader
        eyebrow={<Link to={paths.logs()}>{t('back')}</Link>}
        title={name}
        actions={<LogActions log={log} />}
      />
      {log.withdrawn && (
        <Notice kind="calm" title={t('withdrawnTitle')}>
          {t('withdrawnText')}
        </Notice>
      )}
      {isReplaced && !log.withdrawn && (
        <Notice kind="info" title={t('replacedTitle')}>
          {t('replacedText')}
        </Notice>
      )}
      <DefinitionList
        items={[
          ...facts,
          { key: 'logged', term: t('logged'), value: formatInstant(first.createdAt, language) },
          { key: 'saved', term: t('saved'), value: savedState(log) },
        ]}
      />
      <Suspense>
        {status !== 'alone' && !log.withdrawn && <ConfirmLog log={log} parties={overview.promise.parties} />}
      </Suspense>
      <Section title={t('countsFor')}>
        <LogMeaning meanings={explainLog(log, overview, today)} />
      </Section>
      <Section title={t('history')}>
        <LogHistory history={history} chain={chain} names={overview} />
      </Section>
    </>
  );
}

function LogActions({ log }: { readonly log: StandingLog }) {
  const t = useWords(words);
  const services = useServices();
  const [state, setState] = useState<'ready' | 'writing' | 'failed'>('ready');
  const write = async (change: typeof restoreLog) => {
    setState('writing');
    try {
      await change(services, log);
      setState('ready');
    } catch (error) {
      if (!toStorageFailure(error)) throw error;
      setState('failed');
    }
  };
  const isBusy = state === 'writing';
  return (
    <>
      {state === 'failed' && (
        <Notice kind="fail" announce="alert">
          {t('failed')}
        </Notice>
      )}
      {log.withdrawn ? (
        <Button kind="primary" busy={isBusy} onClick={() => void write(restoreLog)}>
          {t('restore')}
        </Button>
      ) : (
        <>
          <LinkButton as={Link} kind="primary" to={paths.correctLog(log.id)}>
            {t('correct')}
          </LinkButton>
          <Button kind="secondary" busy={isBusy} onClick={() => void write(withdrawLog)}>
            {t('undo')}
          </Button>
        </>
      )}
      <LinkButton as={Link} kind="quiet" to={paths.logging(log.activityIds[0])}>
        {t('logAnother')}
      </LinkButton>
    </>
  );
}
