/** Tap on Save → receipt painted, on a processor four times slower. */
import type { BrowserContext, Page } from 'playwright';
import { openApp, openReact, type Places } from '../device.ts';
import { type Figure, findShare, mustBe } from '../figure.ts';
import type { SeededDevice } from '../seed-device.ts';

const slowdown = 4;
const mostMilliseconds = 50;
const taps = 20;

export const measureReceipt = (places: Places, { device, logs }: SeededDevice): Promise<readonly Figure[]> =>
  device.use(async (context) => {
    const app = await openApp(context, places);
    const react = await openReact(context, places);
    const slow = [await slowDown(context, app), await slowDown(context, react)];
    const times = { app: [] as number[], react: [] as number[] };
    for (let tap = 0; tap < taps + 3; tap++) {
      await app.bringToFront();
      times.app.push(await app.evaluate(() => window.__bench.tapSave()));
      await react.bringToFront();
      times.react.push(await react.evaluate(() => window.__react.tap()));
    }
    for (const session of slow) await session.detach();
    // The first taps warm up.
    const p95 = { app: findShare(times.app.slice(3), 0.95), react: findShare(times.react.slice(3), 0.95) };
    return [
      {
        job: 'receipt',
        name: 'tap Save until the receipt is painted, p95, 4 × slower',
        logs,
        unit: 'ms',
        values: [p95.app],
        floor: { name: 'tap on an empty React page, p95', values: [p95.react] },
        limits: [mustBe(mostMilliseconds)],
      },
      {
        job: 'receipt',
        name: 'the same, every tap',
        logs,
        unit: 'ms',
        values: times.app.slice(3),
        floor: { name: 'tap on an empty React page', values: times.react.slice(3) },
      },
    ];
  });

async function slowDown(context: BrowserContext, page: Page) {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return session;
}
