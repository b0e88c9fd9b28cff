import type { Services } from '#features/services.ts';
import { commitAction } from '#storage/commit-action.ts';
import { demandRoom } from '#storage/device-storage.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { type UndoneBatch, undoBatch } from '#storage/undo.ts';
import { mappingKey } from './import-state.ts';
import { type PlannedImport, toWrites } from './plan-import.ts';

/**
 * Stores a whole import, in one transaction: all of it or nothing. Above the limits of one action it is several, held
 * together by a batch, which is what takes all of it back.
 * In: the records as they were shown. Out: the name of the batch. Throws as `commitAction` does, and when it would leave
 * the device too little room; then nothing is stored.
 */
export async function commitImport(
  { db, clock, newId }: Services,
  planned: PlannedImport,
  plan: PromiseOverview,
): Promise<string> {
  const batch = newId();
  const writes = toWrites(planned, plan);
  await demandRoom(writes);
  const action = {
    label: 'imported',
    writes,
    batch,
    draftKey: mappingKey(plan.promise.id),
  } as const;
  await commitAction(db, action, { now: clock.now, today: clock.today, newId });
  return batch;
}

/** Takes a whole import back, or a taking back. What was changed since stands as it is, and is told. */
export const undoImport = ({ db, clock, newId }: Services, batch: string): Promise<UndoneBatch> =>
  undoBatch(db, batch, { now: clock.now, today: clock.today, newId });
