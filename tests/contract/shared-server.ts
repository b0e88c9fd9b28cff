/** What the shared server promises to whoever asks over HTTP, whichever way the question takes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authorHeader, exchangeAddress, ownPageHeader } from '#protocol/exchange-address.ts';
import { readPullAnswer } from '#protocol/pull.ts';
import { pushAnswerSchema } from '#protocol/push.ts';
import { type SignedIn, sessionAnswerSchema } from '#protocol/session.ts';
import { PROTOCOL_VERSION, statusSchema } from '#protocol/status.ts';
import { createStory } from '#tests/storage/records.ts';

/** A browser that is signed in as somebody who may begin promises. */
export interface Door {
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** As a later version of the server would: its space understands only pages that speak this protocol or a newer one. */
  readonly demandClient: (least: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

const newId = () => crypto.randomUUID();

/** The beginning of a promise that nobody has begun. */
function beginPromise() {
  const { id: _id, promiseId: _promiseId, ...fields } = createStory().promise;
  const [id, at] = [newId(), '2026-11-21T08:00:00+01:00'];
  const place = { id: newId(), tx: newId(), txi: 0, txn: 1 };
  return { id, op: { v: 1, sv: 1, ...place, kind: 'create', tbl: 'promises', ent: id, scope: id, f: fields, at } };
}

/** In: a name for the way, and what opens it. The same promises hold for all of them. */
export function describeSharedServer(name: string, open: () => Promise<Door>): void {
  describe(`the shared server, ${name}`, () => {
    let door: Door;
    let me: SignedIn;
    let epoch: string;
    const dev = newId();

    const send = async (path: string, body: unknown, author = me.user.id, client = String(PROTOCOL_VERSION)) => {
      const headers = { 'content-type': 'application/json', [ownPageHeader]: client, [authorHeader]: author };
      const response = await door.ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: response.status, body: (await response.json()) as unknown };
    };
    const push = (...operations: readonly unknown[]) =>
      send(exchangeAddress.push, { epoch, dev, acked: 0, operations });
    const pull = async (cursors = {}) => {
      const { body } = await send(exchangeAddress.pull, { epoch, dev, acked: 0, cursors });
      const read = readPullAnswer(body);
      if (read?.kind !== 'pulled') throw new Error(`Nothing was pulled: ${JSON.stringify(body)}`);
      return read;
    };

    beforeAll(async () => {
      door = await open();
      const session = sessionAnswerSchema.parse(await (await door.ask('/api/session')).json());
      if (session.kind !== 'signed-in') throw new Error('Nobody is signed in');
      me = session;
      const first = await send(exchangeAddress.pull, { epoch: '', dev, acked: 0, cursors: {} });
      expect(first).toMatchObject({ status: 200, body: { kind: 'epoch' } });
      epoch = (first.body as { epoch: string }).epoch;
    });
    afterAll(() => door.close());

    test('says that it shares', async () => {
      const status = statusSchema.parse(await (await door.ask('/api/status')).json());
      expect(status.backend).toBe('shared');
    });

    test('gives back what was pushed, once, with its outcome and a receipt', async () => {
      const { id, op } = beginPromise();
      const first = pushAnswerSchema.parse((await push({ seq: 1, op })).body);
      expect(first).toMatchObject({ kind: 'pushed', lastSeq: 1 });
      const again = pushAnswerSchema.parse((await push({ seq: 1, op })).body);
      expect(again).toMatchObject({ kind: 'pushed', lastSeq: 1, version: first.kind === 'pushed' ? first.version : 0 });
      const pulled = await pull();
      expect(pulled.rows.filter(({ row }) => row.id === id)).toHaveLength(1);
      expect(pulled.rows.find(({ row }) => row.id === id)?.row).toMatchObject({ title: 'Tryggare centrum' });
      const outcome = pulled.outcomes.find((one) => one.id === op.id);
      expect(outcome?.kind).toBe('applied');
      expect(outcome?.receipt).toMatch(/^[0-9a-f]{64}$/);
    });

    test('sends only what is new after a cursor', async () => {
      const { version, scopes } = await pull();
      const cursors = Object.fromEntries(Object.keys(scopes).map((key) => [key, version]));
      expect((await pull(cursors)).rows).toEqual([]);
    });

    test('refuses a single operation with a reason, and goes on after it', async () => {
      const { op } = beginPromise();
      const strange = { ...op, id: newId(), tx: newId(), tbl: 'constructor' };
      expect((await push({ seq: 2, op: strange })).body).toMatchObject({ kind: 'pushed', lastSeq: 2 });
      const refused = (await pull()).outcomes.find(({ id }) => id === strange.id);
      expect(refused?.kind).toBe('rejected');
    });

    test('tells a device of another line of history which line this is, as a conflict', async () => {
      const old = { epoch: newId(), dev, acked: 0 };
      const conflict = { status: 409, body: { kind: 'epoch', epoch } };
      expect(await send(exchangeAddress.pull, { ...old, cursors: {} })).toMatchObject(conflict);
      expect(await send(exchangeAddress.push, { ...old, operations: [{ seq: 3 }] })).toMatchObject(conflict);
    });

    test('answers a page that is too old for it in words, keeps nothing of it, and goes on when it is newer', async () => {
      const next = String(PROTOCOL_VERSION + 1);
      const { op } = beginPromise();
      const asked = { epoch, dev, acked: 0 };
      const operations = [{ seq: 3, op }];
      const outdated = { status: 426, body: { kind: 'outdated' } };
      await door.demandClient(PROTOCOL_VERSION + 1);
      // More often than an operation may fail: it is not held against it.
      for (let time = 0; time < 6; time++) {
        expect(await send(exchangeAddress.push, { ...asked, operations })).toEqual(outdated);
      }
      expect(await send(exchangeAddress.pull, { ...asked, cursors: {} })).toEqual(outdated);
      const stream = await door.ask(exchangeAddress.events, { headers: { 'sec-fetch-site': 'same-origin' } });
      expect({ status: stream.status, body: await stream.json() }).toEqual(outdated);
      const newer = await send(exchangeAddress.push, { ...asked, operations }, me.user.id, next);
      expect(newer).toMatchObject({ status: 200, body: { kind: 'pushed', lastSeq: 3 } });
      await door.demandClient(1);
      expect((await pull()).outcomes.find(({ id }) => id === op.id)?.kind).toBe('applied');
    });

    test('asks for what is missing, and knows no other person’s device', async () => {
      const { op } = beginPromise();
      expect(await push({ seq: 9, op })).toMatchObject({ status: 409, body: { kind: 'gap', lastSeq: 3 } });
      const stranger = await send(exchangeAddress.push, { epoch, dev, acked: 0, operations: [{ seq: 4 }] }, newId());
      expect(stranger).toMatchObject({ status: 401, body: { kind: 'signed-out' } });
    });

    test('answers what it does not understand in words', async () => {
      expect(await send(exchangeAddress.push, { operations: 'all' })).toMatchObject({
        status: 400,
        body: { kind: 'malformed' },
      });
      const unknown = await door.ask('/api/sync/v2/push');
      expect({ status: unknown.status, body: await unknown.json() }).toEqual({
        status: 404,
        body: { kind: 'unknown-address' },
      });
    });
  });
}
