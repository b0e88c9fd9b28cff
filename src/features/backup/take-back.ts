import type { Services } from '#features/services.ts';
import { takeBackRestore } from '#storage/restore-shelf.ts';
import { undoBatch } from '#storage/undo.ts';

/**
 * Takes a restore back. In: the batch where it became ordinary changes; without one what lay here before is put back.
 * Out: how many fields were changed since and stand as they are.
 */
export async function takeBack({ db, clock, newId }: Services, batch: string | undefined): Promise<number> {
  if (batch === undefined) {
    await takeBackRestore(db);
    return 0;
  }
  const undone = await undoBatch(db, batch, { now: clock.now, today: clock.today, newId });
  return undone.kind === 'undone' ? undone.kept.length : 0;
}
