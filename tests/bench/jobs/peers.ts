/** Jobs c, d and e as RxDB and PouchDB do them, in the repetitions of the product. */
import { createDevice, openPeers, type Places } from '../device.ts';
import { ambitiousRatio, type Figure, findMedian, type Limit, mustRatio } from '../figure.ts';
import type { JobName } from '../options.ts';
import type { PeerName } from '../page/window.ts';
import type { SharedSpace } from '../shared-space.ts';
import { liveChanges, offlineLogs } from './sharing-amounts.ts';

/** Of one job: what each peer took, and what that asks of the product. */
interface PeerTurn {
  readonly peer: PeerName;
  readonly values: number[];
  readonly limits: readonly Limit[];
}

type PeerTurns = Readonly<Record<'c' | 'd' | 'e', readonly PeerTurn[]>>;

export const createPeerTurns = (): PeerTurns => ({
  c: [
    { peer: 'RxDB', values: [], limits: [mustRatio(1 / 2), ambitiousRatio(1 / 12)] },
    { peer: 'PouchDB', values: [], limits: [mustRatio(1 / 5), ambitiousRatio(1 / 30)] },
  ],
  d: [
    { peer: 'RxDB', values: [], limits: [mustRatio(1 / 3)] },
    { peer: 'PouchDB', values: [], limits: [mustRatio(1 / 4)] },
  ],
  e: [
    { peer: 'RxDB', values: [], limits: [ambitiousRatio(1)] },
    { peer: 'PouchDB', values: [], limits: [mustRatio(1 / 2.5)] },
  ],
});

/** Every job of every peer on a device of its own: what one has stored is not for the next to open, nor to tidy up. */
export async function measurePeers(
  places: Places,
  { rows }: SharedSpace,
  jobs: readonly JobName[],
  turns: PeerTurns,
): Promise<void> {
  for (const job of jobs) {
    if (job !== 'c' && job !== 'd' && job !== 'e') continue;
    for (const { peer, values } of turns[job]) values.push(await measureOne(places, job, peer, rows));
  }
}

async function measureOne(places: Places, job: keyof PeerTurns, peer: PeerName, rows: number): Promise<number> {
  const device = createDevice(places);
  try {
    return await device.use(async (context) => {
      const page = await openPeers(context, places);
      if (job === 'c')
        return page.evaluate(([name, all]) => window.__peers[name].firstSync(all), [peer, rows] as const);
      if (job === 'd') {
        await page.evaluate(([name, logs]) => window.__peers[name].fillOutbox(logs), [peer, offlineLogs] as const);
        return page.evaluate((name) => window.__peers[name].pushOutbox(), peer);
      }
      const followed = [peer, liveChanges] as const;
      return findMedian(await page.evaluate(([name, changes]) => window.__peers[name].followRows(changes), followed));
    });
  } finally {
    device.remove();
  }
}

/** In: the product's figures of a job. Out: the same, and its times once more beside each peer that did the job too. */
export function besidePeers(figures: readonly Figure[], turns: readonly PeerTurn[]): readonly Figure[] {
  const [figure] = figures;
  if (!figure) return figures;
  const measured = turns.filter(({ values }) => values.length > 0);
  return [
    ...figures,
    ...measured.map(({ peer, values, limits }) => ({ ...figure, floor: { name: peer, values }, limits })),
  ];
}
