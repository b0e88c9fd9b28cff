/** Three devices that work on one promise without a server, and hand each other what they know. */
import fc from 'fast-check';
import { type Handover, parseHandover } from '#domain/handover/handover.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import { schemaVersion } from '#domain/operations/operation.ts';
import { tableNames } from '#domain/records/tables.ts';
import { auditTallies } from '#storage/audit-tallies.ts';
import { commitAction } from '#storage/commit-action.ts';
import { type Database, openDatabase } from '#storage/database.ts';
import { readNotes } from '#storage/handover-notes.ts';
import { InvalidRecord } from '#storage/invalid-record.ts';
import { makeHandover, noteHanded } from '#storage/make-handover.ts';
import { forEachLog } from '#storage/many-logs.ts';
import { replayHistory } from '#storage/replay-history.ts';
import { takeHandover } from '#storage/take-handover.ts';
import { playSteps, type Step, stepsOf } from './play-actions.ts';
import { createStory, numberIds, type Story, toWrites } from './records.ts';

export interface TestDevice {
  readonly name: string;
  readonly db: Database;
  readonly story: Story;
  readonly tools: { readonly now: () => string; readonly newId: () => string; readonly today: () => string };
}

const names = ['Telefonen', 'Skrivbordet', 'Kommunen'] as const;
/** Clocks that nobody has set right: minutes off. */
const skews = [0, -47, 31] as const;

/** A device with ids and a clock of its own. `n`: 0 to 2. */
export function openTestDevice(n: number): TestDevice {
  const newId = numberIds(200 + n);
  let minutes = skews[n] ?? 0;
  const now = () => {
    minutes += 1;
    return new Date(Date.UTC(2026, 5, 1) + minutes * 60_000).toISOString();
  };
  const story = createStory(9000);
  const log: Story['log'] = (more = {}) => {
    const at = now();
    return story.log({ ...more, id: newId(), createdAt: at, updatedAt: at });
  };
  return {
    name: names[n] ?? '',
    db: openDatabase({ name: `handover-${n}-${crypto.randomUUID()}` }),
    story: { ...story, newId, log },
    tools: { now, newId, today: () => '2026-11-21' },
  };
}

export async function openDevices(): Promise<readonly TestDevice[]> {
  const devices = names.map((_, n) => openTestDevice(n));
  const [first] = devices;
  if (first) await commitAction(first.db, { label: 'record-created', writes: toWrites(first.story) }, first.tools);
  return devices;
}

/** As a file carries it: JSON, checked when it comes in. */
export function carry(handover: Handover): Handover {
  const { actions, known, savedAt, ...about } = JSON.parse(JSON.stringify(handover)) as Handover;
  const summaries = Object.entries(known).map(([promiseId, summary]) => ({ promiseId, summary }));
  const reading = parseHandover({ savedAt, schema: schemaVersion, about, actions, known: summaries });
  if (reading.kind !== 'handover') throw new Error(JSON.stringify(reading));
  return reading.handover;
}

/** Makes a handover of everything, or of what has come since the last one to somebody. */
export async function make(device: TestDevice, to?: string): Promise<Handover> {
  const { db, tools, story, name } = device;
  const { partners } = await readNotes(db);
  const made = await makeHandover(db, {
    id: tools.newId(),
    savedAt: tools.now(),
    from: { id: tools.newId(), name },
    promiseIds: [story.promise.id],
    since: to === undefined ? undefined : partners[to],
  });
  if (made.kind !== 'made') throw new Error(JSON.stringify(made));
  if (to !== undefined) await noteHanded(db, made.handover, to);
  return carry(made.handover);
}

export async function take({ db, tools }: TestDevice, handover: Handover) {
  const taken = await takeHandover(db, handover, tools);
  if (taken.kind !== 'taken') throw new Error(taken.kind);
  return taken;
}

/** Work on what is there, also on what others have done. */
export async function work({ db, story, tools }: TestDevice, steps: readonly Step[]): Promise<void> {
  if ((await db.promises.count()) === 0) return;
  const logIds: string[] = [];
  await forEachLog(db, ({ id }) => logIds.push(id));
  logIds.sort();
  const actions = (await db.history.orderBy('n').toArray()).map(({ tx }) => tx);
  try {
    await playSteps(db, story, steps, tools, { logIds, done: [...actions, ...logIds] });
  } catch (error) {
    // Nothing new is put into a promise whose creation was undone: that is an answer, too.
    if (!(error instanceof InvalidRecord)) throw error;
  }
}

export type Event =
  | { readonly kind: 'work'; readonly device: number; readonly steps: readonly Step[] }
  | { readonly kind: 'make'; readonly device: number; readonly to: number; readonly isWhole: boolean }
  | { readonly kind: 'take'; readonly device: number; readonly pick: number };

const device = fc.nat({ max: 2 });
export const eventsOf = (most: number) =>
  fc.array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constant('work' as const), device, steps: stepsOf(6, ['confirm']) }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constant('make' as const), device, to: device, isWhole: fc.boolean() }),
      },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('take' as const), device, pick: fc.nat({ max: 1000 }) }) },
    ),
    // Short lives meet nothing.
    { minLength: Math.floor(most / 2), maxLength: most, size: 'max' },
  );

/** Plays events. Out: every handover that was made on the way. */
export async function playEvents(devices: readonly TestDevice[], events: readonly Event[]): Promise<Handover[]> {
  const made: Handover[] = [];
  for (const event of events) {
    const own = devices[event.device];
    if (!own) continue;
    if (event.kind === 'work') await work(own, event.steps);
    else if (event.kind === 'take') {
      const picked = made[event.pick % Math.max(made.length, 1)];
      if (picked) await take(own, picked);
    } else if ((await own.db.promises.count()) > 0) {
      made.push(await make(own, event.isWhole ? undefined : devices[event.to]?.name));
    }
  }
  return made;
}

/** All that a device shows of its promises. */
export async function readAll({ db }: TestDevice) {
  const rows = await Promise.all(
    tableNames.map(async (table) => {
      if (table !== 'progressLogs') return [table, sortRows(await db.table<StoredRow>(table).toArray())] as const;
      const logs: StoredRow[] = [];
      await forEachLog(db, (log) => logs.push(log as unknown as StoredRow));
      return [table, sortRows(logs)] as const;
    }),
  );
  const totals = (await db.goalTotals.toArray()).filter(({ tally }) => Object.keys(tally).length > 0);
  return { rows: Object.fromEntries(rows), totals, days: await db.goalDays.toArray() };
}

const sortRows = (rows: readonly StoredRow[]) => rows.toSorted((left, right) => (left.id < right.id ? -1 : 1));

/** What must hold on every device at any time: rows are what their history makes of them, tallies what the logs give. */
export async function findBroken(device: TestDevice): Promise<readonly string[]> {
  const broken: string[] = [];
  const replayed = await replayHistory(device.db);
  const { rows } = await readAll(device);
  for (const table of tableNames) {
    const made = JSON.stringify(sortKeys(sortRows([...(replayed.get(table)?.values() ?? [])])));
    if (made !== JSON.stringify(sortKeys(rows[table] ?? [])))
      broken.push(`${device.name}: ${table} is not its history`);
  }
  const { mismatches, miscounted } = await auditTallies(device.db);
  if (mismatches.length + miscounted.length > 0) broken.push(`${device.name}: tallies`);
  return broken;
}

export const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
};
