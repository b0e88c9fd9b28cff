/** What one run of the simulation is made of: time, luck, a server, devices, and what has been seen to go wrong. */
import type { RowKey } from '#domain/delivery/synced-row.ts';
import { createEventQueue, type EventQueue } from './event-queue.ts';
import { drawMix, type FaultMix } from './fault-mix.ts';
import { hashText } from './hash-text.ts';
import { createRandom, idOf, type Random } from './random.ts';
import { allRules, type Rules } from './rules.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { createServer, type SimulatedServer } from './simulated-server.ts';

export interface RunOptions {
  readonly operations?: number;
  readonly rules?: Rules;
  /** Draws other clocks for all devices, and nothing else (I20). */
  readonly clockSeed?: number;
  /** Stops at the first violation: enough to know that a mutant is caught. */
  readonly stopsEarly?: boolean;
  readonly mix?: Partial<FaultMix>;
  readonly onTrace?: (line: string) => void;
}

export interface Violation {
  readonly invariant: string;
  readonly what: string;
}

/** How far a run has come. */
interface Life {
  isCalm: boolean;
  operations: number;
  steps: number;
}

export interface World {
  readonly options: RunOptions;
  readonly mix: FaultMix;
  readonly rules: Rules;
  readonly queue: EventQueue;
  /** What people do. */
  readonly deeds: Random;
  /** What befalls them. */
  readonly random: Random;
  readonly clocks: Random;
  /** What gets lost on the way to a disk. A stream of its own: seeds that were found before it keep their course. */
  readonly losses: Random;
  readonly users: readonly string[];
  readonly server: SimulatedServer;
  readonly devices: SimulatedDevice[];
  /** Rows that each action names, by `tx`. */
  readonly actions: Map<string, readonly RowKey[]>;
  readonly violations: Violation[];
  readonly counts: Record<string, number>;
  readonly life: Life;
  /** Faults have stopped, so that everything can come to rest. */
  readonly isCalm: () => boolean;
  readonly now: () => number;
  readonly newId: () => string;
  readonly count: (what: string) => void;
  readonly report: (invariant: string, what: string) => void;
  /** Part of the hash of the run. What clocks say has no place in it. */
  readonly trace: (line: string) => void;
  /** Only for somebody who reads along. */
  readonly detail: (say: () => string) => void;
  readonly isOver: () => boolean;
  readonly readHash: () => string;
}

const mostViolations = 20;

export function createWorld(seed: number, options: RunOptions): World {
  const { rules = allRules, stopsEarly = false, onTrace } = options;
  const mix: FaultMix = { ...drawMix(seed), ...options.mix };
  const queue = createEventQueue();
  const random = createRandom(seed * 31 + 7);
  const violations: Violation[] = [];
  const counts: Record<string, number> = {};
  const hash = createHash();
  const now = () => 1_700_000_000_000 + queue.now();
  const life: Life = { isCalm: false, operations: 0, steps: 0 };
  let names = 0;
  const report: World['report'] = (invariant, what) => {
    if (violations.length < mostViolations) violations.push({ invariant, what });
    onTrace?.(`!!! ${invariant} ${what}`);
  };
  return {
    options,
    mix,
    rules,
    queue,
    deeds: createRandom(seed),
    random,
    clocks: createRandom((options.clockSeed ?? seed) * 17 + 5),
    losses: createRandom(seed * 13 + 11),
    users: Array.from({ length: mix.users }, (_, index) => `${idOf(2, index)}${index === 3 ? 'reader' : ''}`),
    server: createServer(report),
    devices: [],
    actions: new Map(),
    violations,
    counts,
    life,
    isCalm: () => life.isCalm,
    now,
    newId: () => {
      names += 1;
      return idOf(1, names);
    },
    count: (what) => {
      counts[what] = (counts[what] ?? 0) + 1;
    },
    report,
    trace: (line) => {
      onTrace?.(`${queue.now()} ${line}`);
      hash.add(`${queue.now()} ${line}\n`);
    },
    detail: (say) => onTrace?.(`    ${say()}`),
    isOver: () => stopsEarly && violations.length > 0,
    readHash: hash.read,
  };
}

/** Of everything that is added, folded now and then so that it stays short. */
function createHash() {
  let hash = 'start';
  let lines = '';
  const fold = () => {
    hash = hashText(hash + lines);
    lines = '';
    return hash;
  };
  return {
    add: (line: string) => {
      lines += line;
      if (lines.length > 4000) fold();
    },
    read: fold,
  };
}
