/** Job h: what has to arrive before the first screen, and when something is painted. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright';
import { chromiumFlags } from '#tests/support/chromium-flags.ts';
import type { Places } from '../device.ts';
import { ambitiousRatio, type Figure, mustBe, mustRatio } from '../figure.ts';
import { interleave } from '../repeat.ts';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
}

/** In: the folder and address of the ordinary build, and the measuring build's. */
export async function measureFirstLoad(
  places: Places,
  ordinary: { readonly folder: string; readonly address: string },
  repetitions: number,
): Promise<readonly Figure[]> {
  const browser = await chromium.launch({ executablePath: places.executablePath, args: [...chromiumFlags] });
  const paint = (url: string) => () => paintFirst(browser, url);
  const floors = `${places.floors}/tests/bench/page`;
  await paint(`${ordinary.address}/logga`)();
  const times = await interleave(repetitions, {
    app: paint(`${ordinary.address}/logga`),
    react: paint(`${floors}/react.html`),
    query: paint(`${floors}/react-dexie-query.html`),
  });
  await browser.close();
  const name = 'first contentful paint of the log route';
  return [
    ...weighBuild(ordinary.folder),
    {
      job: 'h',
      name,
      unit: 'ms',
      values: times.app,
      floor: { name: 'react + dexie + react-query', values: times.query },
      limits: [mustRatio(1.3)],
    },
    {
      job: 'h',
      name,
      unit: 'ms',
      values: times.app,
      floor: { name: 'react + react-dom', values: times.react },
      limits: [ambitiousRatio(1.3)],
    },
  ];
}

/** Gzip sizes in kB of 1000 bytes, from the build's own manifest. */
export function weighBuild(folder: string): readonly Figure[] {
  const manifest: Readonly<Record<string, Chunk>> = JSON.parse(readFileSync(`${folder}/.vite/manifest.json`, 'utf8'));
  const read = (file: string) => readFileSync(`${folder}/${file}`);
  const charts = Object.values(manifest)
    .map(({ file }) => file)
    .filter((file) => file.endsWith('.js') && read(file).includes('recharts-surface'));
  const weigh = (page: string, more: readonly string[] = []) =>
    [...new Set([...listFirstLoad(manifest, page), ...more])].reduce(
      (sum, file) => sum + gzipSync(read(file), { level: 9 }).length / 1000,
      0,
    );
  const log = 'src/features/logging/log-page.tsx';
  const overview = 'src/features/overview/overview-page.tsx';
  return [
    { job: 'h', name: 'scripts of the log route, gzip', unit: 'kB', values: [weigh(log)], limits: [mustBe(200)] },
    // Its figures are SVG of our own; the chart library comes with the first goal that is opened.
    { job: 'h', name: 'scripts of the overview, gzip', unit: 'kB', values: [weigh(overview)], limits: [mustBe(340)] },
    { job: 'h', name: 'the same with the chart library', unit: 'kB', values: [weigh(overview, charts)] },
  ];
}

function listFirstLoad(manifest: Readonly<Record<string, Chunk>>, page: string): readonly string[] {
  if (!manifest[page]) throw new Error(`The build has no ${page}`);
  const keys = new Set([...Object.keys(manifest).filter((key) => manifest[key]?.isEntry), page]);
  for (const key of keys) for (const imported of manifest[key]?.imports ?? []) keys.add(imported);
  return [...keys].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith('.js'));
}

/** A device that has never been here: nothing is cached. */
async function paintFirst(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(url);
  const handle = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  const time = await handle.jsonValue();
  await context.close();
  return time ?? Number.NaN;
}
