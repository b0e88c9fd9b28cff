import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allowedPackages } from './allowed-packages.ts';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock: { readonly packages: Readonly<Record<string, LockEntry>> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
);
const entries = Object.entries(lock.packages);
const direct = { ...manifest.dependencies, ...manifest.devDependencies };

/** Optional packages that an entry names and the lock does not hold: `npm ci` refuses such a lock on other machines. */
function findMissing(packages: Readonly<Record<string, LockEntry>>): readonly string[] {
  const versions = new Map<string, Set<string | undefined>>();
  for (const [path, { version }] of Object.entries(packages)) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    versions.set(name, (versions.get(name) ?? new Set()).add(version));
  }
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, wanted]) => {
        const held = versions.get(name);
        return !held || (/^\d+\.\d+\.\d+[\w.+-]*$/.test(wanted) && !held.has(wanted));
      })
      .map(([name, wanted]) => `${path} → ${name}@${wanted}`),
  );
}

describe('the lock file', () => {
  test('holds every optional package of every platform', () => {
    expect(entries.length).toBeGreaterThan(100);
    expect(findMissing(lock.packages)).toEqual([]);
  });

  test('is found incomplete when a platform is missing or at another version', () => {
    const packages = {
      'node_modules/a': { version: '1.0.0', optionalDependencies: { 'a-mac': '1.0.0', 'a-win': '1.0.0', b: '^1.0.0' } },
      'node_modules/a-mac': { version: '0.9.0' },
      'node_modules/x/node_modules/b': { version: '1.2.0' },
    };

    expect(findMissing(packages)).toEqual(['node_modules/a → a-mac@1.0.0', 'node_modules/a → a-win@1.0.0']);
  });

  test('takes everything from the npm registry: no git, no tarballs', () => {
    const sources = entries.map(([path, { resolved }]) => ({ path, resolved }));

    expect(sources.filter(({ resolved }) => resolved && !resolved.startsWith('https://registry.npmjs.org/'))).toEqual(
      [],
    );
  });
});

describe('direct dependencies', () => {
  test('are all on the written list', () => {
    expect(Object.keys(direct).filter((name) => !(name in allowedPackages))).toEqual([]);
  });

  test('are pinned to one exact version', () => {
    expect(Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
