import { lazy, Suspense, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useCurrentPromise } from '#features/current-promise.ts';
import { paths } from '#features/paths.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { NewLog } from './new-log.tsx';
import { useFormPromise, useRecentLogs } from './queries.ts';

const TakeExamples = lazy(async () => ({ default: (await import('./take-examples-button.tsx')).TakeExamples }));

/** The 20-second screen. */
export function LogPage() {
  const t = useWords(words);
  const current = useCurrentPromise();
  // Going to the page anew, from a receipt too, opens a new form.
  const { key } = useLocation();
  return (
    <>
      <title>{t('pageTitle')}</title>
      {current.kind === 'none' && <NoPromise />}
      {current.kind === 'chosen' && (
        <PromiseLogging key={`${current.promise.id} ${key}`} promiseId={current.promise.id} />
      )}
    </>
  );
}

/** One promise's form, when what it needs has been read. */
function PromiseLogging({ promiseId }: { readonly promiseId: string }) {
  const t = useWords(words);
  const [isTyping, setIsTyping] = useState(true);
  const isBusy = useRef(false);
  // From the saving on nothing is read again: the receipt is painted at once, and the form reads anew when it opens.
  const listens = isTyping && (() => !isBusy.current);
  const { data: overview } = useFormPromise(promiseId, listens);
  const { data: recent } = useRecentLogs(promiseId, listens);
  if (!overview || !recent) return <PageHeader title={t('title')} />;
  if (overview.activities.length === 0) return <NoActivities promiseId={promiseId} />;
  return <NewLog overview={overview} recent={recent} onTyping={setIsTyping} isBusy={isBusy} />;
}

function NoPromise() {
  const t = useWords(words);
  return (
    <EmptyState
      level={1}
      title={t('emptyTitle')}
      action={
        <Suspense>
          <TakeExamples />
        </Suspense>
      }
      lookAround={<Link to={paths.newPromise()}>{t('createPromise')}</Link>}
    >
      {t('emptyText')}
    </EmptyState>
  );
}

function NoActivities({ promiseId }: { readonly promiseId: string }) {
  const t = useWords(words);
  return (
    <EmptyState
      level={1}
      title={t('noActivitiesTitle')}
      action={
        <LinkButton as={Link} kind="primary" to={paths.newActivity(promiseId)}>
          {t('addActivity')}
        </LinkButton>
      }
      lookAround={<Link to={paths.promise(promiseId)}>{t('lookAround')}</Link>}
    >
      {t('noActivitiesText')}
    </EmptyState>
  );
}
