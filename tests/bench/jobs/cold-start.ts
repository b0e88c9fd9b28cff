/** Job a: from a browser that has just been started to a dashboard with every goal on it. */
import { createDevice, type Device, type Places } from '../device.ts';
import { type Figure, mustBe, mustRatio } from '../figure.ts';
import { countRows, watchForPaint } from '../page/before-page.ts';
import { goalsEach } from '../page/data-set.ts';
import { interleave } from '../repeat.ts';
import type { SeededDevice } from '../seed-device.ts';

const overview = '/oversikt';
/** Goals, activities, a promise and settings, for a page about one promise: a constant, however many logs there are. */
const mostRows = 400;

export async function measureColdStart(
  places: Places,
  seeded: SeededDevice,
  repetitions: number,
): Promise<readonly Figure[]> {
  const { device, logs } = seeded;
  const empty = createDevice(places);
  const bare = createDevice(places);
  await seedWithoutLogs(places, bare);
  const start = (on: Device, goals: number) => () => paintCold(places, on, goals);
  // Once each before it counts: the first start of a profile writes what a browser keeps for itself.
  await start(empty, 0)();
  await start(device, goalsEach)();
  const times = await interleave(repetitions, {
    full: start(device, goalsEach),
    empty: start(empty, 0),
    bare: start(bare, goalsEach),
  });
  const rows = await readRowsBeforePaint(places, device);
  const heap = await interleave(1, { full: () => measureHeap(places, device), bare: () => measureHeap(places, bare) });
  empty.remove();
  bare.remove();
  return [
    {
      job: 'a',
      name: 'cold start until the overview is painted',
      logs,
      unit: 'ms',
      values: times.full,
      floor: { name: 'the same build, empty database', values: times.empty },
      limits: [mustRatio(1.3)],
    },
    {
      job: 'a',
      name: 'the same beside as many goals without logs',
      logs,
      unit: 'ms',
      values: times.full,
      floor: { name: 'the same build, same promises, no logs', values: times.bare },
      limits: [mustRatio(1.3)],
    },
    {
      job: 'a',
      name: 'rows read before the first paint',
      logs,
      unit: 'rows',
      values: [rows],
      limits: [mustBe(mostRows)],
    },
    {
      job: 'a',
      name: 'memory of the idle overview',
      logs,
      unit: 'MB',
      values: heap.full,
      floor: { name: 'the same without logs', values: heap.bare },
      limits: [mustRatio(1.3)],
    },
  ];
}

const seedWithoutLogs = (places: Places, device: Device) =>
  device.use(async (context) => {
    const page = await context.newPage();
    await page.goto(`${places.app}/hjalp`);
    await page.waitForFunction(() => window.__bench !== undefined);
    await page.evaluate(() => window.__bench.seed({ logs: 0 }));
  });

const paintCold = (places: Places, device: Device, goals: number): Promise<number> =>
  device.use(async (context) => {
    await context.addInitScript(watchForPaint, goals);
    const page = await context.newPage();
    await page.goto(`${places.app}${overview}`);
    return page.evaluate(() => window.__painted);
  });

/** In a start of its own: counting has its price. */
const readRowsBeforePaint = (places: Places, device: Device): Promise<number> =>
  device.use(async (context) => {
    await context.addInitScript(watchForPaint, goalsEach);
    await context.addInitScript(countRows);
    const page = await context.newPage();
    await page.goto(`${places.app}${overview}`);
    return page.evaluate(async () => {
      await window.__painted;
      return window.__rows;
    });
  });

const measureHeap = (places: Places, device: Device): Promise<number> =>
  device.use(async (context) => {
    await context.addInitScript(watchForPaint, goalsEach);
    const page = await context.newPage();
    await page.goto(`${places.app}${overview}`);
    await page.evaluate(() => window.__painted);
    const session = await context.newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize / 1e6;
  });
