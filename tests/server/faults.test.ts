import { describe, expect, test } from 'vitest';
import { answerThrough, toFault } from '#mocks/faults.ts';

/** A server that counts what it did. */
function createCounter() {
  const done: string[] = [];
  const answer = async () => {
    done.push('answered');
    return new Response('done');
  };
  return { done, answer };
}

describe('a fault', () => {
  test('"dead" lets nothing reach the server', async () => {
    const { done, answer } = createCounter();

    expect((await answerThrough('dead', answer)).type).toBe('error');
    expect(done).toEqual([]);
  });

  test('"reply-lost" lets the server act and loses the answer', async () => {
    const { done, answer } = createCounter();

    expect((await answerThrough('reply-lost', answer)).type).toBe('error');
    expect(done).toEqual(['answered']);
  });

  test('"refusing" says no without acting', async () => {
    const { done, answer } = createCounter();

    expect((await answerThrough('refusing', answer)).status).toBe(403);
    expect(done).toEqual([]);
  });

  test('"outdated" says that the server is newer, without acting', async () => {
    const { done, answer } = createCounter();

    expect((await answerThrough('outdated', answer)).status).toBe(426);
    expect(done).toEqual([]);
  });

  test('"none" is no fault', async () => {
    expect(await (await answerThrough('none', createCounter().answer)).text()).toBe('done');
  });

  test('is read from text, and unknown text is no fault', () => {
    expect(['slow', 'dead', 'reply-lost', 'refusing', 'outdated', 'earthquake', null].map(toFault)).toEqual([
      'slow',
      'dead',
      'reply-lost',
      'refusing',
      'outdated',
      'none',
      'none',
    ]);
  });
});
