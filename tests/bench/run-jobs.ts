import type { Places } from './device.ts';
import type { Figure } from './figure.ts';
import { measureBackup } from './jobs/backup.ts';
import { measureCharts } from './jobs/charts.ts';
import { measureColdStart } from './jobs/cold-start.ts';
import { measureFirstLoad } from './jobs/first-load.ts';
import { measureLoad } from './jobs/load.ts';
import { measureMissed } from './jobs/missed.ts';
import { measureReceipt } from './jobs/receipt.ts';
import { measureSave } from './jobs/save.ts';
import { measureSearch } from './jobs/search.ts';
import { measureSharing } from './jobs/sharing.ts';
import { measureStorage } from './jobs/storage.ts';
import { measureYearEnd } from './jobs/year-end.ts';
import { type BenchOptions, countRepetitions, type JobName } from './options.ts';
import { type SeededDevice, seedDevice } from './seed-device.ts';

type Measure = (places: Places, seeded: SeededDevice, repetitions: number) => Promise<readonly Figure[]>;

/** In this order: what only reads comes before what saves. */
const jobsOnDevice: readonly (readonly [JobName, Measure])[] = [
  ['storage', measureStorage],
  ['a', measureColdStart],
  ['f', measureYearEnd],
  ['g', measureSearch],
  ['backup', measureBackup],
  ['b', measureSave],
  ['charts', measureCharts],
  ['receipt', measureReceipt],
];

export interface Builds {
  readonly places: Places;
  /** The ordinary build: folder and address. */
  readonly ordinary: { readonly folder: string; readonly address: string };
}

/** Runs the jobs that are asked for and hands over the figures of each as they come. */
export async function runJobs(
  { places, ordinary }: Builds,
  options: BenchOptions,
  onFigures: (figures: readonly Figure[]) => void,
): Promise<void> {
  if (options.jobs.includes('h')) onFigures(await measureFirstLoad(places, ordinary, options.repetitions));
  const sharing = options.jobs.filter((name) => name === 'c' || name === 'd' || name === 'e');
  if (sharing.length > 0) {
    for (const logs of options.logs) {
      const repetitions = countRepetitions(options, logs);
      const { engine, peers } = options;
      await measureSharing(places, sharing, { logs, repetitions, engine, peers }, onFigures);
    }
  }
  if (options.jobs.includes('load')) for (const logs of options.logs) onFigures(await measureLoad(logs));
  if (options.jobs.includes('missed')) {
    for (const logs of options.logs) onFigures(await measureMissed(places, logs, options.engine));
  }
  const wanted = jobsOnDevice.filter(([name]) => options.jobs.includes(name));
  if (wanted.length === 0) return;
  for (const logs of options.logs) {
    const seeded = await seedDevice(places, logs);
    try {
      for (const [, measure] of wanted) onFigures(await measure(places, seeded, countRepetitions(options, logs)));
    } finally {
      seeded.device.remove();
    }
  }
}
