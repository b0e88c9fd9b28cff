/** Job f: every goal of the device added up, from its tallies and from its logs. */
import { openApp, openFloors, type Places } from '../device.ts';
import { type Figure, mustBe, mustRatio } from '../figure.ts';
import { interleave } from '../repeat.ts';
import type { SeededDevice } from '../seed-device.ts';

export const measureYearEnd = (
  places: Places,
  { device, logs }: SeededDevice,
  repetitions: number,
): Promise<readonly Figure[]> =>
  device.use(async (context) => {
    const app = await openApp(context, places);
    const floors = await openFloors(context, places);
    await app.evaluate(() => window.__bench.aggregate());
    await floors.evaluate(() => window.__floors.readCounters());
    const figures: number[] = [];
    const times = await interleave(repetitions, {
      app: async () => {
        const { tallies, figures: all } = await app.evaluate(() => window.__bench.aggregate());
        figures.push(all);
        return tallies;
      },
      counters: () => floors.evaluate(() => window.__floors.readCounters()),
    });
    let mismatches = 0;
    const recounts = await interleave(Math.min(2, repetitions), {
      app: async () => {
        const recount = await app.evaluate(() => window.__bench.recount());
        mismatches += recount.mismatches;
        return recount.ms;
      },
      rows: () => floors.evaluate(() => window.__floors.readAndAggregate()),
    });
    return [
      {
        job: 'f',
        name: 'read the tally of every goal',
        logs,
        unit: 'ms',
        values: times.app,
        floor: { name: 'Dexie: read 300 counters', values: times.counters },
        limits: [mustRatio(2)],
      },
      {
        job: 'f',
        name: 'every figure of every promise, computed',
        logs,
        unit: 'ms',
        values: figures,
        floor: { name: 'Dexie: read 300 counters', values: times.counters },
      },
      {
        job: 'f',
        name: 'goals whose tally is not what a recount gives',
        logs,
        unit: 'rows',
        values: [mismatches],
        limits: [mustBe(0)],
      },
      {
        job: 'f',
        name: 'recount everything from the logs, and compare',
        logs,
        unit: 'ms',
        values: recounts.app,
        floor: { name: 'Dexie: read all rows and add up', values: recounts.rows },
      },
    ];
  });
