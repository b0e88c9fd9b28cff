/** Right bodies to begin from: what a device sends in ordinary use. */
import 'fake-indexeddb/auto';
import type { PushRequest } from '#protocol/push.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { openDatabase } from '#storage/database.ts';
import { putDeviceMeta } from '#storage/device-meta.ts';
import { createStory, createTools, logWrite, toWrites } from '#tests/storage/records.ts';

/** Out: the operations of a year on one device, in whole actions. */
export async function collectActions(): Promise<readonly PushRequest['operations'][]> {
  const db = openDatabase({ name: 'fuzz' });
  const dev = crypto.randomUUID();
  await putDeviceMeta(db, {
    ...{ dev, epoch: '', generation: 0, issued: 0, answered: 0, scopes: {}, ringNext: 1, confirmedAt: 0 },
  });
  const story = createStory();
  const tools = createTools(7);
  const save = (...writes: Write[]) => commitAction(db, { label: 'record-changed', writes }, tools);
  await save(...toWrites(story));
  const log = story.log();
  await save(logWrite(log));
  await save(logWrite(story.log({ id: story.newId(), corrects: log.id, date: '2026-05-05' })));
  await save(logWrite(story.log({ date: '2026-03-03' })), logWrite(story.log({ date: '2026-03-04' })));
  const { id } = story.promise;
  await save({ kind: 'set', table: 'promises', id, fields: { title: 'Nytt namn', status: 'archived' } } as Write);
  const goal = story.goals[0].id;
  await save({ kind: 'set', table: 'goals', id: goal, fields: { shortName: 'Kort' } } as Write);
  await save({ kind: 'delete', table: 'goals', id: goal });
  const waiting = await db.outbox.orderBy('seq').toArray();
  await db.delete();
  const actions = new Map<string, typeof waiting>();
  for (const one of waiting) actions.set(one.op?.tx ?? '', [...(actions.get(one.op?.tx ?? '') ?? []), one]);
  return [...actions.values()];
}
