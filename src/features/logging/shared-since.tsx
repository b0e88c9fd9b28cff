import { useQuery } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import type { Database } from '#storage/database.ts';
import { readLog } from '#storage/progress-logs.ts';
import { useWords } from '#ui/words.ts';
import { sharedWords } from './shared-messages.ts';

/** On the receipt: whether the others have it, as soon as the server has said so. */
export function SharedSince({ logId }: { readonly logId: string }) {
  const t = useWords(sharedWords);
  const { db } = useServices();
  const { data: sharing } = useQuery({
    queryKey: ['progressLogs', 'is-shared', logId],
    queryFn: () => readSharing(db, logId),
  });
  return sharing === undefined ? null : t(sharing);
}

/** In: a log. Out: what becomes of it; examples are never sent. */
async function readSharing(db: Database, logId: string): Promise<'shared' | 'waiting' | 'example'> {
  const log: { readonly promiseId: string; readonly version?: number } | undefined = await readLog(db, logId);
  if (log?.version !== undefined) return 'shared';
  const promise = log && (await db.promises.get(log.promiseId));
  return promise?.example === undefined ? 'waiting' : 'example';
}
