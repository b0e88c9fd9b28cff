import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type LockFile, resolveFrom, toName, writeBillOfMaterials } from './bill-of-materials.ts';

const lock: LockFile = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const bill = writeBillOfMaterials(lock);

/** Everything that is reached from what the product asks for: told without the lock's own marks. */
function reach(): ReadonlySet<string> {
  const reached = new Set<string>();
  const asked = Object.keys(lock.packages['']?.dependencies ?? {});
  const waiting = asked.map((name): readonly [string, string] => ['', name]);
  for (const [from, name] of waiting) {
    const path = resolveFrom(lock, from, name);
    if (path === undefined || reached.has(path)) continue;
    reached.add(path);
    const { dependencies, optionalDependencies, peerDependencies } = lock.packages[path] ?? {};
    for (const used of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
      waiting.push([path, used]);
  }
  return reached;
}

describe('the bill of materials', () => {
  test('names every package that the product runs with, and no other', () => {
    const wanted = [...reach()].map((path) => `${toName(path)}@${lock.packages[path]?.version}`);

    expect(bill.components.length).toBeGreaterThan(100);
    expect(bill.components.map((one) => one['bom-ref']).sort()).toEqual([...new Set(wanted)].sort());
    expect(bill.components.map(({ name }) => name)).toEqual(expect.arrayContaining(['react', 'hono', 'pg']));
    expect(bill.components.map(({ name }) => name)).not.toContain('vitest');
  });

  test('says of each its version, its licence and what its content must hash to', () => {
    const lacking = bill.components.filter(({ version, licenses, hashes, purl }) => {
      const [license] = licenses;
      const named = license && ('expression' in license ? license.expression : license.license.id);
      const isHashed =
        hashes.length > 0 && hashes.every(({ alg, content }) => alg === 'SHA-512' && content.length === 128);
      return !/^\d+\.\d+\.\d+/.test(version) || !named || !isHashed || !purl.startsWith('pkg:npm/');
    });

    expect(lacking).toEqual([]);
  });

  test('says who needs whom, by names that are in it', () => {
    const names = new Set<string>([
      bill.metadata.component['bom-ref'],
      ...bill.components.map((one) => one['bom-ref']),
    ]);

    expect(bill.dependencies.map(({ ref }) => ref).sort()).toEqual([...names].sort());
    expect(bill.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !names.has(ref))).toEqual([]);
    expect(bill.dependencies[0]?.dependsOn.length).toBe(Object.keys(lock.packages['']?.dependencies ?? {}).length);
  });

  test('is the same for the same lock, and another one for another', () => {
    const turned = { packages: Object.fromEntries(Object.entries(lock.packages).reverse()) };
    const newer = structuredClone(lock.packages);
    Object.assign(newer['node_modules/react'] ?? {}, { version: '99.0.0' });

    expect(JSON.stringify(writeBillOfMaterials(turned))).toBe(JSON.stringify(bill));
    expect(writeBillOfMaterials({ packages: newer }).serialNumber).not.toBe(bill.serialNumber);
    expect(JSON.stringify(bill)).not.toMatch(/\d{4}-\d{2}-\d{2}T/);
  });
});
