import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '#domain/operations/operation.ts';
import { type EngineName, engines } from '#tests/support/server-databases.ts';
import { type Newcomer, openTestServer, type TestServer } from '#tests/support/test-server.ts';

const at = '2027-01-12T09:00:00.000+01:00';
const hash = 'a'.repeat(64);
const fields = {
  ...{ createdAt: at, updatedAt: at, kind: 'annual', period: { from: '2026-01-01', to: '2026-12-31' } },
  ...{ dueOn: '2027-01-31', state: 'assessing', sections: [], signOffs: [], decisions: [] },
};
const signature = ({ me }: Newcomer, more: object = {}) => ({
  ...{ id: randomUUID(), partyId: randomUUID(), function: 'chef', on: '2027-01-20', profileId: me.user.id, hash },
  ...{ vouched: true, ...more },
});

interface World {
  readonly server: TestServer;
  readonly people: Readonly<Record<'moa' | 'leo', Newcomer>>;
  readonly send: (who: Newcomer, ...ops: readonly Partial<Operation>[]) => Promise<string>;
  readonly see: (ent: string, field: string) => Promise<Readonly<Record<string, string>>>;
}

async function buildWorld(engine: EngineName): Promise<World> {
  const server = await openTestServer(engine);
  const home = await server.setUp();
  const scope = randomUUID();
  await server.addPromise(home.me.space.id, scope);
  const letIn = (name: string) => server.letIn(home.browser, name, [{ scope, role: 'manager', lens: 'full' }]);
  const people = { moa: await letIn('Moa'), leo: await letIn('Leo') };
  const { epoch } = (await server.look('SELECT epoch FROM space'))[0] ?? {};
  const send: World['send'] = async ({ browser, me }, ...ops) => {
    const tx = randomUUID();
    const place = { v: 1, sv: 1, tx, txn: ops.length, scope, at };
    const operations = ops.map((op, txi) => ({ seq: txi + 1, op: { ...place, id: randomUUID(), txi, ...op } }));
    const body = { epoch, dev: randomUUID(), acked: 0, operations };
    await browser.ask('POST', '/api/sync/v1/push', { body, headers: { 'x-mlo-user': me.user.id } });
    server.clock.now += 5000;
    const [row] = await server.look('SELECT kind, code FROM op_result WHERE op_id = $1', [operations[0]?.op.id]);
    return row?.kind === 'applied' ? 'applied' : `${row?.kind} ${row?.code}`;
  };
  const see: World['see'] = async (ent, field) => {
    const [row] = await server.look('SELECT tags FROM record WHERE id = $1', [ent]);
    const tags = row?.tags as Readonly<Record<string, string>> | null;
    return { [field]: tags?.[field] ?? tags?.['*'] ?? ent };
  };
  return { server, people, send, see };
}

describe.each(engines)('a follow-up on %s', (engine) => {
  let world: World;
  let ent = '';
  beforeAll(async () => {
    world = await buildWorld(engine);
  });
  afterAll(() => world.server.drop());
  const begin = async (more: object = {}) => {
    ent = randomUUID();
    return world.send(world.people.moa, { kind: 'create', tbl: 'followUps', ent, f: { ...fields, ...more } } as never);
  };
  const sign = (who: Newcomer, given: object) =>
    world.send(who, { kind: 'add', tbl: 'followUps', ent, f: { signOffs: [given] } } as never);
  const set = async (who: Newcomer, f: Readonly<Record<string, unknown>>) => {
    const [field = ''] = Object.keys(f);
    const kind = field === 'state' ? 'guard' : 'set';
    return world.send(who, { kind, tbl: 'followUps', ent, f, base: await world.see(ent, field) } as never);
  };

  test('is signed by whoever is signed in, in their own name and for one party', async () => {
    const { moa, leo } = world.people;
    expect(await begin()).toBe('applied');
    expect(await sign(moa, signature(leo))).toBe('rejected other-person');
    expect(await sign(moa, signature(moa))).toBe('applied');
    expect(await sign(moa, signature(moa))).toBe('rejected same-person');
    expect(await sign(leo, signature(leo))).toBe('applied');
  });

  test('keeps what was signed on a device alone, which says of itself that nobody vouches for it', async () => {
    const { moa, leo } = world.people;
    const alone = { vouched: undefined, profileId: randomUUID() };
    expect(await begin({ signOffs: [signature(moa, alone)] })).toBe('applied');
    expect(await begin({ signOffs: [signature(leo)] })).toBe('rejected other-person');
  });

  test('changes no more once it is decided, but for its number and that residents were told', async () => {
    const { moa } = world.people;
    await begin();
    expect(await set(moa, { state: 'decided' })).toBe('applied');
    expect(await set(moa, { dueOn: '2027-02-28' })).toBe('rejected sealed');
    expect(await sign(moa, signature(moa))).toBe('rejected sealed');
    expect(await set(moa, { state: 'assessing' })).toBe('rejected sealed');
    expect(await set(moa, { registryNumber: 'KS 2027/1' })).toBe('applied');
    expect(await set(moa, { state: 'published' })).toBe('applied');
  });

  test('gets supplements after the seal, each in its author’s own name, and none is changed', async () => {
    const { moa, leo } = world.people;
    const snapshot = { id: randomUUID(), takenAt: at, asOf: '2027-01-01', parts: 1, hash };
    await begin({ snapshot, state: 'decided' });
    const supplement = (who: Newcomer, more: object = {}) =>
      signature(who, { text: 'Nästa mätning visar 71 procent.', measurements: [], ...more });
    const add = (who: Newcomer, given: object) =>
      world.send(who, { kind: 'add', tbl: 'followUps', ent, f: { supplements: [given] } } as never);
    const first = supplement(moa);
    expect(await add(moa, first)).toBe('applied');
    expect(await add(moa, supplement(moa))).toBe('applied');
    expect(await add(moa, supplement(leo))).toBe('rejected other-person');
    expect(await add(moa, { ...first, text: 'Något annat.' })).toBe('rejected sealed');
    expect(await add(leo, supplement(leo, { hash: 'b'.repeat(64) }))).toBe('rejected sealed');
    const base = await world.see(ent, `supplements/${first.id}`);
    const removal = { kind: 'remove', tbl: 'followUps', ent, f: { supplements: [first.id] }, base };
    expect(await world.send(moa, removal as never)).toBe('rejected sealed');
  });

  test('loses no page but together with its freeze', async () => {
    const { moa } = world.people;
    await begin();
    const part = randomUUID();
    const page = { createdAt: at, updatedAt: at, followUpId: ent, snapshotId: randomUUID(), order: 0, text: '{}' };
    expect(await world.send(moa, { kind: 'create', tbl: 'reportParts', ent: part, f: page } as never)).toBe('applied');
    const base = await world.see(part, 'deletedAt');
    const removal = { kind: 'delete', tbl: 'reportParts', ent: part, base: { deletedAt: null } } as never;
    expect(base).toBeDefined();
    expect(await world.send(moa, removal)).toBe('rejected sealed');
    const thaw = {
      kind: 'set',
      tbl: 'followUps',
      ent,
      f: { dueOn: '2027-02-01' },
      base: await world.see(ent, 'dueOn'),
    };
    expect(await world.send(moa, thaw as never, removal)).toBe('applied');
    await world.send(moa, { kind: 'restore', tbl: 'reportParts', ent: part, base } as never);
    await set(moa, { state: 'decided' });
    const number = { kind: 'set', tbl: 'followUps', ent, f: { registryNumber: 'KS 1' }, base: {} };
    expect(await world.send(moa, number as never, removal)).toBe('rejected sealed');
  });
});
