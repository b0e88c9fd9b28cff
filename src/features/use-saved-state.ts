import { useQuery } from '@tanstack/react-query';
import { readWaitingIds } from '#storage/waiting-work.ts';
import { catalogue, useWords } from '#ui/words.ts';
import { useServices } from './services.ts';
import { useSavedHere } from './use-saved-here.ts';
import { useSharingStatus } from './use-sharing-status.ts';

const words = catalogue({ shared: 'Delad' }, { shared: 'Shared' });

/** Where a row is: on this device only, or with everybody whom it concerns. In: a row as it is stored. */
export function useSavedState(): (row: { readonly id: string; readonly version?: unknown }) => string {
  const t = useWords(words);
  const savedHere = useSavedHere();
  const { db } = useServices();
  const isAlone = useSharingStatus() === 'alone';
  const { data: waiting } = useQuery({
    queryKey: ['outbox', 'waiting-ids'],
    queryFn: () => readWaitingIds(db),
    enabled: !isAlone,
  });
  return ({ id, version }) =>
    isAlone || version === undefined || !waiting || waiting.has(id) ? savedHere : t('shared');
}
