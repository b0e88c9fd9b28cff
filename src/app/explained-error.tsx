import { StorageFailure } from '#storage/storage-failure.ts';
import { useWords } from '#ui/words.ts';
import { errorWords } from './error-messages.ts';
import { words } from './messages.ts';
import { noticeWords } from './notice-messages.ts';
import { PlainError } from './plain-error.tsx';

/** What a page shows when it fails: what happened, that saved work is safe, and a way on. */
export function ExplainedError({ error }: { readonly error: unknown }) {
  const e = useWords(errorWords);
  return (
    <>
      <Reason error={error} />
      <details>
        <summary>{e('faultDetails')}</summary>
        <p>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</p>
      </details>
    </>
  );
}

function Reason({ error }: { readonly error: unknown }) {
  const t = useWords(words);
  const e = useWords(errorWords);
  const n = useWords(noticeWords);
  const kind = error instanceof StorageFailure ? error.kind : 'fault';
  switch (kind) {
    case 'quota':
    case 'closed':
      return <PlainError title={e(`${kind}Title`)} text={e(`${kind}Text`)} />;
    case 'outdated':
    case 'blocked':
      return <PlainError title={n(`${kind}Title`)} text={n(`${kind}Text`)} />;
    default:
      return <PlainError title={t('faultTitle')} text={t('faultText')} />;
  }
}
