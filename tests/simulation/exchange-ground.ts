/** Real devices (Dexie) and the server's rules over a space in memory, with a network that works when it is asked to. */
import { createHash, createHmac } from 'node:crypto';
import { exchangeLimits } from '#protocol/exchange-limits.ts';
import { type PullAnswer, readPullAnswer, readPullRequest } from '#protocol/pull.ts';
import { type PushAnswer, pushAnswerSchema, readPushRequest } from '#protocol/push.ts';
import type { ReceiptKeeper } from '#server/exchange/receipts.ts';
import { servePull } from '#server/exchange/serve-pull.ts';
import { servePush } from '#server/exchange/serve-push.ts';
import { serverRules } from '#server/exchange/server-rules.ts';
import type { SpaceStore } from '#server/exchange/space-store.ts';
import type { Database } from '#storage/database.ts';
import { putDeviceMeta } from '#storage/device-meta.ts';
import { createDeviceStore } from '#storage/device-store.ts';
import { deviceRules } from '#sync/device-rules.ts';
import type { ExchangeStatus } from '#sync/exchange-machine.ts';
import { createExchange } from '#sync/run-exchange.ts';
import { openScratch } from '#tests/storage/scratch-database.ts';
import { createSpace, type MemorySpace, openSpaceStore } from './memory-space.ts';
import { createRandom, idOf } from './random.ts';

const key = 'a key of these tests';
const keeper: ReceiptKeeper = {
  digest: (texts) => Promise.resolve(texts.map((text) => createHash('sha256').update(text).digest('hex'))),
  sign: (claims) =>
    Promise.resolve(claims.map((claim) => createHmac('sha256', key).update(JSON.stringify(claim)).digest('hex'))),
};
const nothing = { atBoundary: () => undefined, beforeSave: () => undefined };

export const createGround = (): MemorySpace => createSpace(idOf(9, 1));

export interface Device {
  readonly db: Database;
  /** One round: sends what waits, fetches what is new. Out: how it ended. */
  readonly exchange: () => Promise<ExchangeStatus>;
}

const isEnd = (status: ExchangeStatus) => status !== 'working';
/** What came over the wire is text: nothing of the other side's objects is left in it. */
const carry = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What a device reaches of a server, as one person: requests as they come over the wire, unread. */
export interface Reached {
  readonly push: (request: unknown) => Promise<PushAnswer>;
  /** Rejects when the network breaks. */
  readonly pull: (request: unknown) => Promise<PullAnswer>;
}

const limits = {
  rows: exchangeLimits.pullRows,
  bytes: exchangeLimits.pullBytes,
  outcomes: exchangeLimits.pullOutcomes,
};

/** The server's rules over a store, whatever it lies in. `rows`: how many fit a page of a pull. */
export function reachStore(store: SpaceStore, userId: string, rows: number = limits.rows): Reached {
  const tools = { now: () => 0, keeper, rules: serverRules };
  return {
    push: (request) => {
      const read = readPushRequest(request);
      if (read === undefined) throw new Error('The device sent what the protocol does not know');
      return servePush(store, read, { ...tools, userId, isCrowd: () => false, onForgery: () => undefined });
    },
    pull: (request) => {
      const read = readPullRequest(request);
      if (read === undefined) throw new Error('The device asked what the protocol does not know');
      return servePull(store, read, { ...tools, limits: { ...limits, rows } });
    },
  };
}

/** A device that has joined the space in memory as somebody. `number`: which one, so that names differ. */
export const joinDevice = (
  space: MemorySpace,
  userId: string,
  number: number,
  fewestPacked?: number,
): Promise<Device> => joinServer(reachStore(openSpaceStore(space, userId, nothing), userId), number, fewestPacked);

/** A device that has joined whatever answers. `fewestPacked`: see `createDeviceStore`. */
export async function joinServer(server: Reached, number: number, fewestPacked?: number): Promise<Device> {
  const db = openScratch();
  const random = createRandom(number);
  let made = 0;
  const newId = () => {
    made += 1;
    return idOf(0x100 + number, made);
  };
  const scopes = {};
  await putDeviceMeta(db, {
    dev: newId(),
    epoch: '',
    generation: 0,
    issued: 0,
    answered: 0,
    scopes,
    ringNext: 1,
    confirmedAt: 0,
  });
  let onEnd: (status: ExchangeStatus) => void = () => undefined;
  const exchange = createExchange({
    store: createDeviceStore(db, newId, fewestPacked),
    sendPush: (token, request) => {
      const read = readPushRequest(carry(request));
      if (read === undefined) throw new Error('The device sent what the protocol does not know');
      void server
        .push(read)
        .then((answer) => exchange.handle({ kind: 'pushed', token, answer: pushAnswerSchema.parse(carry(answer)) }));
    },
    sendPull: (token, request) => {
      void server.pull(carry(request)).then(
        (served) => {
          const answer = readPullAnswer(carry(served));
          if (answer === undefined) throw new Error('The server answered what the protocol does not know');
          return exchange.handle({ kind: 'pulled', token, answer });
        },
        () => exchange.handle({ kind: 'failed', token }),
      );
    },
    wake: () => undefined,
    newDev: newId,
    random: random.next,
    tell: (status) => isEnd(status) && onEnd(status),
    onStored: () => undefined,
    limits: { operations: exchangeLimits.pushOperations, bytes: exchangeLimits.pushBytes },
    rules: deviceRules,
  });
  return {
    db,
    exchange: () =>
      new Promise((resolve, reject) => {
        onEnd = resolve;
        exchange.handle({ kind: 'wanted' }).catch(reject);
      }),
  };
}
