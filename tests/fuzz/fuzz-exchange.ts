import { sql } from 'kysely';
import { openMockServer } from '#mocks/mock-server.ts';
import { authorHeader, exchangeAddress, ownPageHeader } from '#protocol/exchange-address.ts';
import { readPullAnswer } from '#protocol/pull.ts';
import { type PushRequest, pushAnswerSchema } from '#protocol/push.ts';
import { peopleFailureSchema } from '#protocol/session.ts';
import type { HistoryEntry } from '#server/exchange/exchange-rows.ts';
import { replayHistory } from '#server/exchange/replay-history.ts';
import { createRandom, idOf, type Random } from '#tests/simulation/random.ts';
import { collectActions } from './collect-bodies.ts';
import { mutateBody } from './mutate-body.ts';

type Server = Awaited<ReturnType<typeof openMockServer>>;

export interface FuzzReport {
  readonly bodies: number;
  /** How often each answer came, by kind. */
  readonly kinds: ReadonlyMap<string, number>;
  /** Milliseconds. */
  readonly slowest: number;
  /** What must not be; each with the body that did it. */
  readonly complaints: readonly string[];
}

interface Course {
  readonly server: Server;
  readonly random: Random;
  readonly actions: readonly PushRequest['operations'][];
  readonly lastSeq: Map<string, number>;
  epoch: string;
}

/** So many devices send, about so many promises: few enough to meet. */
const devices = 6;
const worlds = 40;

/**
 * Sends made-up bodies to the whole server and watches what they do (sync 3.4).
 * In: a seed, how many, and a stopwatch in milliseconds. Out: the report; without complaints the server has answered
 * everything in words of the protocol, and has changed nothing without an outcome.
 */
export async function fuzzExchange(seed: number, bodies: number, watch: () => number): Promise<FuzzReport> {
  let clock = Date.parse('2026-11-21T08:00:00Z');
  // Time enough between two requests that nobody is asked to wait.
  const server = await openMockServer({ now: () => (clock += 1000) });
  const course: Course = {
    ...{ server, random: createRandom(seed), actions: await collectActions() },
    ...{ lastSeq: new Map(), epoch: '' },
  };
  let state = await readState(course);
  course.epoch = state.epoch;
  const kinds = new Map<string, number>();
  const complaints: string[] = [];
  let slowest = 0;
  for (let count = 0; count < bodies; count += 1) {
    const isPush = course.random.chance(0.7);
    const body = isPush ? makePush(course) : makePull(course);
    const start = watch();
    const { kind, complaint } = await send(course, isPush, body);
    slowest = Math.max(slowest, watch() - start);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const after = await readState(course);
    const found = complaint ?? findSilentChange(state, after, kind);
    state = after;
    if (found !== undefined) complaints.push(`${found}: ${body.slice(0, 2000)}`);
  }
  const broken = await findBrokenHistory(course);
  await server.close();
  return { bodies, kinds, slowest, complaints: [...complaints, ...broken] };
}

function makePush({ random, actions, lastSeq, epoch }: Course): string {
  const dev = idOf(0xd, random.below(devices));
  let seq = lastSeq.get(dev) ?? 0;
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
  const { server, lastSeq } = course;
  const { userId } = server.identity;
  const path = isPush ? exchangeAddress.push : exchangeAddress.pull;
  const headers = { 'content-type': 'application/json', [ownPageHeader]: '1', [authorHeader]: userId };
  const response = await server.answer(new Request(`http://localhost${path}`, { method: 'POST', headers, body }));
  if (response.status >= 500) return { kind: `${response.status}`, complaint: `status ${response.status}` };
  const value: unknown = await response.json();
  const pushed = isPush ? pushAnswerSchema.safeParse(value).data : undefined;
  const known = pushed ?? (isPush ? undefined : readPullAnswer(value)) ?? peopleFailureSchema.safeParse(value).data;
  if (known === undefined) return { kind: 'strange', complaint: `strange answer ${JSON.stringify(value)}` };
  if (pushed?.kind === 'pushed' || pushed?.kind === 'gap') {
    const dev = /"dev":"([0-9a-f-]{36})"/.exec(body)?.[1];
    if (dev !== undefined) lastSeq.set(dev, pushed.lastSeq);
  }
  return { kind: known.kind };
}

interface State {
  readonly epoch: string;
  readonly version: number;
  readonly sent: number;
  /** Operations that were taken in, and have no outcome. */
  readonly unanswered: number;
}

const readState = ({ server: { database, identity } }: Course): Promise<State> =>
  database.inSpace(identity, async (tx) => {
    const { rows } = await sql<State>`
      SELECT
        space.epoch,
        space.version::float8 AS version,
        (SELECT coalesce(sum(last_seq), 0)::float8 FROM device) AS sent,
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

function findSilentChange(before: State, after: State, kind: string): string | undefined {
  if (after.unanswered > 0) return 'an operation without an outcome';
  const isMoved = after.version !== before.version || after.sent !== before.sent;
  if (kind !== 'pushed' && isMoved) return `a change although the answer was ${kind}`;
  return after.version !== before.version && after.sent === before.sent ? 'a change by nobody' : undefined;
}

/** History played from nothing gives the rows that are there, and each of its operations was accepted under its version. */
const findBrokenHistory = ({ server: { database, identity } }: Course): Promise<readonly string[]> =>
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
