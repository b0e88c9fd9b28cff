import { describe, expect, test } from 'vitest';
import type { DeviceMeta } from '#domain/delivery/device-state.ts';
import type { WaitingOperation } from '#domain/delivery/waiting-operation.ts';
import { exchangeLimits } from '#protocol/exchange-limits.ts';
import type { PushRequest } from '#protocol/push.ts';
import { deviceRules } from '#sync/device-rules.ts';
import { createExchange } from '#sync/run-exchange.ts';
import { createOperation, idOf } from '#tests/domain/operations/operation-fixtures.ts';

const meta: DeviceMeta = {
  dev: idOf(900),
  epoch: idOf(901),
  generation: 1,
  issued: 100,
  answered: 0,
  scopes: {},
  ringNext: 1,
  confirmedAt: 0,
};

/** What a device sends first when so much is waiting. */
async function sendFirst(waiting: readonly WaitingOperation[]): Promise<PushRequest | undefined> {
  const sent: PushRequest[] = [];
  const exchange = createExchange({
    store: {
      readMeta: () => Promise.resolve(meta),
      readWaiting: (seq, limit) => Promise.resolve(waiting.filter((one) => one.seq > seq).slice(0, limit)),
      changeDevice: () => Promise.reject(new Error('Nothing is changed by sending')),
    },
    sendPush: (_token, request) => sent.push(request),
    sendPull: () => undefined,
    wake: () => undefined,
    newDev: () => idOf(902),
    random: () => 0.5,
    tell: () => undefined,
    onStored: () => undefined,
    limits: { operations: exchangeLimits.pushOperations, bytes: exchangeLimits.pushBytes },
    rules: deviceRules,
  });
  await exchange.handle({ kind: 'wanted' });
  return sent[0];
}

const writeText = (text: string, count: number): readonly WaitingOperation[] =>
  Array.from({ length: count }, (_, index) => ({
    seq: index + 1,
    op: { ...createOperation('set', { f: { text } }), tx: idOf(2000 + index) },
  }));

describe('what a device sends at once', () => {
  // A server reads no more than that: a longer push would be refused for ever, and with it all that waits behind it.
  test.each(['a', 'å', '€', '😀'])('holds no more bytes than a push may, in texts of %s', async (letter) => {
    const waiting = writeText(letter.repeat(8000), 100);
    const { operations = [] } = (await sendFirst(waiting)) ?? {};
    const bytes = new TextEncoder().encode(JSON.stringify(operations.map(({ op }) => op))).length;
    expect(bytes).toBeLessThanOrEqual(exchangeLimits.pushBytes + operations.length + 1);
    expect(operations.length).toBeGreaterThan(30);
    expect(operations).toEqual(waiting.slice(0, operations.length));
  });

  // What was erased for everybody is gone from the middle of an action, and the server has its number all the same.
  test('cuts no action in two where one of its operations was wiped', async () => {
    const { pushOperations } = exchangeLimits;
    const before = writeText('a', pushOperations - 2);
    const action = writeText('b', 3).map(({ op }, index): WaitingOperation => {
      const seq = before.length + index + 1;
      return op === undefined || index === 1 ? { seq } : { seq, op: { ...op, tx: idOf(1999) } };
    });
    const { operations = [] } = (await sendFirst([...before, ...action])) ?? {};
    expect(operations).toEqual(before);
  });

  test('goes on where hundreds of operations were wiped', async () => {
    const wiped = Array.from({ length: 2000 }, (_, index): WaitingOperation => ({ seq: index + 2 }));
    const waiting = [...writeText('a', 1), ...wiped];
    const { operations = [] } = (await sendFirst(waiting)) ?? {};
    expect(operations).toEqual(waiting.slice(0, exchangeLimits.pushOperations));
  });
});
