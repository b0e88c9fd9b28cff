import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serverRules } from '#server/exchange/server-rules.ts';
import { forgetSpaces } from '#tests/support/forgetful-database.ts';
import { type Asker, askers, buildMatrixWorld, type MatrixWorld } from '#tests/support/matrix-world.ts';
import { engines } from '#tests/support/server-databases.ts';
import { origin, type TestServerOptions } from '#tests/support/test-server.ts';
import { authorizationMatrix } from './authorization-matrix.ts';
import type { Expected, MatrixCase } from './matrix/matrix-case.ts';

/** A server whose own checks are off: everybody may everything, and no query says which tenant it means. */
const withoutChecks: TestServerOptions = {
  database: forgetSpaces,
  rights: { mayAct: () => true, listGoverned: () => 'all' },
  rules: { ...serverRules, rightsChecked: false },
};
const takeWallsDown = async ({ server }: MatrixWorld) => {
  const tables = await server.look('SELECT relname FROM pg_class WHERE relrowsecurity');
  await server.look(tables.map(({ relname }) => `ALTER TABLE "${relname}" DISABLE ROW LEVEL SECURITY`).join(';'));
};
const routes = [...new Set(authorizationMatrix.map(({ route }) => route))];
let peers = 0;

interface Seen extends Expected {
  readonly sees: readonly string[];
  readonly body: string;
}

async function ask(world: MatrixWorld, one: MatrixCase, asker: Asker): Promise<Seen> {
  const { method, path, body, headers } = one.toRequest(world, asker);
  const cookie = world.cookies[asker];
  peers += 1;
  // Each request from an address of its own: how often one may ask is another test's question.
  const peer = `10.${peers >> 16}.${(peers >> 8) & 255}.${peers & 255}`;
  const own = { 'content-type': 'application/json', 'x-mlo': '1', 'sec-fetch-site': 'same-origin', origin };
  const answer = await world.server.app.request(
    `${origin}${path}`,
    {
      method,
      headers: { ...own, ...(cookie && { cookie }), ...headers },
      ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
    },
    { peer },
  );
  const text = await readAnswer(answer);
  const sees = [...world.labels].filter(([id]) => text.includes(id)).map(([, label]) => label);
  const effect = path.endsWith('/push') && answer.status === 200 ? await readEffect(world, body) : undefined;
  return { status: answer.status, sees: sees.sort(), body: text, ...(effect && { effect }) };
}

/** The body; of a stream that it began. What a device named itself comes back in `drop`, and tells it nothing. */
async function readAnswer(answer: Response): Promise<string> {
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    await answer.body?.cancel();
    return '';
  }
  const text = await answer.text();
  if (!text.includes('"pulled"')) return text;
  const { drop: _drop, device: _device, ...pulled } = JSON.parse(text);
  return JSON.stringify(pulled);
}

async function readEffect({ server }: MatrixWorld, body: unknown): Promise<'applied' | 'rejected'> {
  const { operations } = body as { operations: readonly { op: { id: string } }[] };
  const [row] = await server.look('SELECT kind FROM op_result WHERE op_id = $1', [operations[0]?.op.id]);
  return row?.kind === 'applied' || row?.kind === 'concurrent' ? 'applied' : 'rejected';
}

/** Reading changes nothing that another case could notice. */
const leavesTraces = ({ route }: MatrixCase): boolean => !route.startsWith('GET ') && !route.endsWith('/pull');

/** Asks a case as everybody. Out: where the answer is another than the table says. */
async function findDifferences(world: MatrixWorld, one: MatrixCase, by: readonly Asker[]): Promise<readonly string[]> {
  const differences: string[] = [];
  for (const asker of by) {
    const { status, sees = [], effect } = one.expect(asker);
    const seen = await ask(world, one, asker);
    const wanted = describeAnswer({ status, sees: [...sees].sort(), effect });
    const got = describeAnswer(seen);
    if (wanted !== got) differences.push(`${one.route} ${one.object} by ${asker}: ${got} instead of ${wanted}`);
    // Refusals are the same to the letter: nothing in them says whether something is there.
    if (seen.status === 404 && !isForAll(one) && seen.body !== '{"kind":"unknown-address"}') {
      differences.push(`${one.route} ${one.object} by ${asker}: says ${seen.body}`);
    }
    if (seen.status < 400 && leavesTraces(one)) await world.restore();
    if (one.route.startsWith('POST /api/sync')) world.server.clock.now += 1000;
  }
  return differences;
}

/** What needs no session answers with a page. */
const isForAll = ({ route }: MatrixCase): boolean => route === 'GET /*' || route.startsWith('GET /offentlig/');

const describeAnswer = ({
  status,
  sees = [],
  effect,
}: {
  status: number;
  sees?: readonly string[];
  effect?: string | undefined;
}) => [status, effect, sees.join(' ')].filter(Boolean).join(' ');

const ways = [
  { name: 'as it is', prepare: async () => undefined },
  { name: 'without row level security', prepare: takeWallsDown },
] as const;

describe.each(engines)('on %s', (engine) => {
  describe.each(ways)('$name', ({ prepare }) => {
    let world: MatrixWorld;
    beforeAll(async () => {
      world = await buildMatrixWorld(engine);
      await prepare(world);
    });
    afterAll(() => world.server.drop());

    test.each(routes)('everybody gets from %s what the table says', async (route) => {
      const differences: string[] = [];
      for (const one of authorizationMatrix.filter((given) => given.route === route)) {
        differences.push(...(await findDifferences(world, one, askers)));
      }
      expect(differences).toEqual([]);
    });
  });

  describe('without any check of the application', () => {
    let world: MatrixWorld;
    beforeAll(async () => {
      world = await buildMatrixWorld(engine, withoutChecks);
    });
    afterAll(() => world.server.drop());

    test('nothing of one tenant is seen or changed from another', async () => {
      const differences: string[] = [];
      for (const one of authorizationMatrix.filter(({ owner }) => owner !== 'nobody')) {
        const by = askers.filter((asker) => (asker === 'foreign-admin') !== (one.owner === 'foreign'));
        differences.push(...(await findCrossings(world, one, by)));
      }
      expect(differences).toEqual([]);
    });

    test('lists hold nothing of another tenant', async () => {
      const crossings: string[] = [];
      for (const one of authorizationMatrix.filter(({ object }) => object === 'list')) {
        for (const asker of askers) {
          const { sees } = await ask(world, one, asker);
          const isForeign = (label: string) => label.includes('foreign') !== (asker === 'foreign-admin');
          crossings.push(...sees.filter(isForeign).map((label) => `${one.route} by ${asker}: ${label}`));
        }
      }
      expect(crossings).toEqual([]);
    });
  });
});

/** What somebody of one tenant could do to something of another. */
async function findCrossings(world: MatrixWorld, one: MatrixCase, by: readonly Asker[]): Promise<readonly string[]> {
  const crossings: string[] = [];
  for (const asker of by) {
    const { status } = one.expect(asker);
    const seen = await ask(world, one, asker);
    const isForeign = (label: string) => label.includes('foreign') !== (asker === 'foreign-admin');
    const foreign = seen.sees.filter(isForeign);
    if (seen.status !== status || seen.effect === 'applied' || foreign.length > 0) {
      crossings.push(`${one.route} ${one.object} by ${asker}: ${describeAnswer(seen)}`);
    }
    if (seen.status < 400 && leavesTraces(one)) await world.restore();
    if (one.route.startsWith('POST /api/sync')) world.server.clock.now += 1000;
  }
  return crossings;
}

describe('the proof', () => {
  test('would see a crossing where neither checks nor walls stand', async () => {
    const world = await buildMatrixWorld('pglite', withoutChecks);
    await takeWallsDown(world);
    const ends = authorizationMatrix.filter(
      ({ route, owner }) => route === 'DELETE /api/invitations/:id' && owner === 'foreign',
    );
    const crossings: string[] = [];
    for (const one of ends) crossings.push(...(await findCrossings(world, one, ['space-admin'])));
    await world.server.drop();

    expect(crossings).toEqual(['DELETE /api/invitations/:id inv-foreign by space-admin: 200']);
  });
});

describe('the table', () => {
  test('knows every route of the app, and no other', async () => {
    const world = await buildMatrixWorld('pglite');
    // What stands before every route answers nothing by itself.
    const listed = world.server.app.routes.map(({ method, path }) => `${method} ${path}`);
    await world.server.drop();

    expect([...new Set(listed)].filter((route) => route !== 'ALL /*').sort()).toEqual([...routes].sort());
    expect(authorizationMatrix.length * askers.length).toBeGreaterThan(4000);
  });
});
