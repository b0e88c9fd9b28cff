/** The network between tabs and server: everything is late, some of it is lost, some of it comes twice. */
import type { PullAnswer, PullPage, PullRequest } from '#protocol/pull.ts';
import type { PushRequest } from '#protocol/push.ts';
import { createPagesAhead, type PagesAhead } from '#sync/pages-ahead.ts';
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
  const toPull =
    (token: number, request: PullRequest): Ask =>
    async (userId) => {
      const pull = () => answerPull(world.server, userId, request, world);
      const pause = pauses.draw('oneSnapshot');
      const pulled = pause === undefined ? await pull() : await pullTwice(pause, pull);
      return { kind: 'pulled', token, ...pulled, isFirst: request.page === undefined, isShort: false };
    };
  const pagesOf = createPages(world, (tab, request, deliver) =>
    send(world, pauses, { tab, dev: request.dev, ask: toPull(0, request), deliver }),
  );
  return {
    sendPush: (tab, token, request) => {
      tab.asked = token;
      pagesOf(tab).forget();
      const ask: Ask = (userId) => push(userId, token, request);
      send(world, pauses, { tab, dev: request.dev, ask, deliver: (answer) => hear(tab, token, answer) });
      if (world.isCalm() || !world.random.chance(world.mix.forge)) return;
      const headless = removeHead(request);
      if (headless !== undefined) sendAside(world, () => push(tab.device.userId, token, headless));
    },
    sendPull: (tab, token, request) => {
      tab.asked = token;
      const deliver: Deliver = (answer) => hear(tab, token, answer);
      if (!world.mix.asksAhead) {
        send(world, pauses, { tab, dev: request.dev, ask: toPull(token, request), deliver });
        return;
      }
      const { queue } = world;
      // As an event of its own: what follows from it has its place among the others.
      const arrive = (answer: TabAnswer | undefined) => queue.at(queue.now(), () => deliver(answer));
      void pagesOf(tab).pull(tab.device.userId, request).then(arrive);
    },
  };
}

/** Takes an answer, or learns that none came in time. */
type Deliver = (answer: TabAnswer | undefined) => Promise<void> | undefined;

function hear(tab: Tab, token: number, answer: TabAnswer | undefined): Promise<void> | undefined {
  if (answer !== undefined) return receiveAnswer(tab, { ...answer, token });
  return token > tab.heard ? tell(tab, { kind: 'failed', token }) : undefined;
}

/** What each tab asks for before its exchange does. */
function createPages(world: World, sendPage: (tab: Tab, request: PullRequest, deliver: Deliver) => void) {
  const all = new WeakMap<Tab, PagesAhead<TabAnswer | undefined>>();
  const create = (tab: Tab) => {
    const ask = (_: string, request: PullRequest, onNext: (page: PullPage) => void) =>
      new Promise<TabAnswer | undefined>((resolve) => {
        let isHeard = false;
        sendPage(tab, request, (answer) => {
          const next = answer?.kind === 'pulled' && answer.answer.kind === 'pulled' ? answer.answer.next : undefined;
          if (!isHeard && next) {
            world.count('pages asked for ahead');
            onNext(next);
          }
          isHeard = true;
          resolve(answer);
          return undefined;
        });
      });
    return createPagesAhead(ask, world.queue.now, answerTimeout);
  };
  return (tab: Tab): PagesAhead<TabAnswer | undefined> => {
    const pages = all.get(tab) ?? create(tab);
    all.set(tab, pages);
    return pages;
  };
}

interface Message {
  readonly tab: Tab;
  readonly dev: string;
  readonly ask: Ask;
  readonly deliver: Deliver;
}

function send(world: World, pauses: Pauses, message: Message): void {
  const { tab, dev, ask, deliver } = message;
  const { queue, random, mix, count } = world;
  queue.at(queue.now() + answerTimeout, () => deliver(undefined));
  const copies = !world.isCalm() && random.chance(mix.repeated) ? 2 : 1;
  if (copies === 2) count('repeated messages');
  for (let copy = 0; copy < copies; copy++) {
    const time = queue.now() + drawDelay(world) + copy * random.below(longestDelay);
    if (isCut(world, tab.device)) count('lost messages');
    else queue.at(time, () => arrive(world, pauses, message));
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

async function arrive(world: World, pauses: Pauses, { tab, ask, deliver }: Message): Promise<void> {
  if (isDown(world)) return;
  await pauses.pass(
    ask(tab.device.userId).then(
      (answer) => sendBack(world, tab.device, answer, deliver),
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

function sendBack(world: World, device: SimulatedDevice, answer: TabAnswer, deliver: Deliver): void {
  const { queue, random, mix, count } = world;
  if (isCut(world, device)) {
    count('lost messages');
    return;
  }
  const received = loseRow(world, answer);
  queue.at(queue.now() + drawDelay(world), () => deliver(received));
  if (world.isCalm() || !random.chance(mix.repeated)) return;
  queue.at(queue.now() + drawDelay(world) + random.below(longestDelay), () => deliver(answer));
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
