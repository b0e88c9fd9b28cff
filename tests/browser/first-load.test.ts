import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
}

const manifest: Readonly<Record<string, Chunk>> = JSON.parse(readFileSync('dist/app/.vite/manifest.json', 'utf8'));
const readChunk = (file: string) => readFileSync(`dist/app/${file}`);

/** The scripts that must have arrived before a page can be shown: the entry, the page, and all they import at once. */
function listFirstLoad(pages: readonly string[]): readonly string[] {
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  const seen = new Set([...entries, ...pages]);
  for (const key of seen) for (const imported of manifest[key]?.imports ?? []) seen.add(imported);
  return [...seen].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith('.js'));
}

const pageOf = (path: string) => `src/features/${path}-page.tsx`;

/** In kB of 1000 bytes, as they come over the network. */
const weigh = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readChunk(file), { level: 9 }).length, 0) / 1000;

const isChartLibrary = (file: string) => readChunk(file).includes('recharts-surface');

describe('the first load', () => {
  test('of the log page is at most 200 kB', () => {
    expect(Object.keys(manifest)).toContain(pageOf('logging/log'));
    expect(weigh(listFirstLoad([pageOf('logging/log')]))).toBeLessThanOrEqual(200);
  });

  test('of the overview is at most 340 kB with its charts', () => {
    const charts = Object.values(manifest)
      .map(({ file }) => file)
      .filter((file) => file.endsWith('.js') && isChartLibrary(file));

    expect(Object.keys(manifest)).toContain(pageOf('overview/overview'));
    expect(weigh([...new Set([...listFirstLoad([pageOf('overview/overview')]), ...charts])])).toBeLessThanOrEqual(340);
  });

  test('brings no chart library: charts come when they are looked at', () => {
    const pages = Object.keys(manifest).filter((key) => /^src\/features\/.*page\.tsx$/.test(key));

    expect(listFirstLoad(pages).filter(isChartLibrary)).toEqual([]);
  });
});
