import { describe, expect, test } from 'vitest';
import { sendPull, sendPush } from '#sync/send-exchange.ts';

const dev = '019a0000-0000-7000-8000-000000000001';
const push = { epoch: '', dev, acked: 0, operations: [] };
const pull = { epoch: '', dev, acked: 0, cursors: {} };

const answering = (body: string, init: ResponseInit = {}) => {
  const requests: Request[] = [];
  const answer: typeof fetch = (address, options) => {
    requests.push(new Request(new URL(String(address), 'http://localhost'), options));
    return Promise.resolve(new Response(body, init));
  };
  return { wire: { fetch: answer, abortAfter: () => new AbortController().signal }, requests };
};

describe('a request of the exchange', () => {
  test('says that it comes from our page, and whose work it carries', async () => {
    const { wire, requests } = answering('{"kind":"pushed","lastSeq":3,"version":7,"now":1}');
    const sent = await sendPush(wire, 'anna', push);
    expect(sent).toEqual({ kind: 'answered', answer: { kind: 'pushed', lastSeq: 3, version: 7, now: 1 } });
    expect(requests[0]?.headers.get('x-mlo')).toBe('1');
    expect(requests[0]?.headers.get('x-mlo-user')).toBe('anna');
    expect(requests[0]?.headers.get('content-type')).toBe('application/json');
  });

  test.each([
    [401, 'signed-out'],
    [409, 'fork'],
    [426, 'outdated'],
  ])('is answered in the words of the protocol with status %i', async (status, kind) => {
    const { wire } = answering(JSON.stringify({ kind }), { status });
    expect(await sendPull(wire, 'anna', pull)).toEqual({ kind: 'answered', answer: { kind } });
  });
});

describe('a page of a pull', () => {
  const page = { start: 4, began: 9, horizon: 0, scopes: [] };
  const pulled = { kind: 'pulled', epoch: 'e', now: 1, version: 9, drop: [], later: [], scopes: {}, gone: [] };
  const row = { id: dev, promiseId: dev, version: 3, note: 'A field of a later version', later: [1] };
  const answer = { ...pulled, rows: [{ table: 'progressLogs', row }], outcomes: [], sums: {}, next: page };

  test('keeps what its rows say, and says which page comes next', async () => {
    const told: unknown[] = [];
    const { wire } = answering(JSON.stringify(answer));
    const sent = await sendPull(wire, 'anna', pull, (next) => told.push(next));
    expect(sent).toEqual({ kind: 'answered', answer });
    expect(told).toEqual([page]);
  });

  test.each([
    ['a row without a name', { ...row, id: 'none' }],
    ['a row with a list for a name', { ...row, id: [dev] }],
    ['a row of no promise', { ...row, promiseId: undefined }],
    ['a row without a version', { ...row, version: '3' }],
    ['a row of less than nothing', { ...row, version: -1 }],
    ['no row', null],
  ])('with %s is no answer', async (_what, given) => {
    const { wire } = answering(JSON.stringify({ ...answer, rows: [{ table: 'progressLogs', row: given }] }));
    expect(await sendPull(wire, 'anna', pull)).toEqual({ kind: 'failed' });
  });

  test('with a row of no table is no answer', async () => {
    const { wire } = answering(JSON.stringify({ ...answer, rows: [{ table: 'constructor', row }] }));
    expect(await sendPull(wire, 'anna', pull)).toEqual({ kind: 'failed' });
  });
});

describe('no answer in our words', () => {
  test.each([
    ['a page of a portal with status 200', '<html>Log in to the guest network</html>', 200],
    ['a page of a portal with a status of ours', '<html>Who are you?</html>', 401],
    ['an error of a proxy', 'Bad gateway', 502],
    ['JSON of somebody else', '{"kind":"welcome"}', 200],
    ['a fault', '{"kind":"fault"}', 500],
    ['an answer that was cut off', '{"kind":"pushed","lastS', 200],
  ])('comes from %s', async (_what, body, status) => {
    const { wire } = answering(body, { status });
    expect(await sendPush(wire, 'anna', push)).toEqual({ kind: 'failed' });
  });

  test('comes from a network that is not there, and from one that is too slow', async () => {
    const broken: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const slow: typeof fetch = (_address, options) =>
      new Promise((_resolve, reject) =>
        options?.signal?.addEventListener('abort', () => reject(options.signal?.reason)),
      );
    const abortAfter = () => {
      const giveUp = new AbortController();
      queueMicrotask(() => giveUp.abort());
      return giveUp.signal;
    };
    for (const fetch of [broken, slow]) {
      expect(await sendPull({ fetch, abortAfter }, 'anna', pull)).toEqual({ kind: 'failed' });
    }
  });
});

describe('a server that asks for patience', () => {
  test.each([429, 503])('is asked again after as long as it says, status %i', async (status) => {
    const { wire } = answering('{"kind":"busy"}', { status, headers: { 'retry-after': '7' } });
    expect(await sendPush(wire, 'anna', push)).toEqual({ kind: 'failed', retryAfter: 7000 });
  });

  test('is not believed when it asks for days', async () => {
    const { wire } = answering('{"kind":"busy"}', { status: 503, headers: { 'retry-after': '999999' } });
    expect(await sendPush(wire, 'anna', push)).toEqual({ kind: 'failed', retryAfter: 600_000 });
  });
});
