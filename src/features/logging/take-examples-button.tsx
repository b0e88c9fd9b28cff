import { useState } from 'react';
import { useServices } from '#features/services.ts';
import { takeSampleYear } from '#features/take-examples.ts';
import { type StorageFailureKind, toStorageFailure } from '#storage/storage-failure.ts';
import { Button } from '#ui/button.tsx';
import { useWords } from '#ui/words.ts';
import { LazyStorageTrouble } from './lazy-storage-trouble.tsx';
import { words } from './messages.ts';

type Taking =
  | { readonly kind: 'ready' }
  | { readonly kind: 'taking' }
  | { readonly kind: 'failed'; readonly reason: StorageFailureKind };

/** Puts the sample year on the device; the page follows by itself when it is there. */
export function TakeExamples() {
  const t = useWords(words);
  const services = useServices();
  const [state, setState] = useState<Taking>({ kind: 'ready' });
  const take = async () => {
    setState({ kind: 'taking' });
    try {
      await takeSampleYear(services);
      setState({ kind: 'ready' });
    } catch (error) {
      setState({ kind: 'failed', reason: toStorageFailure(error)?.kind ?? 'fault' });
    }
  };
  return (
    <>
      {state.kind === 'failed' && <LazyStorageTrouble kind={state.reason} />}
      <Button kind="primary" size="field" busy={state.kind === 'taking'} onClick={() => void take()}>
        {t('takeExamples')}
      </Button>
    </>
  );
}
