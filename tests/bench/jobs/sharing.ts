/** Jobs c, d and e: a first sync, sending what was saved without network, and one change of somebody else's. */
import { createDevice, openApp, openFloors, type Places } from '../device.ts';
import { ambitiousRatio, type Figure, findMedian, mustRatio } from '../figure.ts';
import type { EngineName, JobName } from '../options.ts';
import { openSharedSpace, type SharedSpace } from '../shared-space.ts';
import { besidePeers, createPeerTurns, measurePeers } from './peers.ts';
import { liveChanges, offlineLogs } from './sharing-amounts.ts';

interface SharingCourse {
  /** How many lie on the server. */
  readonly logs: number;
  readonly repetitions: number;
  readonly engine: EngineName;
  /** Whether RxDB and PouchDB do the same. */
  readonly peers: boolean;
}

/** In: where, which of the three, and on what. Hands over figures as they come. */
export async function measureSharing(
  places: Places,
  jobs: readonly JobName[],
  { logs, repetitions, engine, peers }: SharingCourse,
  onFigures: (figures: readonly Figure[]) => void,
): Promise<void> {
  const space = await openSharedSpace(logs, { engine, peers });
  const shared: Places = { ...places, app: space.app, floors: space.floors, peers: space.peers };
  const turns = { first: [], put: [], fetched: [], sent: [], pushed: [], live: [], carried: [] } as Turns;
  const peerTurns = createPeerTurns();
  // What is sent and followed stays on the server: a first sync after it would bring more than its floor.
  const courses = [jobs.filter((job) => job === 'c'), jobs.filter((job) => job !== 'c')].filter(
    ({ length }) => length > 0,
  );
  try {
    for (const course of courses) {
      for (let repetition = 0; repetition < repetitions; repetition++) {
        await measureOnce(shared, space, course, turns);
        if (peers) await measurePeers(shared, space, course, peerTurns);
      }
    }
  } finally {
    await space.close();
  }
  if (jobs.includes('c')) onFigures(besidePeers(toFirstSync(logs, turns), peerTurns.c));
  if (jobs.includes('d')) onFigures(besidePeers(toPush(logs, turns), peerTurns.d));
  if (jobs.includes('e')) onFigures(besidePeers(toLive(logs, turns), peerTurns.e));
}

type Turns = Record<'first' | 'put' | 'fetched' | 'sent' | 'pushed' | 'live' | 'carried', number[]>;

/** Every repetition on an empty device. */
async function measureOnce(
  places: Places,
  { userId, spaceId }: SharedSpace,
  jobs: readonly JobName[],
  turns: Turns,
): Promise<void> {
  const device = createDevice(places);
  try {
    await device.use(async (context) => {
      const floors = await openFloors(context, places);
      if (jobs.includes('c')) {
        turns.fetched.push(await floors.evaluate(() => window.__floors.fetchOnly()));
        turns.put.push(await floors.evaluate(() => window.__floors.fetchAndPut()));
      }
      const app = await openApp(context, places);
      const whose = { userId, spaceId };
      const joined = await app.evaluate((given) => window.__bench.joinAndSync(given), whose);
      if (jobs.includes('c')) turns.first.push(joined);
      if (jobs.includes('d')) {
        await floors.evaluate((count) => window.__floors.fillOutbox(count), offlineLogs);
        turns.pushed.push(await floors.evaluate(() => window.__floors.pushOutbox()));
        await context.setOffline(true);
        await app.evaluate((count) => window.__bench.saveOffline(count), offlineLogs);
        await context.setOffline(false);
        turns.sent.push(await app.evaluate(() => window.__bench.sync()));
      }
      if (jobs.includes('e')) {
        turns.carried.push(
          findMedian(await floors.evaluate((count) => window.__floors.followRows(count), liveChanges)),
        );
        turns.live.push(findMedian(await app.evaluate((count) => window.__bench.followChanges(count), liveChanges)));
      }
    });
  } finally {
    device.remove();
  }
}

const toFirstSync = (logs: number, { first, put, fetched }: Turns): readonly Figure[] => [
  {
    ...{ job: 'c', name: 'first sync of an empty device', logs, unit: 'ms', values: first },
    floor: { name: 'fetch JSON + Dexie bulkPut', values: put },
    limits: [mustRatio(1.2), ambitiousRatio(0.2)],
  },
  {
    ...{ job: 'c', name: 'first sync of an empty device', logs, unit: 'ms', values: first },
    floor: { name: 'fetch only', values: fetched },
    limits: [ambitiousRatio(2.5)],
  },
];

const toPush = (logs: number, { sent, pushed }: Turns): readonly Figure[] => [
  {
    ...{ job: 'd', name: '10,000 logs saved offline, twenty at a time, sent', logs, unit: 'ms', values: sent },
    floor: { name: 'Dexie outbox, POST, upsert', values: pushed },
    limits: [mustRatio(1.3), ambitiousRatio(1)],
  },
];

const toLive = (logs: number, { live, carried }: Turns): readonly Figure[] => [
  {
    ...{ job: 'e', name: 'a change elsewhere until it shows', logs, unit: 'ms', values: live },
    floor: { name: 'row carried by SSE', values: carried },
    limits: [mustRatio(2), ambitiousRatio(1.2)],
  },
];
