import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJsonBody } from '#server/guard/read-body.ts';
import { createTokenBuckets, rates } from '#server/guard/token-buckets.ts';

const minute = 60_000;

describe('token buckets', () => {
  test('let a burst through and then as many as a minute allows', () => {
    let now = 0;
    const buckets = createTokenBuckets(() => now);
    const takeAll = () => {
      let taken = 0;
      while (buckets.take('someone', rates.push).kind === 'taken') taken += 1;
      return taken;
    };

    expect(takeAll()).toBe(20);
    now += minute / 6;
    expect(takeAll()).toBe(10);
    now += 10 * minute;
    expect(takeAll()).toBe(20);
  });

  test('say how long to wait, and that is long enough', () => {
    let now = 0;
    const buckets = createTokenBuckets(() => now);
    for (let count = 0; count < 10; count += 1) buckets.take('someone', rates.signIn);
    const refused = buckets.take('someone', rates.signIn);

    expect(refused).toEqual({ kind: 'empty', milliseconds: 6000 });
    now += 6000;
    expect(buckets.take('someone', rates.signIn).kind).toBe('taken');
  });

  test('never give more than burst and rate together, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -minute, max: minute }), { maxLength: 200 }), (steps) => {
        let now = 0;
        let forward = 0;
        let taken = 0;
        const buckets = createTokenBuckets(() => now);
        for (const step of steps) {
          now += step;
          forward += Math.max(0, step);
          if (buckets.take('someone', rates.push).kind === 'taken') taken += 1;
        }
        expect(taken).toBeLessThanOrEqual(rates.push.burst + (forward / minute) * rates.push.perMinute + 1e-6);
      }),
    );
  });

  test('are one for each key, and are forgotten from the longest unused', () => {
    const buckets = createTokenBuckets(() => 0, 100);
    for (let count = 0; count < 20; count += 1) buckets.take('busy', rates.push);
    for (let stranger = 0; stranger < 1000; stranger += 1) {
      buckets.take(`stranger ${stranger}`, rates.push);
      expect(buckets.take('busy', rates.push).kind).toBe('empty');
    }

    expect(buckets.size()).toBeLessThanOrEqual(100);
  });
});

describe('a body', () => {
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    new Request('http://localhost/', { method: 'POST', body, headers });

  test('is read when it is JSON', async () => {
    expect(await readJsonBody(post('{"a":1}'), 100)).toEqual({ kind: 'json', value: { a: 1 } });
  });

  test.each(['', '{', 'undefined', '{"a":1}{', '\u{FEFF}{'])('that is not JSON is malformed: %j', async (text) => {
    expect(await readJsonBody(post(text), 100)).toEqual({ kind: 'malformed' });
  });

  test('that is not UTF-8 is malformed', async () => {
    expect(await readJsonBody(post(new Uint8Array([0x22, 0xff, 0x22])), 100)).toEqual({ kind: 'malformed' });
  });

  test('is refused by the length it claims', async () => {
    expect(await readJsonBody(post('{}', { 'content-length': '101' }), 100)).toEqual({ kind: 'too-large' });
  });

  test('is refused by the length it has, without being read to its end', async () => {
    let parts = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        parts += 1;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    const request = new Request('http://localhost/', { method: 'POST', body: endless, duplex: 'half' } as RequestInit);

    expect(await readJsonBody(request, 10_000)).toEqual({ kind: 'too-large' });
    expect(parts).toBeLessThan(20);
  });
});
