/**
 * Job `missed`: a thousand changes of somebody else's, one after the other, while the connection goes away now and then. None
 * may be missed: hints tell of some, the stream that comes back of others, and the device asks for nothing else meanwhile.
 */
import { newId } from '#app/new-id.ts';
import { createDevice, openApp, type Places } from '../device.ts';
import { type Figure, findShare, type Limit } from '../figure.ts';
import type { EngineName } from '../options.ts';
import { createLogs } from '../page/data-set.ts';
import { openSharedSpace, type SharedSpace } from '../shared-space.ts';

const changes = 1000;
/** Milliseconds between two changes. */
const pace = 100;
/** After each of these the connection is cut. */
const cuts: readonly number[] = [250, 500, 750];
/** Milliseconds: a stream that was cut may take half of it to come back (sync 2.16). What takes longer is missed. */
const patience = 60_000;

/** In: where, how many logs lie there already, and in which database. */
export async function measureMissed(places: Places, logs: number, engine: EngineName): Promise<readonly Figure[]> {
  const space = await openSharedSpace(logs, { engine, peers: false });
  const device = createDevice(places);
  try {
    const waits = await device.use(async (context) => {
      const app = await openApp(context, { ...places, app: space.app });
      const { userId, spaceId } = space;
      await app.evaluate((whose) => window.__bench.joinAndSync(whose), { userId, spaceId });
      await app.evaluate(() => window.__bench.watchArrivals());
      const made = await makeChanges(space);
      for (let left = patience; left > 0; left -= 1000) {
        const arrived = new Map(await app.evaluate(() => window.__bench.listArrivals()));
        if ([...made.keys()].every((id) => arrived.has(id))) break;
        await pause(1000);
      }
      const arrived = new Map(await app.evaluate(() => window.__bench.listArrivals()));
      return Array.from(made, ([id, at]) => (arrived.get(id) ?? Number.POSITIVE_INFINITY) - at);
    });
    const seen = waits.filter((wait) => wait <= patience);
    const figure = { job: 'missed', logs };
    return [
      {
        ...{ ...figure, name: `of ${changes} changes, ${cuts.length} cuts: missed`, unit: 'rows' },
        values: [changes - seen.length],
        limits: [none],
      },
      { ...figure, name: 'a change in a rush until it shows, median', unit: 'ms', values: [findShare(seen, 0.5)] },
      { ...figure, name: 'the longest, across a cut', unit: 'ms', values: [Math.max(...seen)] },
    ];
  } finally {
    device.remove();
    await space.close();
  }
}

const none: Limit = { level: 'ambitious', of: 'value', most: 0 };

/** Out: when the server had each of them, by the log's id. */
async function makeChanges(space: SharedSpace): Promise<ReadonlyMap<string, number>> {
  const made = new Map<string, number>();
  const today = new Date().toISOString().slice(0, 10);
  for (const [index, log] of createLogs(changes, today, 5).entries()) {
    const id = newId();
    await space.change({ ...log, id });
    made.set(id, Date.now());
    if (cuts.includes(index)) space.cut();
    await pause(pace);
  }
  return made;
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
