import { useQuery } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import { readLog } from '#storage/progress-logs.ts';
import { useWords } from '#ui/words.ts';
import { sharedWords } from './shared-messages.ts';

/** On the receipt: whether the others have it, as soon as the server has said so. */
export function SharedSince({ logId }: { readonly logId: string }) {
  const t = useWords(sharedWords);
  const { db } = useServices();
  const { data: isShared } = useQuery({
    queryKey: ['progressLogs', 'is-shared', logId],
    queryFn: async () =>
      ((await readLog(db, logId)) as { readonly version?: number } | undefined)?.version !== undefined,
  });
  return isShared === undefined ? null : t(isShared ? 'shared' : 'waiting');
}
