/** Job backup: everything on the device into a file, and all of it back into a database of its own, checked. */
import { openApp, type Places } from '../device.ts';
import type { Figure } from '../figure.ts';
import type { SeededDevice } from '../seed-device.ts';

export const measureBackup = (
  places: Places,
  { device, logs }: SeededDevice,
  repetitions: number,
): Promise<readonly Figure[]> =>
  device.use(async (context) => {
    const app = await openApp(context, places);
    const runs: Awaited<ReturnType<typeof window.__bench.backUp>>[] = [];
    for (let run = 0; run < repetitions; run += 1) runs.push(await app.evaluate(() => window.__bench.backUp()));
    const toFigure = (name: string, unit: Figure['unit'], values: readonly number[]): Figure => ({
      job: 'backup',
      name,
      logs,
      unit,
      values,
    });
    return [
      toFigure(
        'back up: read, pack and seal with checksums',
        'ms',
        runs.map(({ pack }) => pack),
      ),
      toFigure(
        'close the file with a passphrase',
        'ms',
        runs.map(({ seal }) => seal),
      ),
      toFigure(
        'read a file and check every row',
        'ms',
        runs.map(({ check }) => check),
      ),
      toFigure(
        'restore into an empty database, counted anew',
        'ms',
        runs.map(({ restore }) => restore),
      ),
      toFigure(
        'the file',
        'MB',
        runs.map(({ bytes }) => bytes / 1e6),
      ),
      toFigure(
        'heap at most while backing up',
        'MB',
        runs.map(({ heapToPack }) => heapToPack / 1e6),
      ),
      toFigure(
        'heap at most while restoring',
        'MB',
        runs.map(({ heapToRestore }) => heapToRestore / 1e6),
      ),
    ];
  });
