/** The network between tabs and server: everything is late, some of it is lost, some of it comes twice. */
import type { PullAnswer, PullRequest } from '#protocol/pull.ts';
import type { PushRequest } from '#protocol/push.ts';
import { Crash } from './crash.ts';
import { receiveAnswer, type SimulatedDevice, type Tab, type TabAnswer, tell } from './simulated-device.ts';
import { answerPull, answerPush } from './simulated-server.ts';
import type { World } from './world.ts';

export interface Network {
  readonly sendPush: (tab: Tab, token: number, request: PushRequest) => void;
  readonly sendPull: (tab: Tab, token: number, request: PullRequest) => void;
}

type Ask = (userId: string) => Promise<TabAnswer>;

/** Milliseconds after which a tab no longer waits. */
const answerTimeout = 15_000;
const longestDelay = 60_000;

export function createNetwork(world: World): Network {
  const pauses = createPauses(world);
  const push = async (userId: string, token: number, request: PushRequest): Promise<TabAnswer> => {
    const delayCommit = pauses.draw('tenantLocked');
    const tools = delayCommit === undefined ? world : { ...world, delayCommit };
    return { kind: 'pushed', token, answer: await answerPush(world.server, userId, request, tools) };
  };
  return {
    sendPush: (tab, token, request) => {
      tab.asked = token;
      send(world, pauses, { tab, token, dev: request.dev, ask: (userId) => push(userId, token, request) });
      if (world.isCalm() || !world.random.chance(world.mix.forge)) return;
      const headless = removeHead(request);
      if (headless !== undefined) sendAside(world, () => push(tab.device.userId, token, headless));
    },
    sendPull: (tab, token, request) => {
      tab.asked = token;
      const ask: Ask = async (userId) => {
        const pull = () => answerPull(world.server, userId, request, world);
        const pause = pauses.draw('oneSnapshot');
        const pulled = pause === undefined ? await pull() : await pullTwice(pause, pull);
        return { kind: 'pulled', token, ...pulled, isFirst: request.page === undefined, isShort: false };
      };
      send(world, pauses, { tab, token, dev: request.dev, ask });
    },
  };
}

interface Message {
  readonly tab: Tab;
  readonly token: number;
  readonly dev: string;
  readonly ask: Ask;
}

function send(world: World, pauses: Pauses, { tab, token, dev, ask }: Message): void {
  const { queue, random, mix, count } = world;
  queue.at(queue.now() + answerTimeout, () => (token > tab.heard ? tell(tab, { kind: 'failed', token }) : undefined));
  const copies = !world.isCalm() && random.chance(mix.repeated) ? 2 : 1;
  if (copies === 2) count('repeated messages');
  for (let copy = 0; copy < copies; copy++) {
    const time = queue.now() + drawDelay(world) + copy * random.below(longestDelay);
    if (isCut(world, tab.device)) count('lost messages');
    else queue.at(time, () => arrive(world, tab, pauses, ask));
  }
  if (world.isCalm() || !random.chance(mix.forge)) return;
  const userId = random.pick(world.users);
  sendAside(world, () => trespass(world, userId, dev, ask));
}

/** What no device of ours sends, and what reaches none when it is answered. */
function sendAside(world: World, ask: () => Promise<unknown>): void {
  const { queue } = world;
  queue.at(queue.now() + drawDelay(world), async () => {
    if (isDown(world)) return;
    world.count('strange messages');
    await ask().catch((error: unknown) => crashServer(world, error));
  });
}

/** Somebody else's session with this device's name, once the server knows whose it is. */
async function trespass({ server }: World, userId: string, dev: string, ask: Ask): Promise<void> {
  const owner = server.space.tables.devices.get(dev)?.userId;
  if (owner !== undefined && owner !== userId) await ask(userId);
}

/** A push that has lost its first action on the way. */
function removeHead(request: PushRequest): PushRequest | undefined {
  const [first] = request.operations;
  const operations = request.operations.filter(({ op }) => op !== undefined && op.tx !== first?.op?.tx);
  return operations.length === 0 ? undefined : { ...request, operations };
}

const isCut = (world: World, device: SimulatedDevice): boolean =>
  !world.isCalm() &&
  (device.offlineUntil > world.queue.now() ||
    world.server.downUntil > world.queue.now() ||
    world.random.chance(world.mix.lost));

const drawDelay = ({ isCalm, mix, random }: World): number => 5 + random.below(isCalm() ? 50 : mix.latency);

const isDown = ({ isCalm, server, queue }: World): boolean => !isCalm() && server.downUntil > queue.now();

async function arrive(world: World, tab: Tab, pauses: Pauses, ask: Ask): Promise<void> {
  if (isDown(world)) return;
  await pauses.pass(
    ask(tab.device.userId).then(
      (answer) => sendBack(world, tab, answer),
      (error: unknown) => crashServer(world, error),
    ),
  );
}

function crashServer({ server, queue, random, count, trace }: World, error: unknown): void {
  if (!(error instanceof Crash)) throw error;
  count('server crashes');
  trace(error.message);
  server.downUntil = queue.now() + 200 + random.below(4000);
}

function sendBack(world: World, tab: Tab, answer: TabAnswer): void {
  const { queue, random, mix, count } = world;
  if (isCut(world, tab.device)) {
    count('lost messages');
    return;
  }
  const received = loseRow(world, answer);
  queue.at(queue.now() + drawDelay(world), () => receiveAnswer(tab, received));
  if (world.isCalm() || !random.chance(mix.repeated)) return;
  queue.at(queue.now() + drawDelay(world) + random.below(longestDelay), () => receiveAnswer(tab, answer));
}

/** Nobody knows that a row is missing: only what the server says of their sum can tell (I18). */
function loseRow({ isCalm, losses, mix, count, trace }: World, arrived: TabAnswer): TabAnswer {
  if (arrived.kind !== 'pulled' || arrived.answer.kind !== 'pulled' || isCalm()) return arrived;
  const { rows } = arrived.answer;
  if (rows.length === 0 || !losses.chance(mix.omit)) return arrived;
  const lost = losses.pick(rows);
  count('rows left out');
  trace(`left out ${lost.row.id}`);
  const answer: PullAnswer = { ...arrived.answer, rows: rows.filter((one) => one !== lost) };
  return { ...arrived, answer, isShort: true };
}

/** What waits in the middle while others go on, which is what lock and snapshot are there to prevent: their mutants. */
interface Pauses {
  readonly draw: (rule: 'tenantLocked' | 'oneSnapshot') => (() => Promise<void>) | undefined;
  /** Waits for the work, or until it has begun to wait itself. */
  readonly pass: (work: Promise<void>) => Promise<void>;
}

function createPauses(world: World): Pauses {
  const { rules, queue, random } = world;
  const { tenantLocked, oneSnapshot } = rules.store;
  let letGo: () => void = () => undefined;
  return {
    draw: (rule) => {
      if (rules.store[rule] || world.isCalm() || !random.chance(0.3)) return undefined;
      return () =>
        new Promise((resolve) => {
          queue.at(queue.now() + random.below(3000), resolve);
          letGo();
        });
    },
    pass: (work) => {
      if (tenantLocked && oneSnapshot) return work;
      const isWaiting = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      return Promise.race([work, isWaiting]);
    },
  };
}

/** Rows of one moment, and what became of the operations at another. */
async function pullTwice(pause: () => Promise<void>, pull: () => ReturnType<typeof answerPull>) {
  const { answer, truth } = await pull();
  await pause();
  const { answer: later } = await pull();
  if (answer.kind !== 'pulled' || later.kind !== 'pulled' || answer.device === undefined) return { answer, truth };
  const { device = answer.device, outcomes } = later;
  return { answer: { ...answer, device, outcomes }, truth };
}
