/** Job g: parts of words in the notes of all logs. */
import type { Page } from 'playwright';
import { openApp, openFloors, type Places } from '../device.ts';
import { type Figure, findMedian, mustRatio } from '../figure.ts';
import { interleave } from '../repeat.ts';
import type { SeededDevice } from '../seed-device.ts';

/** Found in many, in some, and in none. */
const texts = ['patrol', 'lamps out', 'main str', 'shopkeep', 'tunnelbana'] as const;

/** The goal is about so many notes: fewer are found within the clock's own tenth of a millisecond. */
const meant = 100_000;

export const measureSearch = (
  places: Places,
  { device, logs }: SeededDevice,
  repetitions: number,
): Promise<readonly Figure[]> =>
  device.use(async (context) => {
    const app = await openApp(context, places);
    const floors = await openFloors(context, places);
    const first = {
      app: await timeFirst(app, () => app.evaluate(() => window.__bench.search('patrol'))),
      floor: await timeFirst(floors, () => floors.evaluate(() => window.__floors.scan('patrol'))),
    };
    const times = await interleave(repetitions, {
      app: async () =>
        findMedian(await searchAll((text) => app.evaluate((wanted) => window.__bench.search(wanted), text))),
      scan: async () =>
        findMedian(await searchAll((text) => floors.evaluate((wanted) => window.__floors.scan(wanted), text))),
    });
    const afterSave = await interleave(repetitions, {
      app: async () => {
        await app.evaluate(() => window.__bench.saveLog());
        return (await app.evaluate(() => window.__bench.search('patrol'))).ms;
      },
      scan: async () => (await floors.evaluate(() => window.__floors.scan('patrol'))).ms,
    });
    return [
      {
        job: 'g',
        name: 'search all notes by a part of a word',
        logs,
        unit: 'ms',
        values: times.app,
        floor: { name: 'scan of text lower-cased once', values: times.scan },
        limits: logs >= meant ? [mustRatio(3)] : [],
      },
      {
        job: 'g',
        name: 'the first search after a save',
        logs,
        unit: 'ms',
        values: afterSave.app,
        floor: { name: 'scan of text lower-cased once', values: afterSave.scan },
      },
      {
        job: 'g',
        name: 'the first search of all, text read from disk',
        logs,
        unit: 'ms',
        values: [first.app],
        floor: { name: 'Dexie: read all rows and scan', values: [first.floor] },
      },
    ];
  });

async function searchAll(search: (text: string) => Promise<{ readonly ms: number }>): Promise<readonly number[]> {
  const times: number[] = [];
  for (const text of texts) times.push((await search(text)).ms);
  return times;
}

async function timeFirst(page: Page, search: () => Promise<unknown>): Promise<number> {
  const start = await page.evaluate(() => performance.now());
  await search();
  return (await page.evaluate(() => performance.now())) - start;
}
