import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly isEntry?: boolean;
}

const manifest: Readonly<Record<string, Chunk>> = JSON.parse(readFileSync('dist/app/.vite/manifest.json', 'utf8'));
const readChunk = (file: string) => readFileSync(`dist/app/${file}`);

/** Some chunks and all they import at once. */
function withImports(keys: readonly string[]): readonly string[] {
  const seen = new Set(keys);
  for (const key of seen) for (const imported of manifest[key]?.imports ?? []) seen.add(imported);
  return [...seen];
}

const toScripts = (keys: readonly string[]) =>
  [...new Set(keys.flatMap((key) => manifest[key]?.file ?? []))].filter((file) => file.endsWith('.js'));

const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);

/** The scripts that must have arrived before a page can be shown: the entry, the page, and all they import at once. */
const listFirstLoad = (pages: readonly string[]) => toScripts(withImports([...entries, ...pages]));

/** The scripts of the charts that a page loads by itself once it is shown. The entry leads to every page: not counted. */
const listCharts = (page: string) =>
  withImports([page])
    .filter((key) => !entries.includes(key))
    .flatMap((key) => manifest[key]?.dynamicImports ?? [])
    .map((loaded) => toScripts(withImports([loaded])))
    .filter((scripts) => scripts.some(isChartLibrary))
    .flat();

const pageOf = (path: string) => `src/features/${path}-page.tsx`;

/** In kB of 1000 bytes, as they come over the network. */
const weigh = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readChunk(file), { level: 9 }).length, 0) / 1000;

const isChartLibrary = (file: string) => readChunk(file).includes('recharts-cartesian-grid');

describe('the first load', () => {
  test('of the log page is at most 200 kB', () => {
    const logging = pageOf('logging/log');

    expect(Object.keys(manifest)).toContain(logging);
    expect(weigh(listFirstLoad([logging]))).toBeLessThanOrEqual(200);
  });

  test('of the overview is at most 340 kB with its charts', () => {
    const overview = pageOf('overview/overview');

    expect(Object.keys(manifest)).toContain(overview);
    expect(weigh([...new Set([...listFirstLoad([overview]), ...listCharts(overview)])])).toBeLessThanOrEqual(340);
  });

  test('brings no chart library: charts come when they are looked at', () => {
    const pages = Object.keys(manifest).filter((key) => /^src\/features\/.*page\.tsx$/.test(key));

    expect(listFirstLoad(pages).filter(isChartLibrary)).toEqual([]);
  });
});
