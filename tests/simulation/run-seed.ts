/** One seed: some people, their devices, a server, and everything that goes wrong between them. */
import { befall } from './befall.ts';
import { checkRest } from './check-rest.ts';
import { createHousehold, type PeopledHousehold } from './household.ts';
import { idOf } from './random.ts';
import { doDeed, tell, wakeTab } from './simulated-device.ts';
import { drawDeed, poison } from './workload.ts';
import { createWorld, type RunOptions, type Violation, type World } from './world.ts';

export interface RunResult {
  readonly seed: number;
  readonly violations: readonly Violation[];
  /** Of everything that happened, without what clocks said. */
  readonly hash: string;
  readonly operations: number;
  readonly steps: number;
  readonly counts: Readonly<Record<string, number>>;
}

const longestRun = 20_000_000;
const mostSteps = 40_000;

export async function runSeed(seed: number, options: RunOptions = {}): Promise<RunResult> {
  const world = await playSeed(seed, options);
  const { violations, life, counts } = world;
  return { seed, violations, hash: world.readHash(), operations: life.operations, steps: life.steps, counts };
}

/** Out: the world at its end, for those who want to look at it. */
export async function playSeed(seed: number, options: RunOptions = {}): Promise<World> {
  const world = createWorld(seed, options);
  const household = createHousehold(world);
  try {
    await live(world, household, options.operations ?? 120);
    if (!world.isOver()) await comeToRest(world, household);
  } catch (error) {
    world.report('error', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return world;
}

async function live(world: World, household: PeopledHousehold, wanted: number): Promise<void> {
  const { mix, users, queue, random, life } = world;
  for (let index = 0; index < mix.devices; index++) household.addDevice(users[index % users.length] ?? '');
  const mayPoison = random.chance(mix.poison);
  const beat = async (): Promise<void> => {
    if (life.isCalm) return;
    befall(world, household);
    await act(world, household, mayPoison && world.counts.poison === undefined);
    queue.at(queue.now() + 1 + random.below(mix.pause), beat);
  };
  queue.at(10, beat);
  while (life.operations < wanted && life.steps < mostSteps && !world.isOver()) {
    life.steps += 1;
    if (!(await queue.step(longestRun))) return;
  }
}

/** Somebody does something. */
async function act(world: World, { tools }: PeopledHousehold, mayPoison: boolean): Promise<void> {
  const { deeds, devices, newId, life } = world;
  const device = deeds.pick(devices);
  const tab = device.tabs[deeds.below(Math.max(1, device.tabs.length))];
  if (tab === undefined) return;
  const at = new Date(world.now() + device.clock).toISOString();
  const deed = drawDeed(
    { random: deeds, newId, twinId, rows: device.disk.rows, at, mayPoison },
    !device.userId.endsWith('reader'),
  );
  if (deed === undefined) return;
  const operations = doDeed(tab, deed, at, tools);
  const [first] = operations;
  if (first === undefined) return;
  if (operations.some(({ f }) => f?.text === poison)) world.count('poison');
  life.operations += operations.length;
  world.trace(`${device.name} saved ${operations.map(({ kind, tbl }) => `${kind} ${tbl}`).join()}`);
  await tell(tab, { kind: 'committed' });
}

const twinId = (promiseId: string, number: number): string =>
  idOf(7, (Number.parseInt(promiseId.slice(-8), 16) % 100_000) * 10 + number);

async function comeToRest(world: World, { openTabs, tools }: PeopledHousehold): Promise<void> {
  const { devices, server, queue, life, report } = world;
  life.isCalm = true;
  server.downUntil = 0;
  for (const device of devices) {
    device.offlineUntil = 0;
    if (device.tabs.length === 0) await openTabs(device);
  }
  const everybody = async () => {
    for (const device of devices) for (const tab of device.tabs) await wakeTab(tab, tools, 'wanted');
  };
  const until = async (time: number) => {
    while (!world.isOver() && (await queue.step(time))) life.steps += 1;
  };
  await everybody();
  // A poisonous operation is given up after five tries, and the tries are spread over ten minutes at most.
  await until(queue.now() + (world.counts.poison === undefined ? 120_000 : 600_000));
  for (const { name, disk } of devices) {
    if (disk.outbox.size > 0) report('I4', `${name} still has ${disk.outbox.size} waiting`);
  }
  // What was done last reaches everybody with their next look.
  await everybody();
  await until(queue.now() + 90_000);
  if (!world.isOver()) checkRest(world);
  world.trace(writeRows(world));
}

const stamps: ReadonlySet<string> = new Set(['createdAt', 'updatedAt', 'deletedAt']);

/** The rows at the end, without what clocks said. */
const writeRows = ({ server }: World): string =>
  JSON.stringify(
    [...server.space.tables.rows].map(([key, row]) => [
      key,
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, stamps.has(name) ? 'stamp' : value])),
    ]),
  );
