import { cruise, type ICruiseResult, type IFlattenedRuleSet, type IForbiddenRuleType } from 'dependency-cruiser';
import { fastPages, heavyPackages, type Room, rooms, sharedByFeatures, sharedFolders } from './rooms.ts';

/** One trespass: who went where, and the wall that stopped it. */
export interface Trespass {
  readonly wall: string;
  readonly from: string;
  readonly to: string;
}

const ourOwn = '^(src|mocks|tests)/';
const quote = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A package by the paths it is found at, and by its bare name where it is not installed. */
const packagePaths = (name: string) =>
  ['', 'node_modules/', 'node_modules/@types/'].map((folder) => `^${folder}${quote(name)}(/|$)`);

const pathOf = (name: string): string => {
  const room = rooms.find((candidate) => candidate.name === name);
  if (!room) throw new Error(`There is no room called ${name}`);
  return room.path;
};

function toWalls(room: Room): readonly IForbiddenRuleType[] {
  const { name, path, mayEnter, mayLoad = [], packages, knowsNode = false } = room;
  return [
    {
      name: `${name}: rooms`,
      severity: 'error',
      from: { path },
      to: { path: ourOwn, pathNot: [path, ...mayEnter.map(pathOf), ...mayLoad.map(pathOf)] },
    },
    {
      name: `${name}: packages`,
      severity: 'error',
      from: { path },
      to: {
        pathNot: [ourOwn, ...packages.flatMap(packagePaths)],
        ...(knowsNode ? { dependencyTypesNot: ['core'] } : {}),
      },
    },
    ...mayLoad.map(
      (loaded): IForbiddenRuleType => ({
        name: `${name}: loads ${loaded} when needed`,
        severity: 'error',
        from: { path },
        to: { path: pathOf(loaded), dynamic: false, dependencyTypesNot: ['type-only'] },
      }),
    ),
  ];
}

export const walls: readonly IForbiddenRuleType[] = [
  ...rooms.flatMap(toWalls),
  {
    name: 'features: no feature enters another',
    severity: 'error',
    from: { path: '^src/features/([^/]+)/' },
    to: {
      path: '^src/features/',
      pathNot: [
        '^src/features/$1/',
        ...sharedFolders.map((folder) => `^src/features/${folder}/`),
        ...sharedByFeatures.map((file) => `^src/features/${quote(file)}$`),
      ],
    },
  },
  {
    name: 'features: what is shared knows no feature',
    severity: 'error',
    from: { path: '^src/features/[^/]+$' },
    to: { path: '^src/features/[^/]+/' },
  },
  {
    name: 'everything: found',
    severity: 'error',
    from: { path: ourOwn },
    to: { couldNotResolve: true },
  },
  {
    name: 'everything: no circles',
    severity: 'error',
    from: { path: ourOwn },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
];

/** Reads every import under a folder. In: the root of a repository. Out: modules and what they depend on. */
export async function readImports(baseDir: string): Promise<ICruiseResult> {
  const ruleSet: IFlattenedRuleSet = { forbidden: [...walls] };
  const { output } = await cruise(['src', 'mocks'], {
    baseDir,
    validate: true,
    ruleSet,
    // Types too: a type from another room is a thread to it.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  });
  if (typeof output === 'string') throw new Error(output);
  return output;
}

/** All trespasses of a repository, those the checker knows and those that need a closer look at the words. */
export function findTrespasses(imports: ICruiseResult): readonly Trespass[] {
  const stopped = imports.summary.violations.map(({ rule, from, to }) => ({ wall: rule.name, from, to }));
  return [...stopped, ...findBackDoors(imports), ...findHeavyPages(imports)];
}

/** Ways of writing an import that go around the doors. */
function findBackDoors({ modules }: ICruiseResult): readonly Trespass[] {
  return modules
    .filter(({ source }) => new RegExp(ourOwn).test(source))
    .flatMap(({ source, dependencies }) =>
      dependencies.flatMap(({ module }) => {
        if (module.startsWith('..')) return { wall: 'everything: through the door', from: source, to: module };
        // Guard T20: the flaws were in its middleware and helpers.
        if (module.startsWith('hono/')) return { wall: 'server: router and context only', from: source, to: module };
        return [];
      }),
    );
}

/** Heavy packages that a fast page would load at once: reached over imports that are neither types nor `import()`. */
function findHeavyPages({ modules }: ICruiseResult): readonly Trespass[] {
  const bySource = new Map(modules.map((module) => [module.source, module]));
  const isHeavy = (path: string) =>
    heavyPackages.flatMap(packagePaths).some((pattern) => new RegExp(pattern).test(path));
  const starts = modules.map(({ source }) => source).filter((source) => new RegExp(fastPages).test(source));

  return starts.flatMap((start) => {
    const seen = new Set([start]);
    for (const source of seen) {
      for (const { resolved, dynamic, dependencyTypes } of bySource.get(source)?.dependencies ?? []) {
        if (!dynamic && !dependencyTypes.includes('type-only')) seen.add(resolved);
      }
    }
    return [...seen].filter(isHeavy).map((to) => ({ wall: 'fast pages: nothing heavy', from: start, to }));
  });
}
