/** Job b: one log saved, on disk, counted, and shown by a live query. */
import { openApp, openFloors, type Places } from '../device.ts';
import { ambitiousRatio, type Figure, findMedian, mustRatio } from '../figure.ts';
import type { Saved } from '../page/window.ts';
import type { SeededDevice } from '../seed-device.ts';

const savesInTurn = 25;

/** Saves of all kinds alternate one by one, so that a busy moment of the machine meets them alike. */
export const measureSave = (
  places: Places,
  { device, logs }: SeededDevice,
  repetitions: number,
): Promise<readonly Figure[]> =>
  device.use(async (context) => {
    const app = await openApp(context, places);
    const floors = await openFloors(context, places);
    const saveInApp = () => app.evaluate(() => window.__bench.saveLog());
    const saveWithDexie = () => floors.evaluate(() => window.__floors.saveWithDexie());
    const turns: Turns = { app: [], dexie: [], raw: [], searching: [], beside: [] };
    // The first round only warms up what a browser compiles and what is kept in memory.
    for (let repetition = 0; repetition <= repetitions; repetition++) {
      const saves: Turns = { app: [], dexie: [], raw: [], searching: [], beside: [] };
      for (let save = 0; save < savesInTurn; save++) {
        saves.app.push(await saveInApp());
        saves.dexie.push(await saveWithDexie());
        saves.raw.push(await floors.evaluate(() => window.__floors.saveRaw()));
      }
      await app.evaluate(() => window.__bench.search('patrol'));
      for (let save = 0; save < savesInTurn; save++) {
        saves.searching.push(await saveInApp());
        saves.beside.push(await saveWithDexie());
      }
      await app.evaluate(() => window.__bench.closeSearch());
      if (repetition === 0) continue;
      for (const name of names) turns[name].push(findMiddle(saves[name]));
    }
    return toFigures(logs, turns);
  });

/** `beside` is Dexie again, in turns with the saves that a search follows. */
const names = ['app', 'dexie', 'raw', 'searching', 'beside'] as const;
type Turns = Readonly<Record<(typeof names)[number], Saved[]>>;

function toFigures(logs: number, { app, dexie, raw, searching, beside }: Turns): readonly Figure[] {
  const durable = (saves: readonly Saved[]) => saves.map((save) => save.durable);
  const shown = (saves: readonly Saved[]) => saves.map((save) => save.shown);
  return [
    {
      job: 'b',
      name: 'save a log until it is on disk',
      logs,
      unit: 'ms',
      values: durable(app),
      floor: { name: 'Dexie: log + counter + outbox', values: durable(dexie) },
      limits: [mustRatio(1.3)],
    },
    {
      job: 'b',
      name: 'save a log until a live query shows it',
      logs,
      unit: 'ms',
      values: shown(app),
      floor: { name: 'Dexie: the same with liveQuery', values: shown(dexie) },
      limits: [mustRatio(1.3)],
    },
    {
      job: 'b',
      name: 'save a log until it is on disk',
      logs,
      unit: 'ms',
      values: durable(app),
      floor: { name: 'raw: log + counter + outbox', values: durable(raw) },
      limits: [ambitiousRatio(1.5)],
    },
    {
      job: 'b',
      name: 'save a log while a search is open',
      logs,
      unit: 'ms',
      values: durable(searching),
      floor: { name: 'Dexie: log + counter + outbox', values: durable(beside) },
      limits: [mustRatio(1.3)],
    },
  ];
}

const findMiddle = (saves: readonly Saved[]): Saved => ({
  durable: findMedian(saves.map(({ durable }) => durable)),
  shown: findMedian(saves.map(({ shown }) => shown)),
});
