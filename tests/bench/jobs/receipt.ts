/** Tap on Save → receipt painted, on a processor four times slower. */
import { setTimeout } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright';
import { openApp, openReact, type Places } from '../device.ts';
import { type Figure, findShare, mustBe } from '../figure.ts';
import type { Spot } from '../page/painted.ts';
import type { SeededDevice } from '../seed-device.ts';

const slowdown = 4;
const mostMilliseconds = 50;
const taps = 30;
/** Taps of a page that has just been opened, which a browser still compiles for. */
const warmUp = 3;
/** Milliseconds without anything to do before a tap, as a person leaves between reading and tapping. */
const pause = 1500;

/** A page of its own in a browser that has just been started, so that neither waits for what the other left behind. */
export async function measureReceipt(places: Places, { device, logs }: SeededDevice): Promise<readonly Figure[]> {
  const app = await device.use(async (context) =>
    measureTaps(context, await openApp(context, places), {
      open: (page) => page.evaluate(() => window.__bench.openForm()),
      watch: (page) => page.evaluate(() => window.__bench.watchSave()),
    }),
  );
  const react = await device.use(async (context) =>
    measureTaps(context, await openReact(context, places), {
      open: (page) => page.evaluate(() => window.__react.openButton()),
      watch: (page) => page.evaluate(() => window.__react.watchTap()),
    }),
  );
  return [
    {
      job: 'receipt',
      name: 'tap Save until the receipt is painted, p95, 4 × slower',
      logs,
      unit: 'ms',
      values: [findShare(app, 0.95)],
      floor: { name: 'tap on an empty React page, p95', values: [findShare(react, 0.95)] },
      limits: [mustBe(mostMilliseconds)],
    },
    {
      job: 'receipt',
      name: 'the same, every tap',
      logs,
      unit: 'ms',
      values: app,
      floor: { name: 'tap on an empty React page', values: react },
    },
  ];
}

interface Tapping {
  readonly open: (page: Page) => Promise<Spot>;
  readonly watch: (page: Page) => Promise<number>;
}

/** Real input, and a clock inside the page: what it costs to drive the browser is not counted. */
async function measureTaps(context: BrowserContext, page: Page, { open, watch }: Tapping): Promise<readonly number[]> {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const times: number[] = [];
  for (let tap = 0; tap < warmUp + taps; tap++) {
    const { x, y } = await open(page);
    await page.mouse.move(x, y);
    await setTimeout(pause);
    const painted = watch(page);
    // Asked in this order, and answered in it: the page listens before it is tapped.
    await page.evaluate(() => undefined);
    await page.mouse.click(x, y, { delay: 60 });
    times.push(await painted);
  }
  await session.detach();
  return times.slice(warmUp);
}
