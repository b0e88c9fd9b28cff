import { lazy, Suspense } from 'react';
import { useRouteError } from 'react-router';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { PlainError } from './plain-error.tsx';

// Few ever see it. Where its file cannot be had, what is here already says what matters.
const ExplainedError = lazy(() =>
  import('./explained-error.tsx').then(
    (loaded) => ({ default: loaded.ExplainedError }),
    () => ({ default: FaultError }),
  ),
);

/** What a page shows when it fails. */
export function RouteError() {
  const t = useWords(words);
  const error = useRouteError();
  // A page whose file an update has replaced: browsers say it in different words, all name the import.
  const isChunk = error instanceof TypeError && /import|module/i.test(error.message);
  if (isChunk) return <PlainError title={t('chunkTitle')} text={t('chunkText')} />;
  return (
    <Suspense>
      <ExplainedError error={error} />
    </Suspense>
  );
}

function FaultError(_props: { readonly error: unknown }) {
  const t = useWords(words);
  return <PlainError title={t('faultTitle')} text={t('faultText')} />;
}
