/**
 * Load (sync 3.6): 300 devices behind one address, as in a town hall, on the real server as a process beside PostgreSQL.
 * They share the machine with it, which makes every figure worse than on a server of its own.
 */
import { newId } from '#app/new-id.ts';
import type { Operation } from '#domain/operations/operation.ts';
import { type Figure, findShare, mustBe } from '../figure.ts';
import { createLoadDevice, type LoadDevice, type LoadWatch } from '../load/load-device.ts';
import { openLoadGround, type Settlement } from '../load/load-ground.ts';
import { createLogs } from '../page/data-set.ts';

const devices = 300;
const changes = 20;
/** Milliseconds: longer than all of them need, so that one change is measured at a time. */
const rest = 3000;
/** Pushes of ten, thirty a second: three hundred operations. */
const rush = { tenants: 50, pushers: 100, seconds: 30, perSecond: 30, operations: 10 };

/** In: how many logs there are, in one tenant, and then in all tenants together. */
export const measureLoad = async (logs: number): Promise<readonly Figure[]> => [
  ...(await measureChanges(logs)),
  ...(await measureRush(logs)),
];

/** All of them in one tenant, with a right to every promise: each change is for each of them. */
async function measureChanges(logs: number): Promise<readonly Figure[]> {
  const arrivals = new Map<string, { readonly start: number; readonly times: number[] }>();
  const onRow = (id: string) => {
    const arrival = arrivals.get(id);
    arrival?.times.push(performance.now() - arrival.start);
  };
  return withDevices({ tenants: 1, logs, people: devices }, onRow, async (connected, { waits, ground }) => {
    const connecting = performance.now();
    await Promise.all(connected.map((device) => device.connect()));
    const connect = performance.now() - connecting;
    for (let n = 0; n < changes; n++) {
      const [operation] = draw(1, n);
      if (operation === undefined) continue;
      arrivals.set(operation.id, { start: performance.now(), times: [] });
      await connected[(n * 7) % devices]?.push([operation]);
      await pause(rest);
    }
    const times = [...arrivals.values()].flatMap((arrival) => arrival.times);
    const figure = toFigure(logs);
    const memory = ground.readMemory();
    return [
      figure(`${devices} devices of one tenant connect at once and have everything`, [connect], 30_000),
      figure('a change until it is on all of them, p95', [findShare(times, 0.95)], 1000),
      figure('changes that did not arrive', [changes * devices - times.length], 0, 'rows'),
      figure('requests that were told to wait', [waits.length], 0, 'rows'),
      ...(memory === undefined ? [] : [figure('memory of the server', [memory], 512, 'MB')]),
    ];
  });
}

/** Spread over tenants, all of them hearing of every change of theirs while a third of them pushes. */
async function measureRush(logs: number): Promise<readonly Figure[]> {
  const { tenants, pushers, seconds, perSecond, operations } = rush;
  const settlement = { tenants, logs: Math.ceil(logs / tenants), people: devices / tenants };
  return withDevices(
    settlement,
    () => undefined,
    async (connected, { waits }) => {
      for (const device of connected) await device.connect();
      const pushes: Promise<number>[] = [];
      const start = performance.now();
      for (let n = 0; n < seconds * perSecond; n++) {
        // Each at its time, whether or not those before it are answered.
        await pause(start + (n * 1000) / perSecond - performance.now());
        const pushing = connected[(n % pushers) * (devices / pushers)]?.push(draw(operations, changes + n));
        if (pushing) pushes.push(pushing);
      }
      const times = await Promise.all(pushes);
      const figure = toFigure(logs);
      return [
        figure('300 operations a second, a push of ten, p95', [findShare(times, 0.95)], 150),
        figure('300 operations a second, a push of ten, p99', [findShare(times, 0.99)], 400),
        figure('requests in the rush that were told to wait', [waits.length], 0, 'rows'),
      ];
    },
  );
}

interface Course {
  readonly waits: readonly number[];
  readonly ground: Awaited<ReturnType<typeof openLoadGround>>;
}

async function withDevices<T>(
  settlement: Settlement,
  onRow: LoadWatch['onRow'],
  measure: (devices: readonly LoadDevice[], course: Course) => Promise<T>,
): Promise<T> {
  const ground = await openLoadGround(settlement);
  const waits: number[] = [];
  const watch = { onRow, onWait: (seconds: number) => waits.push(seconds) };
  const opened = ground.people.map((person) => createLoadDevice(ground.origin, person, watch));
  try {
    return await measure(opened, { waits, ground });
  } finally {
    await Promise.all(opened.map((device) => device.close()));
    await ground.stop();
  }
}

/** Logs that nobody has made yet, each an action of its own. */
const draw = (count: number, seed: number): readonly Operation[] =>
  createLogs(count, new Date().toISOString().slice(0, 10), 100 + seed).map(({ id: _id, promiseId, ...fields }) => {
    const id = newId();
    const place = { v: 1, sv: 1, id, tx: id, txi: 0, txn: 1, kind: 'append', tbl: 'progressLogs', ent: id } as const;
    return { ...place, scope: promiseId, f: fields, at: new Date().toISOString() } as Operation;
  });

const toFigure =
  (logs: number) =>
  (name: string, values: readonly number[], most: number, unit: Figure['unit'] = 'ms'): Figure => ({
    ...{ job: 'load', name, logs, unit, values, limits: [mustBe(most)] },
  });

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
