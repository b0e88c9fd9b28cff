/** The measuring itself, at a size where nothing is worth measuring: it does what it says, and no figure is judged. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { buildMeasuredApp } from '#tests/bench/build-measured-app.ts';
import { openApp, type Places } from '#tests/bench/device.ts';
import type { Figure } from '#tests/bench/figure.ts';
import { runJobs } from '#tests/bench/run-jobs.ts';
import { type SeededDevice, seedDevice } from '#tests/bench/seed-device.ts';
import { type Served, serveFolder } from '#tests/bench/serve-folder.ts';

const logs = 200;
const folder = mkdtempSync(join(tmpdir(), 'lofteskollen-builds-'));
const served: Served[] = [];
let places: Places;
let seeded: SeededDevice;

beforeAll(async () => {
  buildMeasuredApp(join(folder, 'app'), join(folder, 'floors'));
  served.push(await serveFolder(join(folder, 'app'), 0), await serveFolder(join(folder, 'floors'), 0));
  const [app, floors] = served.map(({ port }) => `http://localhost:${port}`);
  places = { app: app ?? '', floors: floors ?? '', executablePath: inject('chromiumPath') };
  seeded = await seedDevice(places, logs);
}, 240_000);

afterAll(() => {
  seeded?.device.remove();
  for (const { close } of served) close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a measuring build', () => {
  test('does through window.__bench what the app does', { timeout: 120_000 }, async () => {
    await seeded.device.use(async (context) => {
      const page = await openApp(context, places);
      const before = await page.evaluate(() => window.__bench.search('patrol'));

      expect(await page.evaluate(() => window.__bench.aggregate())).toMatchObject({ goals: 300 });
      expect(before.found).toBeGreaterThan(0);
      expect(before.found).toBeLessThan(logs);
      expect((await page.evaluate(() => window.__bench.search('no such word'))).found).toBe(0);

      await page.evaluate(() => window.__bench.openOverview());
      await page.getByRole('link', { name: 'Goal 30', exact: true }).waitFor();
      await page.evaluate(() => window.__bench.saveLog());
      const { x, y } = await page.evaluate(() => window.__bench.openForm());
      const painted = page.evaluate(() => window.__bench.watchSave());
      await page.evaluate(() => undefined);
      await page.mouse.click(x, y);
      expect(await painted).toBeGreaterThan(0);

      expect(await page.evaluate(() => window.__bench.recount())).toMatchObject({ mismatches: 0 });
      expect((await page.evaluate(() => window.__bench.search(''))).found).toBe(0);
    });
  });

  test('says that there is nothing to synchronise with, and refuses to fill a device twice', async () => {
    await seeded.device.use(async (context) => {
      const page = await openApp(context, places);

      await expect(page.evaluate(() => window.__bench.sync())).rejects.toThrow('no backend');
      await expect(page.evaluate(() => window.__bench.seed({ logs: 1 }))).rejects.toThrow('on this device already');
    });
  });

  test('gives a figure beside a floor for every job', { timeout: 300_000 }, async () => {
    const figures: Figure[] = [];
    const ordinary = { folder: 'dist/app', address: inject('baseUrl') };
    const options = {
      jobs: ['a', 'b', 'f', 'g', 'h', 'storage', 'charts'],
      logs: [logs],
      repetitions: 1,
      port: 0,
      engine: 'pglite',
      peers: false,
    } as const;

    await runJobs({ places, ordinary }, options, (added) => figures.push(...added));

    expect(new Set(figures.map(({ job }) => job))).toEqual(new Set(options.jobs));
    expect(figures.flatMap(({ values, floor }) => [...values, ...(floor?.values ?? [])]).every(Number.isFinite)).toBe(
      true,
    );
    // Counted, not timed: these hold on any machine.
    const find = (name: string) => figures.find((figure) => figure.name === name)?.values;
    expect(find('rows read before the first paint')?.[0]).toBeLessThanOrEqual(400);
    expect(find('goals whose tally is not what a recount gives')).toEqual([0]);
    expect(find('most charts that one save renders again')).toEqual([1]);
    expect(find('most points that a chart is handed')?.[0]).toBeLessThanOrEqual(500);
  });
});

test('the ordinary build knows nothing of measuring', () => {
  const files = readdirSync('dist/app', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|html|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const knowing = files.filter((file) => /__bench|__floors|tests\/bench/.test(readFileSync(file, 'utf8')));

  expect(files.length).toBeGreaterThan(10);
  expect(knowing).toEqual([]);
});
