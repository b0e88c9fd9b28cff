import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Room, rooms, sharedByFeatures } from './rooms.ts';
import { findTrespasses, readImports, type Trespass, walls } from './walls.ts';

/** Where a file of a room would lie, and the door that leads to it. */
const places: Readonly<Record<string, { folder: string; door: string }>> = {
  domain: { folder: 'src/domain', door: '#domain/door.ts' },
  protocol: { folder: 'src/protocol', door: '#protocol/door.ts' },
  storage: { folder: 'src/storage', door: '#storage/door.ts' },
  sync: { folder: 'src/sync', door: '#sync/door.ts' },
  documents: { folder: 'src/documents', door: '#documents/door.ts' },
  server: { folder: 'src/server', door: '#server/door.ts' },
  ui: { folder: 'src/ui', door: '#ui/door.ts' },
  features: { folder: 'src/features/one', door: '#features/paths.ts' },
  app: { folder: 'src/app', door: '#app/door.ts' },
  mocks: { folder: 'mocks', door: '#mocks/door.ts' },
};
const packages = [...new Set([...rooms.flatMap((room) => room.packages), 'left-pad'])];

interface Visit {
  readonly file: string;
  readonly code: string;
  /** The wall that must stop it, or undefined for a guest who may come in. */
  readonly wall: string | undefined;
}

const word = (text: string) => text.replace(/[^a-z]+/gi, '-');

/** Every room knocks at every other room, and at every package. */
function toVisits(room: Room): readonly Visit[] {
  const place = places[room.name];
  if (!place) return [];
  const { folder } = place;
  const others = Object.entries(places).filter(([name]) => name !== room.name);
  return [
    ...others.map(([name, { door }]) => {
      const isLoaded = room.mayLoad?.includes(name) ?? false;
      const isAllowed = isLoaded || room.mayEnter.includes(name);
      return {
        file: `${folder}/visits-${name}.ts`,
        code: isLoaded ? `export const load = () => import('${door}');` : `import '${door}';`,
        wall: isAllowed ? undefined : `${room.name}: rooms`,
      };
    }),
    ...packages.map((name) => ({
      file: `${folder}/uses-${word(name)}.ts`,
      code: `import '${name}';`,
      wall: room.packages.includes(name) ? undefined : `${room.name}: packages`,
    })),
    {
      file: `${folder}/uses-node.ts`,
      code: `import { readFileSync } from 'node:fs'; export const read = readFileSync;`,
      wall: `${room.name}: packages`,
    },
    ...(room.mayLoad ?? []).map((name) => ({
      file: `${folder}/waits-for-${name}.ts`,
      code: `import '${places[name]?.door}';`,
      wall: `${room.name}: loads ${name} when needed`,
    })),
  ];
}

const particular: readonly Visit[] = [
  {
    file: 'src/features/one/enters-two.ts',
    code: `import '#features/two/page.ts';`,
    wall: 'features: no feature enters another',
  },
  { file: 'src/features/one/enters-own.ts', code: `import './page.ts';`, wall: undefined },
  {
    file: 'src/features/notes/enters-one.ts',
    code: `import '#features/one/page.ts';`,
    wall: 'features: no feature enters another',
  },
  {
    file: 'src/features/take-examples.ts',
    code: `import './one/page.ts';`,
    wall: 'features: what is shared knows no feature',
  },
  {
    file: 'src/ui/type-thread.ts',
    code: `import type { door } from '#domain/door.ts'; export type Door = typeof door;`,
    wall: 'ui: rooms',
  },
  { file: 'src/domain/deep/goes-back.ts', code: `import '../door.ts';`, wall: 'everything: through the door' },
  { file: 'src/ui/goes-around.ts', code: `import '../domain/door.ts';`, wall: 'everything: through the door' },
  { file: 'src/storage/lost.ts', code: `import './nowhere.ts';`, wall: 'everything: found' },
  {
    file: 'src/sync/circle-a.ts',
    code: `import { b } from './circle-b.ts'; export const a = () => b;`,
    wall: 'everything: no circles',
  },
  {
    // The checker names a circle once, by the module where it was entered.
    file: 'src/sync/circle-b.ts',
    code: `import { a } from './circle-a.ts'; export const b = () => a;`,
    wall: undefined,
  },
  { file: 'src/server/trusts-helper.ts', code: `import 'hono/cors';`, wall: 'server: router and context only' },
  { file: 'src/ui/chart.ts', code: `import 'recharts';`, wall: undefined },
  { file: 'src/ui/lazy-chart.ts', code: `export const load = () => import('./chart.ts');`, wall: undefined },
  { file: 'src/features/logging/log-page.ts', code: `import '#ui/chart.ts';`, wall: 'fast pages: nothing heavy' },
  { file: 'src/features/logging/log-chart.ts', code: `import '#ui/lazy-chart.ts';`, wall: undefined },
  {
    file: 'src/server/node.ts',
    code: `import 'node:fs'; import '@hono/node-server'; import './door.ts';`,
    wall: undefined,
  },
  { file: 'src/main.tsx', code: `import '#server/door.ts';`, wall: 'front door: rooms' },
];

/** Rooms of a single file: each trespass needs a house of its own. */
const atTheDoors: readonly Visit[] = [
  { file: 'src/server/node.ts', code: `import 'hono';`, wall: 'server process: packages' },
  { file: 'src/server/node.ts', code: `import '#domain/door.ts';`, wall: 'server process: rooms' },
  { file: 'src/app/trusted-urls.ts', code: `import '#domain/door.ts';`, wall: 'trusted urls: rooms' },
  { file: 'src/app/trusted-urls.ts', code: `import 'left-pad';`, wall: 'trusted urls: packages' },
  { file: 'src/main.tsx', code: `import '#mocks/door.ts';`, wall: 'front door: loads mocks when needed' },
  { file: 'src/main.tsx', code: `import 'left-pad';`, wall: 'front door: packages' },
];

/** A small house with the same doors, built in a folder of its own. */
function buildHouse(visits: readonly Visit[]): string {
  const house = mkdtempSync(join(tmpdir(), 'house-'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), text);
  };
  const { imports } = JSON.parse(readFileSync('package.json', 'utf8'));
  write('package.json', JSON.stringify({ type: 'module', imports }));
  for (const { folder } of Object.values(places)) write(`${folder}/door.ts`, 'export const door = 1;');
  write('src/features/paths.ts', 'export const paths = 1;');
  for (const feature of ['one', 'two']) write(`src/features/${feature}/page.ts`, 'export const page = 1;');
  for (const name of [...packages, 'hono/cors']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  for (const { file, code } of visits) write(file, code);
  return house;
}

describe('the walls of this house', () => {
  test('no room is entered by one that may not', async () => {
    const imports = await readImports(process.cwd());

    expect(imports.summary.totalCruised).toBeGreaterThan(50);
    expect(findTrespasses(imports)).toEqual([]);
  });

  test('features share exactly the files on the list', () => {
    const direct = readdirSync('src/features', { withFileTypes: true }).filter((entry) => entry.isFile());
    const shared = direct.map(({ name }) => name).filter((name) => !name.endsWith('.css'));

    expect(shared.sort()).toEqual([...sharedByFeatures].sort());
  });

  test('every folder of the source is a room', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());

    expect(folders.map(({ name }) => name).filter((name) => !rooms.some((room) => room.name === name))).toEqual([]);
  });
});

describe('a trespasser', () => {
  const visits = [...rooms.flatMap(toVisits), ...particular];
  let house = '';
  let trespasses: readonly Trespass[] = [];

  beforeAll(async () => {
    house = buildHouse(visits);
    trespasses = findTrespasses(await readImports(house));
  }, 120_000);
  afterAll(() => rmSync(house, { recursive: true, force: true }));

  const tried = [...new Set(visits.map(({ wall }) => wall))].filter((wall) => wall !== undefined);

  test.each(tried)('is stopped by the wall "%s"', (wall) => {
    const intruders = visits.filter((visit) => visit.wall === wall).map(({ file }) => file);
    const stopped = new Set(trespasses.filter((trespass) => trespass.wall === wall).map(({ from }) => from));

    expect(intruders.filter((file) => !stopped.has(file))).toEqual([]);
  });

  test('is not seen in a guest who may come in', () => {
    const guests = new Set(visits.filter(({ wall }) => wall === undefined).map(({ file }) => file));

    expect(trespasses.filter(({ from }) => guests.has(from))).toEqual([]);
  });

  test.each(atTheDoors)('is stopped at $file by the wall "$wall"', async (visit) => {
    const other = buildHouse([visit]);
    const found = findTrespasses(await readImports(other));
    rmSync(other, { recursive: true, force: true });

    expect(found.filter(({ from }) => from === visit.file).map(({ wall }) => wall)).toContain(visit.wall);
  });

  test('has been tried at every wall', () => {
    const all = new Set([...tried, ...atTheDoors.map(({ wall }) => wall)]);

    expect(walls.map(({ name }) => name).filter((name) => !all.has(name))).toEqual([]);
  });
});
