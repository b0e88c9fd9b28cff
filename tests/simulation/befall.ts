/** Everything that befalls devices and server while people work. */
import type { Membership } from '#server/exchange/exchange-rows.ts';
import type { FaultMix } from './fault-mix.ts';
import { createDisk, type Disk } from './memory-device.ts';
import { grant } from './memory-space.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { compactSpace, eraseSomething, keepBackup, restoreBackup } from './simulated-server.ts';
import type { World } from './world.ts';

export interface Household {
  readonly addDevice: (userId: string, copied?: SimulatedDevice) => SimulatedDevice;
  readonly closeTabs: (device: SimulatedDevice) => void;
  readonly openTabs: (device: SimulatedDevice) => Promise<void>;
}

type Strike = (world: World, household: Household) => void;

const strikes: readonly (readonly [keyof FaultMix, Strike])[] = [
  ['offline', cutOff],
  ['backup', ({ server }) => keepBackup(server)],
  ['restore', restore],
  ['evict', evict],
  ['clone', clone],
  ['rights', changeRights],
  ['compact', (world) => compactSpace(world.server, world)],
  ['corrupt', loseRow],
  ['erase', (world) => eraseSomething(world.server, world)],
  ['forge', forge],
];

/** Draws every fault once. */
export function befall(world: World, household: Household): void {
  for (const [name, strike] of strikes) if (world.random.chance(Number(world.mix[name]))) strike(world, household);
}

function cutOff({ random, devices, queue }: World): void {
  random.pick(devices).offlineUntil = queue.now() + random.below(300_000);
}

function restore(world: World): void {
  if (world.server.backups.length === 0) return;
  restoreBackup(world.server, world);
  for (const device of world.devices) device.excuses += 1;
  world.count('restores');
}

/** The browser has thrown everything away. */
function evict(world: World, { closeTabs, openTabs }: Household): void {
  const { random, queue } = world;
  const device = random.pick(world.devices);
  closeTabs(device);
  device.disk = createDisk(world.newId());
  device.isCorrupt = false;
  device.excuses += 1;
  device.saved.clear();
  device.accepted.clear();
  device.gone.clear();
  device.served.clear();
  world.count('evictions');
  queue.at(queue.now() + random.below(5000), () => openTabs(device));
}

/** A profile is copied, and both go on. */
function clone(world: World, { addDevice }: Household): void {
  if (world.devices.length > 7) return;
  const device = world.random.pick(world.devices);
  // A fork may be noticed by either, and by both at the same time.
  device.excuses += 2;
  const copy = addDevice(device.userId, device);
  copy.excuses += 2;
  world.count('copied profiles');
}

function changeRights(world: World): void {
  const { random, server, users } = world;
  const { tables } = server.space;
  const promises = [...tables.rows.keys()].filter((key) => key.startsWith('promises/')).map((key) => key.slice(9));
  if (promises.length === 0) return;
  const user = random.pick(users);
  const promiseId = random.pick(promises);
  grant(tables, user, promiseId, drawMembership(world));
  tables.space = { ...tables.space, version: tables.space.version + 1 };
  world.trace(`rights ${user} ${JSON.stringify(tables.members.get(user)?.get(promiseId) ?? null)}`);
  world.count('changes of rights');
}

function drawMembership({ random }: World): Membership | undefined {
  if (random.chance(0.3)) return undefined;
  return random.pick<Membership>([
    { role: 'editor', lens: 'full' },
    { role: 'manager', lens: 'full' },
    { role: 'editor', lens: 'full' },
    { role: 'reader', lens: 'shared' },
  ]);
}

/** A row that the browser has lost. */
function loseRow(world: World): void {
  const device = world.random.pick(world.devices);
  const { disk } = device;
  const settled = [...disk.rows].flatMap(([key, row]) =>
    row.version !== undefined && !disk.bases.has(key) ? key : [],
  );
  const lost = settled.filter((key) => !isWaiting(disk, key.slice(key.indexOf('/') + 1)));
  if (lost.length === 0) return;
  disk.rows.delete(world.random.pick(lost));
  device.isCorrupt = true;
  world.count('lost rows');
}

const isWaiting = ({ outbox }: Disk, id: string): boolean =>
  [...outbox.values()].some(({ op }) => op?.ent === id || op?.f?.corrects === id);

/** A device that claims to have been believed before. */
function forge({ random, devices, count }: World): void {
  const { disk } = random.pick(devices);
  const entries = [...disk.outbox.values()].filter(({ op }) => op !== undefined);
  if (entries.length === 0) return;
  const entry = random.pick(entries);
  const stolen = devices.flatMap((device) => [...device.disk.ring.values()].flatMap(({ proof }) => proof ?? []));
  const made = { version: 1 + random.below(500), receipt: 'mine' };
  const proof = stolen.length > 0 && random.chance(0.5) ? random.pick(stolen) : made;
  // Only what was never accepted: a genuine receipt in the place of another would be a loss of the device's own.
  if (entry.proof === undefined) disk.outbox.set(entry.seq, { ...entry, proof });
  count('forged receipts');
}
