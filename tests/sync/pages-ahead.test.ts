import { expect, test } from 'vitest';
import type { PullPage, PullRequest } from '#protocol/pull.ts';
import { createPagesAhead } from '#sync/pages-ahead.ts';

const first: PullRequest = { epoch: 'e', dev: 'd', acked: 0, cursors: {} };
const pageAt = (start: number): PullPage => ({ start, began: 9, horizon: 0, scopes: [] });
const at = (start: number): PullRequest => ({ ...first, page: pageAt(start) });

/** A server of a number of pages, which answers when it is told to. */
function openServer(pages: number) {
  const asked: { readonly request: PullRequest; readonly userId: string; readonly answer: () => void }[] = [];
  const startOf = ({ page }: PullRequest) => page?.start ?? 0;
  let now = 0;
  const ahead = createPagesAhead<string>(
    (userId, request, onNext) =>
      new Promise((resolve) => {
        const answer = () => {
          const start = startOf(request);
          if (start + 1 < pages) onNext(pageAt(start + 1));
          resolve(`${userId} ${start}`);
        };
        asked.push({ request, userId, answer });
      }),
    () => now,
    1000,
  );
  return {
    ahead,
    listAsked: () => asked.map(({ request }) => startOf(request)),
    answer: (index: number) => asked[index]?.answer(),
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

test('a page is asked for while the one before is read, and is not asked for again', async () => {
  const { ahead, listAsked, answer } = openServer(3);
  const page = ahead.pull('anna', first);
  answer(0);
  expect(await page).toBe('anna 0');
  expect(listAsked()).toEqual([0, 1]);
  const next = ahead.pull('anna', at(1));
  expect(listAsked()).toEqual([0, 1]);
  answer(1);
  expect(await next).toBe('anna 1');
  expect(listAsked()).toEqual([0, 1, 2]);
});

test('no more than one page is asked for ahead, however quick the server is', async () => {
  const { ahead, listAsked, answer } = openServer(9);
  void ahead.pull('anna', first);
  answer(0);
  answer(1);
  expect(listAsked()).toEqual([0, 1]);
  expect(await ahead.pull('anna', at(1))).toBe('anna 1');
  expect(listAsked()).toEqual([0, 1, 2]);
});

test('after the last page nothing is asked for', async () => {
  const { ahead, listAsked, answer } = openServer(1);
  const page = ahead.pull('anna', first);
  answer(0);
  await page;
  expect(listAsked()).toEqual([0]);
});

test.each([
  ['another page', 'anna', at(5)],
  ['a new pull', 'anna', first],
  ['a pull that knows more', 'anna', { ...at(1), acked: 7 }],
  ['somebody else', 'bo', at(1)],
] as const)('%s is asked for anew', (_, userId, request) => {
  const { ahead, listAsked, answer } = openServer(9);
  void ahead.pull('anna', first);
  answer(0);
  void ahead.pull(userId, request);
  expect(listAsked()).toHaveLength(3);
  // What was held back is not for the one after, either.
  void ahead.pull('anna', at(1));
  expect(listAsked()).toHaveLength(4);
});

test('what was asked for before a push is not handed over after it', () => {
  const { ahead, listAsked, answer } = openServer(9);
  void ahead.pull('anna', first);
  answer(0);
  ahead.forget();
  void ahead.pull('anna', at(1));
  expect(listAsked()).toEqual([0, 1, 1]);
});

test('an answer older than anybody would have waited for is asked for anew', () => {
  const { ahead, listAsked, answer, wait } = openServer(9);
  void ahead.pull('anna', first);
  answer(0);
  wait(1001);
  void ahead.pull('anna', at(1));
  expect(listAsked()).toEqual([0, 1, 1]);
});
