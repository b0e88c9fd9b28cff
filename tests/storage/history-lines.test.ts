import { expect, test } from 'vitest';
import { commitAction } from '#storage/commit-action.ts';
import { readHistoryLines } from '#storage/history-lines.ts';
import { createStory, createTools, logWrite, toWrites } from './records.ts';
import { openScratch } from './scratch-database.ts';

test('an import is one line of history with all that it made, wherever a page would have ended', async () => {
  const db = openScratch();
  const story = createStory();
  const tools = createTools();
  await commitAction(db, { label: 'record-created', writes: toWrites(story) }, tools);
  for (const batch of [story.newId(), story.newId()]) {
    const writes = Array.from({ length: 650 }, () => logWrite(story.log()));
    await commitAction(db, { label: 'imported', writes, batch }, tools);
  }
  await commitAction(
    db,
    { label: 'log-created', writes: [logWrite(story.log({ createdAt: '2026-12-01T08:00:00.000Z' }))] },
    tools,
  );
  const promiseId = story.promise.id;
  const tell = ({ entries }: Awaited<ReturnType<typeof readHistoryLines>>) =>
    entries.map(({ label, changes }) => [label, changes.length]);
  const first = await readHistoryLines(db, { promiseId, size: 3 });
  expect(tell(first)).toEqual([
    ['log-created', 1],
    ['imported', 650],
  ]);
  const second = await readHistoryLines(db, { promiseId, size: 3, after: first.next });
  expect(tell(second)).toEqual([['imported', 650]]);
  const third = await readHistoryLines(db, { promiseId, size: 3, after: second.next });
  expect([tell(third), third.next]).toEqual([[['record-created', 6]], undefined]);
});
