import { setTimeout as pause } from 'node:timers/promises';
import { readPullAnswer } from '#protocol/pull.ts';
import { createRandom, type Random } from '#tests/simulation/random.ts';
import { createStory, numberIds, toWrites } from '#tests/storage/records.ts';
import { type ServerProcess, type Settings, spawnServer, startServerProcess } from '#tests/support/server-process.ts';
import { createAnswerCount } from './answer-count.ts';
import { askUntilAnswered, type Session, setUp, signIn } from './ask-server.ts';
import { checkContents, type Look } from './check-contents.ts';
import { createGate, type Gate } from './gate.ts';
import { createPusher, type Pusher, toAction } from './pusher.ts';

export interface KillOptions {
  readonly script: string;
  readonly settings: Settings;
  readonly kills: number;
  readonly seed: number;
  /** Looks into the database when no server is left. */
  readonly look: Look;
  /** Told after each kill; answers whether to end before all of them are done. */
  readonly onKill?: (count: number) => boolean;
}

export interface KillReport {
  readonly acknowledged: number;
  readonly kills: number;
  /** Milliseconds from the start of a process until it was open, after a kill: median and longest. */
  readonly restart: { readonly median: number; readonly longest: number };
  /** Everything that was lost, doubled or made up. */
  readonly violations: readonly string[];
}

const devices = 4;
/** How many answers a process gives at most, and how many milliseconds later at most it is killed. */
const mostAnswers = 12;
const longestAfter = 40;
const mostFailures = 2;
/** Milliseconds that a process lives at most which is killed before it is open. */
const longestStart = 2_000;
const shareKilledEarly = 0.2;

/**
 * Kills a server again and again while devices push to it, and compares at the end what they were told with what is
 * there. In: see the options. Out: the report; whoever asked judges it.
 */
export async function runKills(options: KillOptions): Promise<KillReport> {
  const { script, settings, kills, seed, look, onKill } = options;
  const random = createRandom(seed);
  const gate = createGate();
  const restarts: number[] = [];
  let server = await startServerProcess(script, settings);
  gate.open(server.origin);
  const answers = createAnswerCount();
  const { pushers, begun } = await beginWork(gate, server, random, answers.add);
  const work = Promise.all(pushers.map((pusher) => pusher.work()));

  let count = 0;
  let isEnough = false;
  while (count < kills && !isEnough) {
    count += 1;
    await answers.wait(random.below(mostAnswers));
    // The same operation in a sixth process that dies would rightly be refused.
    while (pushers.some(({ failures }) => failures() > mostFailures)) await answers.wait(1);
    await pause(random.below(longestAfter));
    gate.shut();
    await kill(server);
    if (random.chance(shareKilledEarly) && count < kills) {
      count += 1;
      await killBeforeOpen(options, random);
    }
    const before = performance.now();
    server = await startServerProcess(script, settings);
    restarts.push(performance.now() - before);
    gate.open(server.origin);
    isEnough = onKill?.(count) ?? false;
  }
  for (const { stop } of pushers) stop();
  await work;
  server.child.kill('SIGTERM');
  const code = await server.ended;

  restarts.sort((one, other) => one - other);
  return {
    acknowledged: pushers.reduce((sum, pusher) => sum + pusher.acknowledged.size, 0),
    kills: count,
    restart: { median: restarts[Math.floor(restarts.length / 2)] ?? 0, longest: restarts.at(-1) ?? 0 },
    violations: [
      ...(code === 0 ? [] : [`The server ended with ${code}`]),
      ...(await checkContents(look, pushers, begun)),
    ],
  };
}

/** One promise that everybody works in, and a session for each device. In: a server that nobody has set up. */
export async function beginWork(gate: Gate, server: ServerProcess, random: Random, onAnswer = () => {}) {
  const link = server.lines.find((line) => line.includes('/kom-igang#'))?.match(/https?:\S+/)?.[0] ?? '';
  const first = await setUp(server.origin, link);
  const others: Session[] = [];
  for (let count = 1; count < devices; count++) others.push(await signIn(server.origin));

  const story = createStory();
  const newId = numberIds(1);
  const begun = toAction(toWrites(story) as Parameters<typeof toAction>[0], new Map(), newId);
  const epoch = await readEpoch(gate, first);
  const operations = begun.map((op, index) => ({ seq: index + 1, op }));
  const answer = await askUntilAnswered(gate, first, 'push', { epoch, dev: newId(), acked: 0, operations });
  if (answer.status !== 200) throw new Error(`The promise was not taken: ${JSON.stringify(answer.body)}`);
  const pushers: readonly Pusher[] = [first, ...others].map((session, index) =>
    createPusher({ gate, session, epoch, story, random, onAnswer, newId: numberIds(100 + index) }),
  );
  return { pushers, begun };
}

async function readEpoch(gate: Gate, session: Session): Promise<string> {
  const body = { epoch: '', dev: numberIds(2)(), acked: 0, cursors: {} };
  const answer = readPullAnswer((await askUntilAnswered(gate, session, 'pull', body)).body);
  if (answer?.kind !== 'epoch') throw new Error('The server did not say its epoch');
  return answer.epoch;
}

async function kill({ child, ended }: ServerProcess): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

/** A process that dies while it takes the folder, opens the database or plays the journal again. */
async function killBeforeOpen({ script, settings }: KillOptions, random: Random): Promise<void> {
  const { child, ended } = spawnServer(script, settings);
  await pause(random.below(longestStart));
  child.kill('SIGKILL');
  await ended;
}
