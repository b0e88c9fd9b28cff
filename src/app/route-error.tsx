import { Link, useRouteError } from 'react-router';
import { paths } from '#features/paths.ts';
import { StorageFailure } from '#storage/storage-failure.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

/** What a page shows when it fails: what happened, that saved work is safe, and a way on. */
export function RouteError() {
  const t = useWords(words);
  const error = useRouteError();
  const kind = toKind(error);
  return (
    <>
      <title>{`${t(`${kind}Title`)} · ${t('appName')}`}</title>
      <EmptyState
        level={1}
        title={t(`${kind}Title`)}
        action={<Button onClick={() => location.reload()}>{t('reload')}</Button>}
        lookAround={<Link to={paths.start()}>{t('toStart')}</Link>}
      >
        {t(`${kind}Text`)}
      </EmptyState>
      <details>
        <summary>{t('faultDetails')}</summary>
        <p>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</p>
      </details>
    </>
  );
}

function toKind(error: unknown): 'quota' | 'closed' | 'outdated' | 'blocked' | 'chunk' | 'fault' {
  if (error instanceof StorageFailure) return error.kind;
  // A page whose file an update has replaced: browsers say it in different words, all name the import.
  if (error instanceof TypeError && /import|module/i.test(error.message)) return 'chunk';
  return 'fault';
}
