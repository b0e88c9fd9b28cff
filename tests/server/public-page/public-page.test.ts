import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '#domain/operations/operation.ts';
import { toContent } from '#domain/public-page/public-facts.ts';
import { publicStyleHash } from '#domain/public-page/public-style.ts';
import { missingPage } from '#server/public/public-messages.ts';
import { sampleFacts } from '#tests/support/public-sample.ts';
import { type EngineName, engines } from '#tests/support/server-databases.ts';
import { type Newcomer, openTestServer, origin, type TestServer } from '#tests/support/test-server.ts';

const at = '2026-11-21T09:00:00.000+01:00';
const address = `/offentlig/${sampleFacts.slug.municipality}/${sampleFacts.slug.promise}`;

interface World {
  readonly server: TestServer;
  readonly promiseId: string;
  readonly people: Readonly<Record<'editor' | 'manager' | 'lead', Newcomer>>;
  readonly send: (who: Newcomer, op: Pick<Operation, 'kind' | 'tbl' | 'ent' | 'f' | 'base'>) => Promise<string>;
  /** Hands in version `number` as the editor. Out: its id. */
  readonly handIn: (number: number, more?: Readonly<Record<string, unknown>>) => Promise<string>;
  /** The author has seen the row as it is now. */
  readonly see: (ent: string, field: string) => Promise<Readonly<Record<string, string>>>;
  readonly look: (path?: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
}

async function buildWorld(engine: EngineName): Promise<World> {
  const server = await openTestServer(engine);
  const home = await server.setUp();
  const promiseId = randomUUID();
  await server.addPromise(home.me.space.id, promiseId);
  const letIn = (name: string, role: 'editor' | 'manager') =>
    server.letIn(home.browser, name, [{ scope: promiseId, role, lens: 'full' }]);
  const people = {
    editor: await letIn('Eva', 'editor'),
    manager: await letIn('Moa', 'manager'),
    lead: await letIn('Leo', 'manager'),
  };
  const { epoch } = (await server.look('SELECT epoch FROM space'))[0] ?? {};

  const send: World['send'] = async ({ browser, me }, op) => {
    const id = randomUUID();
    const sent = { v: 1, id, tx: randomUUID(), txi: 0, txn: 1, sv: 1, scope: promiseId, at, ...op };
    const body = { epoch, dev: randomUUID(), acked: 0, operations: [{ seq: 1, op: sent }] };
    await browser.ask('POST', '/api/sync/v1/push', { body, headers: { 'x-mlo-user': me.user.id } });
    server.clock.now += 5000;
    const [row] = await server.look('SELECT kind, code FROM op_result WHERE op_id = $1', [id]);
    return row?.kind === 'applied' ? 'applied' : `${row?.kind} ${row?.code}`;
  };
  const handIn: World['handIn'] = async (number, more = {}) => {
    const ent = randomUUID();
    const content = toContent({ ...sampleFacts, number, ...more });
    const fields = { createdAt: at, updatedAt: at, number, content, prepared: act(people.editor) };
    expect(await send(people.editor, { kind: 'create', tbl: 'publications', ent, f: fields })).toBe('applied');
    return ent;
  };
  const see: World['see'] = async (ent, field) => {
    const [row] = await server.look('SELECT tags FROM record WHERE id = $1', [ent]);
    const tags = row?.tags as Readonly<Record<string, string>> | null;
    return { [field]: tags?.[field] ?? tags?.['*'] ?? ent };
  };
  const look = async (path = address, headers = {}) =>
    server.app.request(`${origin}${path}`, { headers }, { peer: '10.0.0.9' });
  return { server, promiseId, people, send, handIn, see, look };
}

const act = ({ me }: { readonly me: Newcomer['me'] }) => ({
  ...{ partyId: randomUUID(), function: 'Lokalpolisområdeschef', on: '2026-11-21', profileId: me.user.id },
});
const approve = async ({ see }: World, ent: string, who: Newcomer) => ({
  ...{ kind: 'guard' as const, tbl: 'publications' as const, ent, f: { approved: act(who) } },
  base: await see(ent, 'approved'),
});

describe.each(engines)('on %s', (engine) => {
  let world: World;
  beforeAll(async () => {
    world = await buildWorld(engine);
  });
  afterAll(() => world.server.drop());

  test('what was handed in is for nobody until somebody else who leads the promise has approved it', async () => {
    const { people, send, handIn, look } = world;
    const ent = await handIn(1);
    expect((await look()).status).toBe(404);
    expect(await send(people.editor, await approve(world, ent, people.editor))).toBe('rejected no-right');
    expect(await send(people.manager, await approve(world, ent, people.lead))).toBe('rejected other-person');
    expect((await look()).status).toBe(404);
    expect(await send(people.manager, await approve(world, ent, people.manager))).toBe('applied');

    const page = await look();
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(sampleFacts.items[0]?.promised);
  });

  test('the page may be framed by anybody and loads nothing but its own style', async () => {
    const { headers } = await world.look();
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src '${publicStyleHash}'; base-uri 'none'; form-action 'none'; img-src data:; frame-ancestors *`,
    );
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('who has it already gets it not again', async () => {
    const etag = (await world.look()).headers.get('etag') ?? '';
    const again = await world.look(address, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('the same facts come as data, each of its own kind', async () => {
    const json = await world.look(`${address}.json`);
    expect(await json.json()).toMatchObject({ title: sampleFacts.title, versions: [{ number: 1, state: 'current' }] });
    expect((await world.look(`${address}.csv`)).headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const metadata = await (await world.look(`${address}.jsonld`)).json();
    expect(metadata['dcat:landingPage']['@id']).toBe(`${origin}${address}`);
  });

  test('nothing else is there, and nothing says why', async () => {
    const paths = [
      '/offentlig',
      '/offentlig/',
      `/offentlig/${sampleFacts.slug.municipality}`,
      `${address}.xml`,
      `${address}x`,
    ];
    const answers = await Promise.all(paths.map((path) => world.look(path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    // Whoever asks for a page is told in words; what is no address of one is no page.
    expect(texts).toEqual(['404', '404', '404', missingPage, missingPage]);
  });

  test('nobody approves what they handed in themselves', async () => {
    const { people, send } = world;
    const ent = randomUUID();
    const content = toContent({ ...sampleFacts, number: 7 });
    const fields = { createdAt: at, updatedAt: at, number: 7, content, prepared: act(people.manager) };
    const create = { kind: 'create' as const, tbl: 'publications' as const, ent };
    expect(await send(people.manager, { ...create, f: { ...fields, approved: act(people.lead) } })).toBe(
      'rejected same-person',
    );
    expect(await send(people.manager, { ...create, f: { ...fields, prepared: act(people.editor) } })).toBe(
      'rejected other-person',
    );
    expect(await send(people.manager, { ...create, f: fields })).toBe('applied');
    expect(await send(people.manager, await approve(world, ent, people.manager))).toBe('rejected same-person');
  });

  test('what looks like personal data is not even handed in', async () => {
    const { people, send } = world;
    const content = toContent({ ...sampleFacts, number: 8, contact: { text: 'Ring 070-123 45 67' } });
    const f = { createdAt: at, updatedAt: at, number: 8, content, prepared: act(people.editor) };
    expect(await send(people.editor, { kind: 'create', tbl: 'publications', ent: randomUUID(), f })).toBe(
      'rejected personal-data',
    );
    const broken = { ...f, content: '{"format":"loften-1"}' };
    expect(await send(people.editor, { kind: 'create', tbl: 'publications', ent: randomUUID(), f: broken })).toBe(
      'rejected schema',
    );
  });

  test('what is approved stays as it is until it is withdrawn; then the version before stands, and says so', async () => {
    const { people, send, handIn, look } = world;
    const ent = await handIn(2, { title: 'Den andra versionen' });
    await send(people.lead, await approve(world, ent, people.lead));
    expect(await (await look()).text()).toContain('Den andra versionen');
    expect(await send(people.manager, await approve(world, ent, people.manager))).toBe('rejected published');
    expect(await send(people.manager, { kind: 'delete', tbl: 'publications', ent })).toBe('rejected published');
    const base = await world.see(ent, 'withdrawn');
    const withdrawal = (who: Newcomer) => ({
      ...{ kind: 'guard' as const, tbl: 'publications' as const, ent, base },
      f: { withdrawn: { on: '2026-11-21', reason: 'Fel rubrik', profileId: who.me.user.id } },
    });
    expect(await send(people.editor, withdrawal(people.editor))).toBe('rejected no-right');
    expect(await send(people.lead, withdrawal(people.lead))).toBe('applied');
    const text = await (await look()).text();
    expect(text).not.toContain('Den andra versionen');
    expect(text).toContain('Fel rubrik');
  });

  test('with its promise, its page is gone; with the promise put back it is there again', async () => {
    const { server, look, promiseId } = world;
    const remove = (at: string | null) =>
      server.look("UPDATE record SET deleted_at = $2 WHERE tbl = 'promises' AND id = $1", [promiseId, at]);
    await remove('2026-11-21T10:00:00.000+01:00');
    expect((await look()).status).toBe(404);
    await remove(null);
    expect((await look()).status).toBe(200);
  });

  test('of a protected promise nothing is handed in, approved or shown, and what is there can be taken back', async () => {
    const { server, promiseId, people, send, handIn, look } = world;
    const waiting = await handIn(3);
    expect((await look()).status).toBe(200);
    const classify = async (visibility: string) =>
      server.look(`UPDATE record SET fields = fields || $1::jsonb WHERE tbl = 'promises' AND id = $2 RETURNING id`, [
        JSON.stringify({ visibility }),
        promiseId,
      ]);
    expect(await classify('protected')).toHaveLength(1);
    expect((await look()).status).toBe(404);
    const content = toContent({ ...sampleFacts, number: 4 });
    const fields = { createdAt: at, updatedAt: at, number: 4, content, prepared: act(people.editor) };
    const create = { kind: 'create' as const, tbl: 'publications' as const, ent: randomUUID(), f: fields };
    expect(await send(people.editor, create)).toBe('rejected protected');
    expect(await send(people.manager, await approve(world, waiting, people.manager))).toBe('rejected protected');
    const takeBack = { kind: 'delete' as const, tbl: 'publications' as const, ent: waiting };
    // Nobody names a version in it: it is taken beside what may have been changed at the same time.
    expect(await send(people.manager, takeBack)).toBe('concurrent null');
    await classify('internal');
    expect((await look()).status).toBe(200);
  });

  test('a transaction for everybody finds approved pages and nothing else of any tenant', async () => {
    const { server } = world;
    const tables = await server.look(
      "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relrowsecurity AND relnamespace = 'public'::regnamespace",
    );
    const seen = await server.people.database.readPublished(async (tx) => {
      const found: string[] = [];
      for (const { name } of tables) {
        const { rows } = await sql
          .raw<{ tbl?: string; fields?: { approved?: unknown } }>(`SELECT * FROM "${name}"`)
          .execute(tx);
        found.push(...rows.map(({ tbl, fields }) => `${name} ${tbl} ${fields?.approved !== undefined}`));
      }
      return found;
    });
    expect(new Set(seen)).toEqual(new Set(['record publications true']));
    await expect(
      server.people.database.readPublished((tx) =>
        sql.raw("DELETE FROM record WHERE tbl = 'publications'").execute(tx),
      ),
    ).rejects.toThrow(/read-only/);
  });
});
