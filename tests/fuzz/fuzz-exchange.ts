import { sql } from 'kysely';
import type { MockServer } from '#mocks/mock-server.ts';
import { authorHeader, exchangeAddress, ownPageHeader } from '#protocol/exchange-address.ts';
import { type PullAnswer, readPullAnswer } from '#protocol/pull.ts';
import { type PushAnswer, type PushRequest, pushAnswerSchema } from '#protocol/push.ts';
import { peopleFailureSchema } from '#protocol/session.ts';
import type { HistoryEntry } from '#server/exchange/exchange-rows.ts';
import { replayHistory } from '#server/exchange/replay-history.ts';
import { createRandom, idOf, type Random } from '#tests/simulation/random.ts';
import { mutateBody } from './mutate-body.ts';

export interface FuzzOptions {
  readonly seed: number;
  readonly bodies: number;
  /** Right actions to begin from (`collectActions`). */
  readonly actions: readonly PushRequest['operations'][];
  /** A server without any row. In: its clock. It is closed at the end. */
  readonly open: (now: () => number) => Promise<MockServer>;
  /** Milliseconds. */
  readonly watch: () => number;
}

export interface FuzzReport {
  readonly bodies: number;
  /** How often each answer came, by kind. */
  readonly kinds: ReadonlyMap<string, number>;
  /** Milliseconds. */
  readonly slowest: number;
  /** What must not be; each with the body that did it, or the bodies that may have. */
  readonly complaints: readonly string[];
}

interface Course {
  readonly server: MockServer;
  readonly random: Random;
  readonly actions: readonly PushRequest['operations'][];
  readonly epoch: string;
  /** What the answers have said of the server's state. */
  readonly told: Told;
}

interface Told {
  version: number;
  readonly lastSeq: Map<string, number>;
}

/** Bodies after which the database is compared with what the answers said of it. */
const perLook = 20;

/** So many devices send, about so many promises: few enough to meet. */
const devices = 6;
const worlds = 40;

/**
 * Sends made-up bodies to the whole server and watches what they do (sync 3.4).
 * In: see the options. Out: the report; without complaints the server has answered everything in words of the protocol,
 * every number that it has moved is one that an answer named, and each operation that it took in has its outcome.
 */
export async function fuzzExchange(options: FuzzOptions): Promise<FuzzReport> {
  let clock = Date.parse('2026-11-21T08:00:00Z');
  // Time enough between two requests that nobody is asked to wait.
  const server = await options.open(() => (clock += 1000));
  try {
    return await fuzzServer(server, options);
  } finally {
    await server.close();
  }
}

async function fuzzServer(server: MockServer, { seed, bodies, actions, watch }: FuzzOptions): Promise<FuzzReport> {
  const { epoch, version } = await readState(server);
  const course: Course = { server, random: createRandom(seed), actions, epoch, told: { version, lastSeq: new Map() } };
  const kinds = new Map<string, number>();
  const complaints: string[] = [];
  let slowest = 0;
  let unproven: string[] = [];
  for (let count = 1; count <= bodies; count += 1) {
    const isPush = course.random.chance(0.7);
    const body = isPush ? makePush(course) : makePull(course);
    const start = watch();
    const answer = await send(course, isPush, body);
    slowest = Math.max(slowest, watch() - start);
    kinds.set(answer.kind, (kinds.get(answer.kind) ?? 0) + 1);
    if (answer.complaint !== undefined) complaints.push(`${answer.complaint}: ${body.slice(0, 2000)}`);
    unproven.push(`${answer.kind} ${body.slice(0, 500)}`);
    if (count % perLook > 0 && count < bodies) continue;
    const found = findUntold(await readState(server), course.told);
    complaints.push(...found.map((one) => `${one} by one of: ${unproven.join('\n')}`));
    unproven = [];
  }
  return { bodies, kinds, slowest, complaints: [...complaints, ...(await findBrokenHistory(server))] };
}

function makePush({ random, actions, told, epoch }: Course): string {
  const dev = idOf(0xd, random.below(devices));
  let seq = told.lastSeq.get(dev) ?? 0;
  if (random.chance(0.05)) seq += random.below(5) - 2;
  const world = random.below(worlds).toString(16).padStart(3, '0');
  const operations = Array.from({ length: 1 + random.below(2) }, () => random.pick(actions)).flatMap((action) => {
    const tx = makeId(random);
    return action.map(({ op }) => {
      seq += 1;
      // The ids of the story, once for every world.
      const moved = JSON.parse(JSON.stringify(op ?? null).replaceAll('-7000-8000-', `-7000-8${world}-`));
      return op === undefined || random.chance(0.02) ? { seq } : { seq, op: { ...moved, id: makeId(random), tx } };
    });
  });
  const body = { epoch: random.chance(0.98) ? epoch : '', dev, acked: 0, operations };
  return random.chance(0.15) ? JSON.stringify(body) : mutateBody(random, body);
}

function makePull({ random, epoch }: Course): string {
  const dev = idOf(0xd, random.below(devices));
  const promise = `01900000-0000-7000-8${random.below(worlds).toString(16).padStart(3, '0')}-232800000003`;
  const cursors = { [`${promise}:${random.pick(['full', 'shared', 'public'])}`]: random.below(100) };
  const page = { start: random.below(50), began: random.below(50), horizon: 0, scopes: [`${promise}:full`] };
  return mutateBody(random, { epoch, dev, acked: random.below(20), cursors, ...(random.chance(0.3) && { page }) });
}

const makeId = (random: Random): string => idOf(random.below(0xffff), random.below(2 ** 47));

async function send(course: Course, isPush: boolean, body: string): Promise<{ kind: string; complaint?: string }> {
  const { server, told } = course;
  const { userId } = server.identity;
  const path = isPush ? exchangeAddress.push : exchangeAddress.pull;
  const headers = { 'content-type': 'application/json', [ownPageHeader]: '1', [authorHeader]: userId };
  const response = await server.answer(new Request(`http://localhost${path}`, { method: 'POST', headers, body }));
  if (response.status >= 500) return { kind: `${response.status}`, complaint: `status ${response.status}` };
  const value: unknown = await response.json();
  const known = isPush ? pushAnswerSchema.safeParse(value).data : readPullAnswer(value);
  if (known !== undefined) {
    const complaint = hear(told, known, body);
    return { kind: known.kind, ...(complaint !== undefined && { complaint }) };
  }
  const refused = peopleFailureSchema.safeParse(value).data;
  return refused ?? { kind: 'strange', complaint: `strange answer ${JSON.stringify(value)}` };
}

/** Takes down what an answer says of the server's state. Out: what it may not say after the answers before it. */
function hear(told: Told, answer: PushAnswer | PullAnswer, body: string): string | undefined {
  if (answer.kind === 'pulled') {
    return answer.version === told.version ? undefined : `a pull of version ${answer.version} after ${told.version}`;
  }
  if (answer.kind !== 'pushed' && answer.kind !== 'gap') return undefined;
  const { dev, operations } = JSON.parse(body) as PushRequest;
  const before = told.lastSeq.get(dev) ?? 0;
  if (answer.kind === 'gap') return answer.lastSeq === before ? undefined : `a gap after ${answer.lastSeq}`;
  const [risen, taken] = [answer.version - told.version, answer.lastSeq - before];
  told.version = answer.version;
  told.lastSeq.set(dev, answer.lastSeq);
  if (taken < 0 || taken > operations.length) return `${taken} numbers for ${operations.length} operations`;
  // An action has one version.
  const actions = operations.filter(({ op }, index) => op?.tx !== operations[index - 1]?.op?.tx).length;
  return risen < 0 || risen > actions ? `${risen} versions for ${actions} actions` : undefined;
}

interface State {
  readonly epoch: string;
  readonly version: number;
  readonly devices: Readonly<Record<string, number>>;
  /** Operations that were taken in, and have no outcome. */
  readonly unanswered: number;
}

const readState = ({ database, identity }: MockServer): Promise<State> =>
  database.inSpace(identity, async (tx) => {
    const { rows } = await sql<State>`
      SELECT
        space.epoch,
        space.version::float8 AS version,
        (SELECT coalesce(jsonb_object_agg(id, last_seq), '{}') FROM device) AS devices,
        (
          SELECT count(*)::float8 FROM op_sequence
          WHERE op_id IS NOT NULL AND NOT EXISTS (SELECT FROM op_result WHERE op_result.op_id = op_sequence.op_id)
        ) AS unanswered
      FROM space
    `.execute(tx);
    const [state] = rows;
    if (state === undefined) throw new Error('The space is gone');
    return state;
  });

/** Where the database is another than the answers said. What was found is told once. */
function findUntold({ version, devices, unanswered }: State, told: Told): readonly string[] {
  const moved = Object.entries(devices).filter(([dev, lastSeq]) => lastSeq !== (told.lastSeq.get(dev) ?? 0));
  const complaints = [
    ...(version === told.version ? [] : [`version ${version} instead of ${told.version}`]),
    ...moved.map(([dev, lastSeq]) => `device ${dev} at ${lastSeq} instead of ${told.lastSeq.get(dev) ?? 0}`),
    ...(unanswered === 0 ? [] : [`${unanswered} operations without an outcome`]),
  ];
  told.version = version;
  for (const [dev, lastSeq] of moved) told.lastSeq.set(dev, lastSeq);
  return complaints;
}

/** History played from nothing gives the rows that are there, and each of its operations was accepted under its version. */
const findBrokenHistory = ({ database, identity }: MockServer): Promise<readonly string[]> =>
  database.inSpace(identity, async (tx) => {
    const entries = await tx.selectFrom('history').selectAll().orderBy('version').orderBy('n').execute();
    const rows = replayHistory(
      entries.map((entry) => ({
        ...{ version: Number(entry.version), n: entry.n, userId: entry.user_id, receivedAt: Number(entry.received_at) },
        op: entry.op as unknown as HistoryEntry['op'],
      })),
    );
    const stored = await tx.selectFrom('record').select(['tbl', 'id', 'version']).execute();
    const complaints = stored.flatMap(({ tbl, id, version }) =>
      rows.get(`${tbl}/${id}` as never)?.version === Number(version) ? [] : [`${tbl}/${id} is not what history says`],
    );
    return rows.size === stored.length ? complaints : [...complaints, `${rows.size} rows in history, ${stored.length}`];
  });
