/** Bytes on disk, as the browser counts them, after it has been closed and started again. */
import { openApp, openFloors, type Places } from '../device.ts';
import { type Figure, mustRatio } from '../figure.ts';
import type { SeededDevice } from '../seed-device.ts';

export async function measureStorage(
  places: Places,
  { device, logs, bytesPerLog }: SeededDevice,
): Promise<readonly Figure[]> {
  const [app, floor] = await device.use(async (context) => {
    const pages = [await openApp(context, places), await openFloors(context, places)];
    const sizes: number[] = [];
    for (const page of pages) {
      sizes.push(await page.evaluate(async () => ((await navigator.storage.estimate()).usage ?? 0) / 1e6));
    }
    return sizes;
  });
  return [
    {
      job: 'storage',
      name: `everything on disk (a log is ${Math.round(bytesPerLog)} bytes of JSON)`,
      logs,
      unit: 'MB',
      values: [app ?? 0],
      floor: { name: 'Dexie: rows with one index', values: [floor ?? 0] },
      limits: logs >= 100_000 ? [mustRatio(1.1)] : [],
    },
  ];
}
