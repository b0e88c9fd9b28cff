/** One case of the law: three devices work, hand over and take in, in any order and as often as luck has it. */
import fc from 'fast-check';
import type { Handover } from '#domain/handover/handover.ts';
import {
  type Event,
  eventsOf,
  findBroken,
  make,
  openDevices,
  playEvents,
  readAll,
  sortKeys,
  type TestDevice,
  take,
} from './handover-ground.ts';

export interface Case {
  /** Everybody has the promise from the start; else only who made it. */
  readonly isShared: boolean;
  readonly events: readonly Event[];
  readonly luck: readonly number[];
}

export const casesOf = (most: number): fc.Arbitrary<Case> =>
  fc.record({
    isShared: fc.nat({ max: 3 }).map((n) => n > 0),
    events: eventsOf(most),
    luck: fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 20 }),
  });

export interface CaseFigures {
  readonly handovers: number;
  readonly taken: number;
  readonly actions: number;
}

/** Plays a case. Throws when the devices do not end alike, or one of them is not what its history and its logs say. */
export async function playCase({ isShared, events, luck }: Case): Promise<CaseFigures> {
  const devices = await openDevices();
  try {
    const [first, ...others] = devices;
    const beginning = isShared && first ? [await make(first)] : [];
    for (const device of others) for (const handover of beginning) await take(device, handover);
    const made = [...beginning, ...(await playEvents(devices, events))];
    await demandWhole(devices);
    // Then everybody gives everything to everybody, among all that is still about.
    for (const device of devices) if ((await device.db.promises.count()) > 0) made.push(await make(device));
    let taken = 0;
    for (const [n, device] of devices.entries()) {
      for (const handover of shuffle(made, luck, n)) {
        await take(device, handover);
        taken += 1;
      }
    }
    await demandWhole(devices);
    await demandAlike(devices);
    return { handovers: made.length, taken, actions: countActions(made) };
  } finally {
    for (const { db } of devices) await db.delete();
  }
}

async function demandWhole(devices: readonly TestDevice[]): Promise<void> {
  for (const device of devices) {
    const broken = await findBroken(device);
    if (broken.length > 0) throw new Error(broken.join('\n'));
  }
}

async function demandAlike(devices: readonly TestDevice[]): Promise<void> {
  const [first = '', ...others] = await Promise.all(devices.map(async (device) => tell(await readAll(device))));
  for (const other of others) {
    const line = other.split('\n').findIndex((text, index) => text !== first.split('\n')[index]);
    if (line === -1 && other.length === first.length) continue;
    const [here, there] = [first, other].map((text) => text.split('\n').slice(Math.max(0, line - 12), line + 6));
    throw new Error(`Two devices differ:\n${here?.join('\n')}\n--- and ---\n${there?.join('\n')}`);
  }
}

const tell = (value: unknown) => JSON.stringify(sortKeys(value), null, 1);

const countActions = (made: readonly Handover[]) =>
  new Set(made.flatMap(({ actions }) => actions.map(({ tx }) => tx))).size;

/** In any order, and some of them twice. */
function shuffle<T>(items: readonly T[], luck: readonly number[], salt: number): readonly T[] {
  let drawn = salt * 101;
  const draw = () => {
    drawn += 1;
    return ((luck[drawn % luck.length] ?? 0) * 31 + drawn * 7919) % 1009;
  };
  const repeated = [...items, ...items.filter(() => draw() % 3 === 0)];
  return repeated
    .map((item) => ({ item, place: draw() }))
    .toSorted((left, right) => left.place - right.place)
    .map(({ item }) => item);
}
