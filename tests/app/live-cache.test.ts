import '#tests/support/node-storage.ts';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, onTestFinished, test } from 'vitest';
import { startLiveCache } from '#app/live-cache.ts';
import type { MetaRow } from '#storage/database.ts';
import { openScratch } from '#tests/storage/scratch-database.ts';

/** A page that shows how many rows there are. `hold`: what a read waits for after it has read, and before it says so. */
function openPage(hold: () => Promise<void>) {
  const db = openScratch();
  const client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } });
  const stop = startLiveCache(db, client);
  const observer = new QueryObserver(client, {
    queryKey: ['meta', 'count'],
    queryFn: async () => {
      const count = await db.meta.count();
      await hold();
      return count;
    },
  });
  const leave = observer.subscribe(() => undefined);
  onTestFinished(() => {
    leave();
    stop();
    client.clear();
  });
  return { db, readShown: () => observer.getCurrentResult().data };
}

const row = (key: string): MetaRow => ({ key, value: 1 });

test('what is stored while a page reads for the first time is shown', async () => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const { db, readShown } = openPage(() => held);
  await new Promise((resolve) => setTimeout(resolve, 20));
  await db.meta.bulkAdd([row('one'), row('two')]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(readShown()).toBeUndefined();
  letGo();
  await expect.poll(readShown).toBe(2);
});

test('what is stored later is shown, too', async () => {
  const { db, readShown } = openPage(async () => undefined);
  await expect.poll(readShown).toBe(0);
  await db.meta.add(row('one'));
  await expect.poll(readShown).toBe(1);
  await db.meta.delete('one');
  await expect.poll(readShown).toBe(0);
});
