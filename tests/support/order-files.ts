import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { BaseSequencer, type TestSequencer, type TestSpecification, type Vitest } from 'vitest/node';

/** What takes longest, first. Begun last, one of them would keep one processor while the others have nothing to do. */
const longest = [
  'tests/simulation/fixed-mix.test.ts',
  'tests/simulation/swarm.test.ts',
  'tests/simulation/simulation.test.ts',
  'tests/server/authorization-matrix.test.ts',
  'tests/server/kill/kill-server.test.ts',
  'tests/server/node/server-process.test.ts',
  'tests/server/node/database-process.test.ts',
  'tests/server/node/embedded-database.test.ts',
  'tests/browser/axe-on-a-computer.test.ts',
  'tests/browser/axe-on-a-phone.test.ts',
  'tests/browser/two-devices.test.ts',
  'tests/browser/sharing.test.ts',
  'tests/browser/bench.test.ts',
  'tests/browser/reflow.test.ts',
  'tests/browser/people.test.ts',
  'tests/browser/offline-addresses.test.ts',
  'tests/browser/personal-data.test.ts',
];

/**
 * The order in which vitest begins test files. Left to itself it goes by what each of them took the last time, and a fresh
 * clone has no last time. A function that makes one serves as the constructor that vitest asks for.
 */
export function createFileOrder(vitest: Vitest): TestSequencer {
  const missing = longest.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`Put ${missing.join(', ')} right in tests/support/order-files.ts`);
  const base = new BaseSequencer(vitest);
  const rank = ({ moduleId, project }: TestSpecification) => {
    const place = longest.indexOf(relative(vitest.config.root, moduleId).replaceAll('\\', '/'));
    return (project.config.sequence.groupOrder ?? 0) * 1000 + (place < 0 ? longest.length : place);
  };
  return {
    shard: (files) => base.shard(files),
    sort: async (files) => (await base.sort(files)).sort((one, other) => rank(one) - rank(other)),
  };
}
