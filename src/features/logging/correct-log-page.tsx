import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { paths } from '#features/paths.ts';
import type { LogRow } from '#storage/progress-logs.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useWords } from '#ui/words.ts';
import { CorrectLog } from './correct-log.tsx';
import { correctionWords } from './correction-messages.ts';
import { useFormPromise, useLog, useRecentLogs } from './queries.ts';

/** A stored log in the form once more. Saving replaces it by a new one; nothing is overwritten. */
export function CorrectLogPage() {
  const t = useWords(correctionWords);
  const { logId = '' } = useParams();
  const { data: found } = useLog(logId);
  // As it was when the page opened: the saving itself replaces it, and must not take the form away under its feet.
  const [log, setLog] = useState(found);
  if (found !== undefined && log?.id !== found?.id) setLog(found);
  return (
    <>
      <title>{t('correctPageTitle')}</title>
      {log === null && (
        <EmptyState level={1} title={t('logMissingTitle')} action={<Link to={paths.logs()}>{t('toLogs')}</Link>}>
          {t('logMissingText')}
        </EmptyState>
      )}
      {log?.replacedBy && (
        <EmptyState level={1} title={t('logReplacedTitle')} action={<Link to={paths.log(logId)}>{t('toLatest')}</Link>}>
          {t('logReplacedText')}
        </EmptyState>
      )}
      {log && !log.replacedBy && <Correction key={log.id} log={log} />}
    </>
  );
}

function Correction({ log }: { readonly log: LogRow }) {
  const t = useWords(correctionWords);
  const navigate = useNavigate();
  const { data: overview } = useFormPromise(log.promiseId);
  const { data: recent } = useRecentLogs(log.promiseId);
  if (!overview || !recent) return <PageHeader title={t('correctTitle')} />;
  return (
    <CorrectLog
      {...{ log, overview, recent }}
      onSaved={(newId) => void navigate(paths.log(newId), { replace: true })}
      onCancel={() => void navigate(paths.log(log.id), { replace: true })}
    />
  );
}
