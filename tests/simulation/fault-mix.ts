import { createRandom } from './random.ts';

/** How likely everything is that can go wrong, each per message, step or deed. */
export interface FaultMix {
  readonly users: number;
  readonly devices: number;
  readonly tabs: number;
  /** Longest pause between two deeds, in milliseconds. */
  readonly pause: number;
  /** Longest time of a message. */
  readonly latency: number;
  readonly lost: number;
  readonly repeated: number;
  readonly deviceCrash: number;
  readonly serverCrash: number;
  readonly offline: number;
  readonly backup: number;
  readonly restore: number;
  readonly evict: number;
  readonly clone: number;
  readonly rights: number;
  readonly compact: number;
  readonly corrupt: number;
  readonly erase: number;
  readonly forge: number;
  readonly poison: number;
  /** A row is left out on its way to the disk, as an older version might do with what it cannot read. */
  readonly omit: number;
  readonly pullRows: number;
  readonly pullOutcomes: number;
  readonly pushOperations: number;
  /** Whether everything that is sent goes through JSON and the schemas of the protocol. */
  readonly isWritten: boolean;
  /** Whether the next page of a pull is asked for while the one before is read (`pages-ahead.ts`). */
  readonly asksAhead: boolean;
}

const fixedMix: FaultMix = {
  users: 3,
  devices: 4,
  tabs: 2,
  pause: 4000,
  latency: 800,
  lost: 0.08,
  repeated: 0.05,
  deviceCrash: 0.004,
  serverCrash: 0.006,
  offline: 0.01,
  backup: 0.02,
  restore: 0.008,
  evict: 0.006,
  clone: 0.006,
  rights: 0.02,
  compact: 0.02,
  corrupt: 0.004,
  erase: 0.006,
  forge: 0.01,
  poison: 0.2,
  omit: 0.004,
  pullRows: 12,
  pullOutcomes: 30,
  pushOperations: 8,
  isWritten: false,
  asksAhead: false,
};

/** In: a seed. Out: its mix: the same for even seeds, one of its own for odd ones (swarm). */
export function drawMix(seed: number): FaultMix {
  const random = createRandom(seed * 7 + 3);
  if (seed % 2 === 0) return { ...fixedMix, isWritten: seed % 16 === 0 };
  const maybe = (usual: number) => usual * random.pick([0, 0, 0.3, 1, 1, 3, 6]);
  return {
    users: 1 + random.below(4),
    devices: 1 + random.below(5),
    tabs: 1 + random.below(2),
    pause: random.pick([200, 1000, 4000, 20_000]),
    latency: random.pick([20, 300, 800, 3000, 9000]),
    lost: random.pick([0, 0.02, 0.1, 0.25]),
    repeated: random.pick([0, 0.05, 0.2]),
    deviceCrash: maybe(fixedMix.deviceCrash),
    serverCrash: maybe(fixedMix.serverCrash),
    offline: maybe(fixedMix.offline),
    backup: maybe(fixedMix.backup),
    restore: maybe(fixedMix.restore),
    evict: maybe(fixedMix.evict),
    clone: maybe(fixedMix.clone),
    rights: maybe(fixedMix.rights),
    compact: maybe(fixedMix.compact),
    corrupt: maybe(fixedMix.corrupt),
    erase: maybe(fixedMix.erase),
    forge: maybe(fixedMix.forge),
    poison: maybe(fixedMix.poison),
    pullRows: random.pick([2, 5, 20, 100, 1000]),
    pullOutcomes: random.pick([8, 30, 5000]),
    pushOperations: random.pick([1, 3, 20, 500]),
    isWritten: seed % 16 === 1,
    omit: maybe(fixedMix.omit),
    // Asked for by name, so that the seeds that were found before it keep their course.
    asksAhead: false,
  };
}
