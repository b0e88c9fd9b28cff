/** Charts: how many points they are handed, how many a save draws again, and what a dashboard costs to mount. */
import type { Page } from 'playwright';
import { openApp, openReact, type Places } from '../device.ts';
import { ambitiousRatio, type Figure, mustBe } from '../figure.ts';
import { watchCharts } from '../page/before-page.ts';
import { interleave } from '../repeat.ts';
import type { SeededDevice } from '../seed-device.ts';

const mostPoints = 500;

export const measureCharts = (
  places: Places,
  { device, logs }: SeededDevice,
  repetitions: number,
): Promise<readonly Figure[]> =>
  device.use(async (context) => {
    await context.addInitScript(watchCharts);
    const react = await openReact(context, places);
    const app = await openApp(context, places);
    const times = await interleave(repetitions, {
      app: async () => {
        await app.bringToFront();
        return app.evaluate(() => window.__bench.openOverview());
      },
      react: async () => {
        await react.bringToFront();
        return react.evaluate(() => window.__react.mountSparklines());
      },
    });
    await app.bringToFront();
    const rendered = await countRendered(app, repetitions);
    const longest = await findLongest(app);
    return [
      {
        job: 'charts',
        name: 'most charts that one save renders again',
        logs,
        unit: 'charts',
        values: rendered,
        limits: [mustBe(1)],
      },
      {
        job: 'charts',
        name: 'most points that a chart is handed',
        logs,
        unit: 'points',
        values: [longest],
        limits: [mustBe(mostPoints)],
      },
      {
        job: 'charts',
        name: 'open the overview of 30 goals, data and all',
        logs,
        unit: 'ms',
        values: times.app,
        floor: { name: '30 SVG lines in React', values: times.react },
        limits: [ambitiousRatio(3)],
      },
    ];
  });

/** The overview shows one promise, and a save in it changes one of its goals. */
async function countRendered(app: Page, saves: number): Promise<readonly number[]> {
  await app.evaluate(() => window.__bench.openOverview());
  const counts: number[] = [];
  for (let save = 0; save < saves; save++) {
    counts.push(
      await app.evaluate(async () => {
        window.__charts.takeRendered();
        await window.__bench.saveShown();
        return window.__charts.takeRendered();
      }),
    );
  }
  return counts;
}

async function findLongest(app: Page): Promise<number> {
  let longest = await app.evaluate(() => window.__charts.findLongestSeries());
  for (const path of await app.evaluate(() => window.__bench.listGoalPaths())) {
    const points = await app.evaluate(async (goal) => {
      await window.__bench.openFigure(goal);
      return window.__charts.findLongestSeries();
    }, path);
    longest = Math.max(longest, points);
  }
  return longest;
}
